"""Scoring statements: content and source must both be the sheet's, and then polarity and sourcing are asked."""

from dragoman.records.reading import Sourcing
from dragoman.records.rows.voices import StatementRow

from .placing import Ground, Placed, Tables, content_pieces, plain, telling_words
from .sheet import Statement, several
from .tally import Tally, share

ENOUGH = 0.5  # of Jaccard over characters


def score_statements(ground: Ground, tables: Tables) -> list[Tally]:
    """Recall over the sheet, precision over its complete reports, polarity and sourcing among the found."""
    rows: dict[str, list[tuple[StatementRow, Placed]]] = {}
    for row in tables.statements:
        if row.sourcing is not Sourcing.OUTLET:
            for place in ground.all_of(row.evidence[:1]):
                rows.setdefault(place.report, []).append((row, place))
    wanted = [(r, s) for r, lines in ground.sheet.statements.items() for s in lines]
    pairs = [
        (likeness, line, other)
        for line, (report, statement) in enumerate(wanted)
        for other, (row, place) in enumerate(rows.get(report, []))
        if (likeness := _likeness(ground, report, statement, row, place)) >= ENOUGH
    ]
    # The best likeness first, and of equals a line that counts before one that is optional.
    pairs.sort(key=lambda pair: (-pair[0], wanted[pair[1]][1].optional, pair[1], pair[2]))
    taken: dict[int, StatementRow] = {}
    used: set[tuple[str, int]] = set()
    for _, line, other in pairs:
        report = wanted[line][0]
        if line not in taken and (report, other) not in used:
            taken[line] = rows[report][other][0]
            used.add((report, other))
    asked = [(line, report, said) for line, (report, said) in enumerate(wanted) if not said.optional]
    given = [(report, other) for report in ground.sheet.complete for other in range(len(rows.get(report, [])))]
    return [
        Tally(
            kind="statements",
            found=sum(line in taken for line, _, _ in asked),
            wanted=len(asked),
            right=sum(key in used for key in given),
            given=len(given),
            missed=tuple(f"{report}: {_name(said)}" for line, report, said in asked if line not in taken),
            wrong=tuple(f"{r}: {_shown(rows[r][n][0])}" for r, n in given if (r, n) not in used),
        ),
        share(
            "polarity",
            [
                (taken[n].polarity in several(said.polarity), f"{r}: {taken[n].polarity} {_name(said)}")
                for n, r, said in asked
                if n in taken
            ],
        ),
        share(
            "sourcing",
            [
                (taken[n].sourcing in several(said.sourcing), f"{r}: {taken[n].sourcing} {_name(said)}")
                for n, r, said in asked
                if n in taken
            ],
        ),
    ]


def _likeness(ground: Ground, report: str, said: Statement, row: StatementRow, place: Placed) -> float:
    """Jaccard over the characters of the contents; 0 for another source. A refusal is known by its cue."""
    if not _same_source(ground, said, row):
        return 0.0
    if said.content is None:
        cue = ground.texts.find(report, said.cue or "", place.span.start)
        source = ground.texts.find(report, several(said.source)[0])
        near = cue is not None and source is not None and abs(cue.start - source.end) < len(said.cue or "") + 200
        return 1.0 if cue is not None and near and place.span.touches(cue) else 0.0
    pieces = sorted(several(said.content), key=len, reverse=True)
    home = ground.of_words(report, pieces[0])
    gold = ground.characters(report, pieces, home.span.start)
    either = ground.characters(report, several(said.may_add), home.span.start)
    found = ground.characters(report, content_pieces(row), place.span.start) - (either - gold)
    return len(gold & found) / len(gold | found) if gold | found else 0.0


def _same_source(ground: Ground, said: Statement, row: StatementRow) -> bool:
    if said.actor and row.actor and ground.is_actor((row.actor,), (said.actor,)):
        return True
    if row.source is None:
        return False
    if said.actor and plain(row.source) in {plain(name) for name in ground.sheet.names(said.actor)}:
        return True
    return any(telling_words(words) & telling_words(row.source) for words in several(said.source))


def _name(said: Statement) -> str:
    return f"{several(said.source)[0]} | {said.cue} | {' … '.join(several(said.content))[:90]}"


def _shown(row: StatementRow) -> str:
    return f"{row.source} | {row.cue} | {row.content[:90]}"
