"""SOURCING: how much rests on whom, which reports share an origin, which repeat one another."""

from collections import Counter
from itertools import groupby

from dragoman.records.reading import Sourcing
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.voices import OriginRow
from dragoman.showing import words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import line, more, quotation, said, section
from dragoman.showing.brief.model import Line, Section, SectionKey
from dragoman.showing.brief.pile import Pile
from dragoman.showing.plain import clipped

SHARED = 5
COPIES = 4


def sourcing(pile: Pile, cite: Citations) -> Section | None:
    """Counts first, then shared origins by how many reports print them, then copies."""
    shared = sorted(
        (row for row in pile.origins if len(row.reports) > 1),
        key=lambda row: (-len(row.reports), -row.statement_count, row.id),
    )
    lines = [_origin(row, cite) for row in shared[:SHARED]]
    lines += _copies(pile, cite)
    left = len(shared) - SHARED
    return section(SectionKey.SOURCING, "SOURCING", lines, more=more(left, "origins", pile), note=_counts(pile))


def _counts(pile: Pile) -> str | None:
    """How many statements are sourced how: "184 statements: 16 named, on the record; 58 unnamed; ..."."""
    if not pile.statements:
        return None
    tally = Counter(row.sourcing for row in pile.statements)
    parts = [f"{tally[kind]:,} {words.word('sourcing', kind)}" for kind in Sourcing if tally[kind]]
    return f"{words.count(len(pile.statements), 'statement')}: {'; '.join(parts)}."


def _origin(row: OriginRow, cite: Citations) -> Line:
    who = clipped(row.source, 60) if row.source else "source not shown"
    pieces = [said(f"{who}, in {words.count(len(row.reports), 'report')} ({words.word('origin', row.kind)}): ")]
    pieces.append(quotation(None, cite.wide(row.evidence), 120))
    return line(cite, "One origin", pieces, row.evidence, [row])


def _copies(pile: Pile, cite: Citations) -> list[Line]:
    """A line for each report that others repeat."""
    copies = sorted((row for row in pile.reports if row.copies_of), key=lambda row: (row.copies_of or "", row.file))
    grouped = [(first, list(rows)) for first, rows in groupby(copies, key=lambda row: row.copies_of)]
    return [_copy(pile.report[first], rows, cite) for first, rows in grouped if first in pile.report][:COPIES]


def _copy(first: ReportRow, rows: list[ReportRow], cite: Citations) -> Line:
    outlets = list(dict.fromkeys(row.outlet or row.file for row in rows))
    verb = "repeats" if len(outlets) == 1 else "repeat"
    text = (
        f"{words.listing([clipped(item, 40) for item in outlets[:3]])} {verb} {clipped(first.outlet or first.file, 40)}"
    )
    cites, further = cite.whole([first, *rows])
    return Line(
        label="Copies",
        pieces=(said(text),),
        cites=cites,
        further_cite_count=further,
        rows=(first.id, *(row.id for row in rows)),
    )
