"""From a dossier and two days to their comparison."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.showing import days, words
from dragoman.showing.brief.build import title
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import grid, more
from dragoman.showing.brief.pile import Pile, gather
from dragoman.showing.compare.model import Comparison
from dragoman.showing.compare.talks import conditions, hosting, positions, proposals, states
from dragoman.showing.compare.telling import disputes, figures, sourcing
from dragoman.showing.compare.topics import Topics, side_by_side
from dragoman.showing.page.model import Section, SectionKey
from dragoman.showing.page.pieces import wording
from dragoman.workbench import Dossier


@dataclass(frozen=True)
class Part:
    """One section of a comparison."""

    key: SectionKey
    title: str  # a template's key
    topics: Callable[[Pile, Citations], Topics]
    most: int
    command: str | None
    whole: bool = False  # all of the second day where any of it is new


PARTS = (
    Part(SectionKey.STANDS, "section_state", states, 6, "channels", whole=True),
    Part(SectionKey.VENUE, "section_venue", hosting, 5, "hosting", whole=True),
    Part(SectionKey.REOPENS, "section_conditions", conditions, 6, "conditions"),
    Part(SectionKey.TABLE, "section_proposals", proposals, 4, "proposals"),
    Part(SectionKey.GAPS, "section_positions", positions, 7, "positions"),
    Part(SectionKey.FIGURES, "section_figures", figures, 8, "figures"),
    Part(SectionKey.DISPUTED, "section_disputed", disputes, 6, "conflicts", whole=True),
    Part(SectionKey.SOURCING, "section_sourcing", sourcing, 8, None, whole=True),
)


def compare(
    dossier: Dossier,
    first: datetime.date,
    second: datetime.date,
    *,
    known_then: bool = False,
    process: str | None = None,
) -> Comparison:
    """`first` and `second` side by side, the earlier day first.

    Each day is told by all that the record holds now; with `known_then`, by the reports published up to it alone.
    """
    first, second = sorted((first, second))
    one, two = (
        gather(dossier, day, day, known_by=day if known_then else None, process=process) for day in (first, second)
    )
    cite = Citations(two.report if one.whole is two.whole else {**one.report, **two.report}, two.sentences)
    sections = tuple(made for part in PARTS if (made := _section(part, one, two, cite)))
    named = title(two)
    return Comparison(
        title=named,
        heading=wording("compare_title", title=named, first=days.day(first), second=days.day(second)),
        tally=(_tally(one, two),),
        notes=(wording("compare_known" if known_then else "compare_now"),),
        sections=sections,
        reports=cite.reports(),
        first=first,
        second=second,
        known_then=known_then,
    )


def _section(part: Part, one: Pile, two: Pile, cite: Citations) -> Section | None:
    assert one.as_of is not None and two.as_of is not None
    day = days.day(one.as_of, two.year)
    before, after = part.topics(one, cite), part.topics(two, cite)
    rows, left = side_by_side(before, after, part.most, day, whole=part.whole)
    if not rows:
        return None
    heads = (days.day(one.as_of), days.day(two.as_of))
    return Section(
        key=part.key,
        title=wording(part.title),
        grid=grid("", wording("compare_what"), heads, rows),
        more=more(left, part.command, two) if part.command else None,
    )


def _tally(one: Pile, two: Pile) -> str:
    outlets = two.whole.once("outlets", lambda: {row.outlet for row in two.reports if row.outlet})
    reports = two.report.keys() if one.whole is two.whole else one.report.keys() | two.report.keys()
    return wording(
        "rests_on",
        reports=words.count(len(reports), "report"),
        outlets=words.count(len(outlets), "outlet"),
        origins=words.count(two.sourced_origin_count, "statement origin"),
    )
