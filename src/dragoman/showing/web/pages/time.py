"""The talks over time: channels, venues, proposals and events on one board of days, and the days one by one."""

import datetime

from dragoman.records.rows.happenings import TimelineRow
from dragoman.showing.brief.pictures import window_of
from dragoman.showing.brief.pile import Pile, gather
from dragoman.showing.drawing import BROAD, SCREEN, SMALL
from dragoman.showing.drawing.board import board
from dragoman.showing.web.asking import View, address
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.pages.tracks import board_of
from dragoman.showing.web.site import Asked, Made, Site

DAY = datetime.timedelta(days=1)
MOST_DAYS, MOST_OF_A_DAY = 7, 5  # on a page, the latest first; the others are counted
MOST = 20  # channels and proposals in words
STYLES = (("broad", BROAD), ("wide", SCREEN), ("narrow", SMALL))
Span = tuple[datetime.date, datetime.date]


def time(moment: Moment, asked: Asked) -> Made:
    """The page."""
    view = asked.view
    pile = moment.once(
        ("pile", view.as_of, view.known_by, view.process),
        lambda: gather(moment.dossier, view.as_of, known_by=view.known_by, process=view.process),
    )
    shown = span_of(pile, view)
    made = board_of(pile, view, shown) if shown else None
    by_day = _by_day(pile, view)
    spans = sorted(by_day, reverse=True)
    return Made(
        template="time.html",
        title="Time",
        filled={
            "pictures": [(name, board(made, style, name)) for name, style in STYLES] if made else [],
            "caption": made.title if made else "",
            "by_day": [(day, _ordered(by_day[day], pile)) for day in spans[view.offset : view.offset + MOST_DAYS]],
            "day_count": len(spans),
            "most_days": MOST_DAYS,
            "most_of_a_day": MOST_OF_A_DAY,
            "most": MOST,
            "channels": pile.channels,
            "proposals": pile.proposals,
            "hosting": pile.hosting,
            "moment": moment,
            "zooms": _zooms(moment, pile),
            "moves": _moves(shown) if shown else [],
        },
        download=address("/api/timeline", view.asked),
    )


def span_of(pile: Pile, view: View) -> Span | None:
    """The days that the board shows: those asked for, at least two; else those of the reports."""
    whole = window_of(pile)
    begin, end = view.begin or (whole and whole[0]), view.end or (whole and whole[1])
    if begin is None or end is None:
        return None
    return min(begin, end), max(begin + DAY, end)


def _moves(shown: Span) -> list[tuple[str, str, str]]:
    """Names and bounds of what is next to the days that are shown: earlier, later, nearer, farther."""
    begin, end = shown
    wide = (end - begin).days + 1
    half, quarter = DAY * max(1, wide // 2), DAY * max(1, wide // 4)
    made = [("← earlier", begin - half, end - half), ("later →", begin + half, end + half)]
    if wide > 4:
        made.append(("+ nearer", begin + quarter, end - quarter))
    made.append(("− farther", begin - half, end + half))
    return [(name, first.isoformat(), last.isoformat()) for name, first, last in made]


def _by_day(pile: Pile, view: View) -> dict[datetime.date, list[int]]:
    """By the first day that events can have been on, where these stand among all; days of which any is told."""
    every: dict[datetime.date, list[int]] = pile.whole.once("by first day", pile.whole.by_first_day)
    return {
        day: places
        for day, places in every.items()
        if not ((view.begin and day < view.begin) or (view.end and day > view.end))
        and any(pile.whole.timeline.is_told(place, pile.day, pile.as_of) for place in places)
    }


def _ordered(places: list[int], pile: Pile) -> list[TimelineRow]:
    """The events at some places that are told, those of most origins first."""
    rows = (pile.whole.every[place] for place in places if pile.whole.timeline.is_told(place, pile.day, pile.as_of))
    return sorted(rows, key=lambda row: (-row.origin_count, row.id))


def _zooms(moment: Moment, pile: Pile) -> list[tuple[str, str, str]]:
    """Names and bounds of the spans to zoom to: the last week, fortnight, month, quarter."""
    reach = Site.days(moment)
    if reach is None or pile.as_of is None:
        return []
    last, first = pile.as_of, datetime.date.fromisoformat(reach[0])
    spans = [("week", 7), ("fortnight", 14), ("month", 31), ("quarter", 92), ("year", 366)]
    made = [(f"last {name}", last - DAY * count, last) for name, count in spans]
    kept = [one for one, before in zip(made, [None, *made], strict=False) if before is None or before[1] > first]
    return [(name, begin.isoformat(), end.isoformat()) for name, begin, end in kept]
