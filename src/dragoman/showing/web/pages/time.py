"""The talks over time: a lane for each channel, events as marks sized by origins, and the days one by one."""

import datetime
from collections import defaultdict

from dragoman.records.rows.happenings import TimelineRow
from dragoman.showing.brief.pictures import lanes, marks
from dragoman.showing.brief.pile import Pile, gather
from dragoman.showing.page.model import Picture
from dragoman.showing.web.asking import View, address
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.site import Asked, Made, Site

DAY = datetime.timedelta(days=1)
MOST_DAYS = 60  # on a page, the latest first


def time(moment: Moment, asked: Asked) -> Made:
    """The page."""
    view = asked.view
    pile = moment.once(
        ("pile", view.as_of, view.known_by, view.process),
        lambda: gather(moment.dossier, view.as_of, known_by=view.known_by, process=view.process),
    )
    drawn = [("channels", lanes(pile, pile.states)), ("happened", marks(pile))]
    pictures = [(key, zoomed(found, view)) for key, found in drawn if found is not None]
    by_day = _by_day(pile, view)
    spans = sorted(by_day, reverse=True)
    return Made(
        template="time.html",
        title="Time",
        filled={
            "pictures": pictures,
            "by_day": [(day, by_day[day]) for day in spans[view.offset : view.offset + MOST_DAYS]],
            "day_count": len(spans),
            "most_days": MOST_DAYS,
            "channels": pile.channels,
            "proposals": pile.proposals,
            "hosting": pile.hosting,
            "moment": moment,
            "zooms": _zooms(moment, pile),
        },
        download=address("/api/timeline", view.asked),
    )


def zoomed(picture: Picture, view: View) -> Picture:
    """The part of a picture between two days, at least two days wide."""
    begin, end = view.begin or picture.begin, view.end or picture.end
    if view.begin is None and view.end is None:
        return picture
    begin, end = min(begin, end), max(begin + DAY, end)
    inside = [
        lane.but(
            spells=tuple(
                spell
                for spell in lane.spells
                if (spell.begin is None or spell.begin <= end) and (spell.end is None or spell.end >= begin)
            )
        )
        for lane in picture.lanes
    ]
    kept = tuple(mark for mark in picture.marks if mark.begin >= begin and mark.end <= end)
    return picture.but(begin=begin, end=end, lanes=tuple(lane for lane in inside if lane.spells), marks=kept)


def _by_day(pile: Pile, view: View) -> dict[datetime.date, list[TimelineRow]]:
    """Events by the first day that they can have been on, most origins first."""
    found: dict[datetime.date, list[TimelineRow]] = defaultdict(list)
    for row in pile.timeline:
        day = row.begin or row.end
        if day is None or (view.begin and day < view.begin) or (view.end and day > view.end):
            continue
        found[day].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (-row.origin_count, row.id))
    return dict(found)


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
