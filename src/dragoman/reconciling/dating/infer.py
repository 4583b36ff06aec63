"""The days of undated reports, from the pile: rounds of bounds, until nothing changes."""

from collections import defaultdict

from dragoman.reading.redating import redated
from dragoman.reconciling.dating import acts, alike, awaited, calendar, near, pins, told, turns, weekdays
from dragoman.reconciling.dating.bounds import Bound, Met, met
from dragoman.reconciling.dating.passages import Shared, shared
from dragoman.reconciling.pile import Item, Pile
from dragoman.records.time import NO_DAY, Known, Published

# Each round carries what is known one report further; longer chains of reasoning convince nobody.
ROUNDS = 4


def dated(pile: Pile) -> Pile:
    """The pile with an inferred interval on each report that states none, as far as the others allow.

    A pure function of the pile: every round takes all that the round before knew, whatever the order of the reports.
    What rests on a report's day is told anew (`redated`).
    """
    undated = tuple(item for item in pile if not item.published.interval.known)
    if not undated:
        return pile
    ids = [item.id for item in undated]
    given = [voice.bounds(pile, ids) for voice in (calendar, alike, acts, turns)]
    own = {
        item.id: (*told.bounds(item), *(one for voice in given for one in voice.get(item.id, ()))) for item in undated
    }
    links: dict[str, list[Shared]] = defaultdict(list)
    for link in shared(pile, own):
        links[link.report].append(link)
    known = {item.id: Met(NO_DAY, ()) for item in undated}
    items = {item.id: item for item in pile}
    for _ in range(ROUNDS):
        days = {item.id: known[item.id].interval if item.id in known else item.published.interval for item in pile}
        by_key = pins.index(Pile(items.values()))
        found = {}
        for item in undated:
            current = items[item.id]
            words = [one for link in links[item.id] for one in near.bounds(link, current, items[link.other], days)]
            answers = awaited.bounds(current, items, days)
            found[item.id] = _met(current, (*own[item.id], *words, *pins.bounds(current, by_key, items), *answers))
        if found == known:
            break
        changed = {report for report in found if found[report] != known[report]}
        known = found
        items |= {item.id: _with(item, known[item.id]) for item in undated if item.id in changed}
    return Pile(items.values())


def _met(item: Item, bounds: tuple[Bound, ...]) -> Met:
    found = met(bounds)
    narrower = weekdays.bound(item, found.interval)
    if narrower is None:
        return found
    within = found.interval.but(begin=narrower.begin, end=narrower.end)
    return Met(within.but(precision=narrower.interval.precision), (*found.grounds, narrower.ground))


def _with(item: Item, found: Met) -> Item:
    when = found.interval
    if not when.known:
        return item
    published = Published(
        begin=when.begin, end=when.end, precision=when.precision, known=Known.INFERRED, evidence=found.grounds
    )
    return item.but(reading=redated(item.reading, item.report, published))
