"""SOURCING: how much rests on whom, by outlet; which words several reports print; which reports repeat others."""

from collections import Counter
from collections.abc import Mapping
from itertools import groupby, islice

from dragoman.process.likeness import content_words
from dragoman.records.reading import Sourcing
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.voices import OriginKind, OriginRow
from dragoman.showing import words
from dragoman.showing.brief.citing import PER_LINE, Citations
from dragoman.showing.brief.lines import grid, line, more, plain_cell, quotation, section, whole_line
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.spoken import OfOutlet
from dragoman.showing.naming import is_pronoun
from dragoman.showing.page.model import Grid, GridRow, Line, Section, SectionKey
from dragoman.showing.page.pieces import said, told, wording
from dragoman.showing.plain import clipped

SHARED = 2
ALIKE = 0.8  # of the words of the shorter telling
COPIES = 3
OUTLETS = 6
QUOTE = 110
ANSWERABLE = (Sourcing.NAMED, Sourcing.ORGANISATION, Sourcing.DOCUMENT)
HIDDEN = (Sourcing.UNNAMED, Sourcing.SOURCES)
KINDS = ("by_named", "by_unnamed", "by_relay", "by_outlet")
HEADS = ("col_reports", "col_named", "col_unnamed", "col_relayed", "col_own")


def sourcing(pile: Pile, cite: Citations) -> Section | None:
    """The balance of named and unnamed, then origins in several reports by how many print them, then copies."""
    shared = pile.shared_origins
    quotable = list(islice((row for row in shared if _is_quotable(row, pile, cite)), SHARED))
    lines = [*_balance(pile, cite), *(_origin(row, pile, cite) for row in quotable), *_copies(pile, cite)]
    left = len(shared) - len(quotable)
    return section(SectionKey.SOURCING, wording("section_sourcing"), lines, more=more(left, "origins", pile))


def _balance(pile: Pile, cite: Citations) -> list[Line]:
    """All statements by how they are sourced, and the outlets beside each other."""
    kinds = pile.spoken.kinds(pile.spoken_by)
    if not kinds:
        return []
    text = told("statements_told", count=sum(kinds.values()), kinds=kinds_told(kinds))
    reports, count = pile.spoken.reports(pile.spoken_by, PER_LINE)
    cites, _ = cite.whole(reports)
    return [whole_line(wording("statements"), text, (cites, count - len(cites)), grid=_outlets(pile))]


def kinds_told(kinds: Mapping[Sourcing, int]) -> str:
    """How many statements of each kind: "12 of unnamed sources, 30 in outlets' own voices"."""
    return ", ".join(wording(key, count=number) for key, number in zip(KINDS, _tally(kinds), strict=True) if number)


def _outlets(pile: Pile) -> Grid | None:
    """The statements of each outlet by how they are sourced; None where there is one outlet alone."""
    outlets = {name or wording("outlet_unknown"): held for name, held in pile.spoken.outlets(pile.spoken_by).items()}
    if len(outlets) < 2:
        return None
    most = sorted(outlets.items(), key=lambda item: (-sum(item[1].kinds.values()), item[0]))
    rows = [_outlet_row(name, held) for name, held in most[:OUTLETS]]
    rest = [held for _, held in most[OUTLETS:]]
    if rest:
        kinds = sum((Counter(held.kinds) for held in rest), Counter[Sourcing]())
        others = OfOutlet(reports=sum(held.reports for held in rest), kinds=kinds)
        rows.append(_outlet_row(words.count(len(rest), "other outlet"), others))
    return grid(wording("outlets_caption"), wording("outlet"), [wording(head) for head in HEADS], rows)


def _outlet_row(name: str, held: OfOutlet) -> GridRow:
    numbers = (held.reports, *_tally(held.kinds))
    return GridRow(
        head=plain_cell(said(clipped(name, 40))), cells=tuple((plain_cell(said(f"{n:,}")),) for n in numbers)
    )


