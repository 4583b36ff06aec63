"""Scoring what joins or parts places of several reports: origins and conflicts."""

from itertools import permutations

from dragoman.records.reading import Sourcing
from dragoman.records.rows.happenings import ConflictRow

from .placing import Ground, Placed, Tables, content_pieces
from .sheet import Conflict, Pair, Place, several
from .tally import Tally, share


def score_origins(ground: Ground, tables: Tables) -> list[Tally]:
    """Recall: groups of the sheet under one origin. Precision: of the pairs that it keeps apart, those kept apart."""
    # Only of statements that the record attributes: what is left to the outlets says nothing of where it came from.
    # By the words that a statement says, not by all that its evidence spans: a denial holds the claim that it denies.
    placed = [
        (row.origin, place.report, ground.characters(place.report, content_pieces(row), place.span.start))
        for row in tables.statements
        if row.origin and row.sourcing is not Sourcing.OUTLET
        for place in ground.all_of(row.evidence[:1])
    ]

    def origins(place: Place) -> frozenset[str]:
        at = ground.of_place(place)
        words = set(range(*at.span))
        return frozenset(
            o for o, report, found in placed if report == at.report and 2 * len(words & found) >= len(words)
        )

    groups = [
        (bool(frozenset.intersection(*(origins(member) for member in group.members))), group.about)
        for group in ground.sheet.origins
    ]
    # A pair of which one side was never read says nothing of keeping apart.
    pairs = [(origins(pair.a), origins(pair.b), pair.about) for pair in ground.sheet.origins_apart]
    told = [(a, b, about) for a, b, about in pairs if a and b]
    return [
        Tally(
            kind="origins",
            found=sum(one for one, _ in groups),
            wanted=len(groups),
            right=sum(not a & b for a, b, _ in told),
            given=len(told),
            missed=tuple(about for one, about in groups if not one),
            wrong=tuple(about for a, b, about in told if a & b),
        )
    ]


def score_conflicts(ground: Ground, tables: Tables) -> list[Tally]:
    """Recall: conflicts of the sheet, the kind right. Precision: rows that are of the sheet, of any kind."""
    rows = [(row, tuple(ground.all_of(side.evidence) for side in row.sides)) for row in tables.conflicts]
    wanted = [
        (line, tuple(map(ground.of_place, line.a)), tuple(map(ground.of_place, line.b)))
        for line in ground.sheet.conflicts
    ]

    def found(line: Conflict, a: tuple[Placed, ...], b: tuple[Placed, ...]) -> bool:
        return any(row.kind in several(line.kind) and _opposed(sides, a, b) for row, sides in rows)

    hits = [(found(*line), line[0].about) for line in wanted]
    told = [any(_opposed(sides, a, b) for _, a, b in wanted) for _, sides in rows]
    return [
        Tally(
            kind="conflicts",
            found=sum(hit for hit, _ in hits),
            wanted=len(hits),
            right=sum(told),
            given=len(told),
            missed=tuple(about for hit, about in hits if not hit),
            wrong=tuple(_shown(row) for (row, _), right in zip(rows, told, strict=True) if not right),
        ),
        share("no conflicts", [(not _claimed(ground, rows, pair), pair.about) for pair in ground.sheet.not_conflicts]),
    ]


def _claimed(ground: Ground, rows: list[tuple[ConflictRow, tuple[tuple[Placed, ...], ...]]], pair: Pair) -> bool:
    a, b = (ground.of_place(pair.a),), (ground.of_place(pair.b),)
    return any(_opposed(sides, a, b) for _, sides in rows)


def _opposed(sides: tuple[tuple[Placed, ...], ...], a: tuple[Placed, ...], b: tuple[Placed, ...]) -> bool:
    """Whether two different sides rest on the two answers."""
    return any(_rests_on(one, a) and _rests_on(other, b) for one, other in permutations(sides, 2))


def _rests_on(evidence: tuple[Placed, ...], answer: tuple[Placed, ...]) -> bool:
    return any(place.touches(words) for place in evidence for words in answer)


def _shown(row: ConflictRow) -> str:
    return f"{row.kind} {row.strength} {row.about[:60]}: " + " <> ".join(side.says[:70] for side in row.sides)
