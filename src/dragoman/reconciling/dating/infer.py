"""The days of undated reports, from the pile: rounds of bounds, until nothing changes."""

from collections import defaultdict

from dragoman.reading.redating import redated
from dragoman.reconciling.dating import near, told, weekdays
from dragoman.reconciling.dating.bounds import Bound, Met, met
from dragoman.reconciling.dating.passages import Shared, shared
from dragoman.reconciling.pile import Item, Pile
from dragoman.records.time import NO_DAY, Interval, Known, Published

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
    own = {item.id: tuple(told.bounds(item)) for item in undated}
    links: dict[str, list[Shared]] = defaultdict(list)
    for link in shared(pile, own):
        links[link.report].append(link)
    known = {item.id: Met(NO_DAY, ()) for item in undated}
    items = {item.id: item for item in pile}
    for _ in range(ROUNDS):
        days = {item.id: known[item.id].interval if item.id in known else item.published.interval for item in pile}
        found = {item.id: _met(items[item.id], own[item.id], links[item.id], items, days) for item in undated}
        if found == known:
            break
        changed = {report for report in found if found[report] != known[report]}
        known = found
        items |= {item.id: _with(item, known[item.id]) for item in undated if item.id in changed}
    return Pile(items.values())


def _met(
    item: Item, own: tuple[Bound, ...], links: list[Shared], items: dict[str, Item], days: dict[str, Interval]
) -> Met:
    shared_words = [one for link in links for one in near.bounds(link, item, items[link.other], days)]
    found = met((*own, *shared_words))
    narrower = weekdays.bound(item, found.interval)
    if narrower is None:
        return found
    return met((Bound(found.interval.begin, found.interval.end, narrower.ground, firm=True), narrower))._replace(
        grounds=(*found.grounds, narrower.ground)
    )


def _with(item: Item, found: Met) -> Item:
    when = found.interval
    if not when.known:
        return item
    published = Published(
        begin=when.begin, end=when.end, precision=when.precision, known=Known.INFERRED, evidence=found.grounds
    )
    return item.but(reading=redated(item.reading, item.report, published))