def _tally(kinds: Mapping[Sourcing, int]) -> tuple[int, int, int, int]:
    """How many are answered for by name, come from unnamed sources, are relayed, or are the outlet's own."""
    tally = Counter(kinds)
    answered, hidden = (sum(tally[kind] for kind in kinds) for kinds in (ANSWERABLE, HIDDEN))
    return answered, hidden, tally[Sourcing.RELAYED], tally[Sourcing.OUTLET]


def _origin(row: OriginRow, pile: Pile, cite: Citations) -> Line:
    shared = pile.whole.of_row("sharing", row, _sharing)
    reports = words.count(len({item.report for item in shared}), "report")
    quoted = quotation(None, cite.wide(shared[:1]), QUOTE)
    by_name = _is_named(row, shared, cite)
    key = "origin_same_words" if row.kind == OriginKind.SHARED_PASSAGE else "origin_in"
    pieces = told(
        key if by_name else "origin_alike", source=clipped(row.source or "", 60), reports=reports, words=quoted
    )
    return line(cite, wording("one_origin"), pieces, shared, [row])


def _is_quotable(row: OriginRow, pile: Pile, cite: Citations) -> bool:
    """Whether quotations show that it is one origin: the same words, or the same one named for them in each."""
    if row.source is None or is_pronoun(row.source):
        return False
    shared = pile.whole.of_row("sharing", row, _sharing)
    return len(shared) > 1 and (row.kind == OriginKind.SHARED_PASSAGE or _is_named(row, shared, cite))


def _is_named(row: OriginRow, shared: list[Evidence], cite: Citations) -> bool:
    return row.source is not None and all(row.source in item.quote for item in cite.around(shared))


def _sharing(row: OriginRow) -> list[Evidence]:
    """The evidence that shows the sharing: of the words that most of its reports have, one telling in each."""
    told = [(item, content_words(item.quote)) for item in row.evidence]

    def partners(words_of_it: frozenset[str], report: str) -> set[str]:
        alike = (
            item.report for item, other in told if len(words_of_it & other) >= ALIKE * min(len(words_of_it), len(other))
        )
        return {name for name in alike if name != report}

    if row.kind != OriginKind.SHARED_PASSAGE or not told:
        return list(row.evidence)
    item, best = max(told, key=lambda pair: (len(partners(pair[1], pair[0].report)), len(pair[1])))
    kept = [other for other, others in told if _are_same(best, others)]
    by_report = {one.report: one for one in reversed([item, *kept])}
    return sorted(by_report.values(), key=lambda one: len(one.quote))  # the shortest is what the others have too


def _are_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * min(len(one), len(other))


def _copies(pile: Pile, cite: Citations) -> list[Line]:
    """A line for each report that others repeat."""
    shown = pile.whole.once("copies", lambda: _copied(pile))
    return [_copy(first, rows, cite) for first, rows in shown]


def _copied(pile: Pile) -> list[tuple[ReportRow, list[ReportRow]]]:
    """The first reports that others repeat, with these."""
    copies = sorted((row for row in pile.reports if row.copies_of), key=lambda row: (row.copies_of or "", row.file))
    grouped = [(first, list(rows)) for first, rows in groupby(copies, key=lambda row: row.copies_of)]
    return [(pile.report[first], rows) for first, rows in grouped if first in pile.report][:COPIES]  # no other is cited


def _copy(first: ReportRow, rows: list[ReportRow], cite: Citations) -> Line:
    outlets = list(dict.fromkeys(row.outlet or row.file for row in rows))
    text = told(
        "repeats",
        outlets=words.listing([clipped(item, 40) for item in outlets[:3]]),
        verb="repeats" if len(outlets) == 1 else "repeat",
        first=clipped(first.outlet or first.file, 40),
    )
    cited = cite.whole([first, *rows])
    return whole_line(wording("copies"), text, cited, rows=(first.id, *(row.id for row in rows)))
