"""NOT KNOWN: who did it where accounts differ, who would not say, what has no day, what was not read."""

from dragoman.records.reading import Polarity
from dragoman.records.rows.happenings import ConflictKind, ConflictRow
from dragoman.showing import words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import faint, line, more, quotation, said, section, voice
from dragoman.showing.brief.model import Line, Piece, Section, SectionKey
from dragoman.showing.brief.pile import Pile
from dragoman.showing.naming import is_named
from dragoman.showing.plain import clipped, quoted

QUESTIONS = 5
SIDES = 3
SILENT = 8
TITLES = 4


def unknown(pile: Pile, cite: Citations) -> Section | None:
    """Open questions first."""
    who = [row for row in pile.conflicts if row.kind == ConflictKind.WHO]
    who.sort(key=lambda row: (-len({e.report for side in row.sides for e in side.evidence}), row.id))
    lines = [_who(row, pile, cite) for row in who[:QUESTIONS]]
    lines += _silent(pile, cite)
    lines += _undated(pile, cite)
    lines += _not_read(pile, cite)
    left = len(who) - QUESTIONS
    return section(SectionKey.NOT_KNOWN, "NOT KNOWN", lines, more=more(left, "conflicts", pile))


def _who(row: ConflictRow, pile: Pile, cite: Citations) -> Line:
    pieces: list[Piece] = [said(f"{row.about}: ")]
    for index, side in enumerate(row.sides[:SIDES]):
        pieces.append(said(" or " if index else ""))
        pieces.append(quotation(side.says, cite.wide(side.evidence), 110))
        pieces.append(faint(f" ({voice(side.who, side.sourcing, side.evidence, pile)})"))
    if len(row.sides) > SIDES:
        pieces.append(said(f" and {words.count(len(row.sides) - SIDES, 'more answer')}"))
    evidence = [side.evidence[0] for side in row.sides[:SIDES] if side.evidence]
    evidence += [item for side in row.sides for item in side.evidence]
    return line(cite, "Who", pieces, evidence, [row])


def _silent(pile: Pile, cite: Citations) -> list[Line]:
    rows = [row for row in pile.statements if row.polarity == Polarity.DECLINES]
    names = {row.id: row.actor.name if row.actor else row.source or "" for row in rows}
    rows = [row for row in rows if is_named(names[row.id])]
    named = list(dict.fromkeys(clipped(names[row.id], 48) for row in rows))
    if not named:
        return []
    left = len(named) - SILENT
    shown = [*named[:SILENT], words.count(left, "other")] if left > 0 else named
    evidence = [item for row in rows for item in row.evidence]
    pieces = [said(f"did not comment or could not be reached: {words.listing(shown)}")]
    return [line(cite, "Silent", pieces, evidence, rows)]


def _undated(pile: Pile, cite: Citations) -> list[Line]:
    undated = [row for row in pile.reports if not row.published.interval.known]
    if not undated:
        return []
    cites, further = cite.whole(undated)
    files = [clipped(row.file, 40) for row in undated[:TITLES]]
    left = len(undated) - len(files)
    shown = [*files, words.count(left, "other")] if left > 0 else files
    text = f"{words.count(len(undated), 'report')} without a date: {words.listing(shown)}"
    note = faint("; give it with dragoman correct set-date")
    return [
        Line(
            label="When",
            pieces=(said(text), note),
            cites=cites,
            further_cite_count=further,
            rows=tuple(row.id for row in undated),
        )
    ]


def _not_read(pile: Pile, cite: Citations) -> list[Line]:
    """Other reports that these list: seen and not read."""
    titles = {title: row for row in pile.reports for title in row.teasers}
    if not titles:
        return []
    cites, further = cite.whole({row.id: row for row in titles.values()}.values())
    shown = [quoted(title, 80) for title in list(titles)[:TITLES]]
    left = len(titles) - len(shown)
    listed = [*shown, words.count(left, "other")] if left > 0 else shown
    text = f"listed in these reports, not read: {words.listing(listed)}"
    return [Line(label="Not read", pieces=(said(text),), cites=cites, further_cite_count=further)]
