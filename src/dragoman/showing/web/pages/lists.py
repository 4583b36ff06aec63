"""The pages that are lists of rows: statements, claims, events, reports."""

import datetime
from collections import Counter
from collections.abc import Callable
from typing import Any

from dragoman.records.reading import EventMode, Polarity, Sourcing
from dragoman.records.rows.evidence import ReviewStatus
from dragoman.records.rows.happenings import ClaimStatus, ConflictStrength
from dragoman.records.rows.reports import Relevance
from dragoman.showing.brief.tally import Tally
from dragoman.showing.web.asking import View, address
from dragoman.showing.web.choosing import Chosen, chosen
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.site import Asked, Made
from dragoman.workbench.filters import first_day


def _values(*kinds: Any) -> tuple[str, ...]:
    return tuple(one.value for kind in kinds for one in kind)


REVIEWS = tuple(status.value for status in ReviewStatus)
# What rows are told apart by at first sight, by their table: what must be looked at first.
SHARES = {
    "claims": _values(ClaimStatus),
    "conflicts": _values(ConflictStrength),
    "statements": _values(Polarity),
}
STANDS = {ClaimStatus.DISPUTED: 0, ClaimStatus.DENIED: 1, ClaimStatus.CORROBORATED: 2}
# What rows are sorted by where the record's own order says nothing to a reader.
FIRST: dict[str, Callable[[Any], Any]] = {
    "claims": lambda row: (STANDS.get(row.status, 3), -row.origin_count, -row.report_count),
    "figures": lambda row: (row.conflict is None, -len(row.points)),
}
DAYLESS = ("claims",)  # whose rows are about no day
OUTLETS = 60  # of those that print most, offered to choose from


def listing(table: str, title: str, statuses: tuple[str, ...], *, by_source: bool) -> Callable[[Moment, Asked], Made]:
    """A page that lists a table."""

    def page(moment: Moment, asked: Asked) -> Made:
        found = chosen(moment, table, asked.view, FIRST.get(table))
        return Made(
            template="list.html",
            title=title,
            filled=filled(moment, table, asked.view, found, (*statuses, *REVIEWS), by_source=by_source),
            download=download(table, asked.view),
        )

    return page


def filled(
    moment: Moment, table: str, view: View, found: Chosen, statuses: tuple[str, ...], *, by_source: bool
) -> dict[str, Any]:
    """What every list needs."""
    whole = chosen(moment, table, View(known_by=view.known_by, limit=1)) if view.is_filtered else found
    return {
        "table": table,
        "found": found,
        "moment": moment,
        "statuses": statuses,
        "shares": shares(moment, table, view),
        "sourcings": _values(Sourcing) if by_source else (),
        "outlets": outlets(moment),
        "by_source": by_source,
        "all_count": whole.count,
        "actor_names": actor_names(moment),
    }


def shares(moment: Moment, table: str, view: View) -> tuple[tuple[str, int], ...]:
    """How many rows are of each status that is looked for first; nothing where there is one status alone."""
    day = None if table in DAYLESS else view.as_of
    kept = View(as_of=day, known_by=view.known_by, process=view.process, limit=1)

    def make() -> tuple[tuple[str, int], ...]:
        if table == "statements" and day is not None:  # so many that to count those up to a day takes a while
            counted = polarities(moment, view.known_by).upto(day)
            parts = [(status, counted.get(status, 0)) for status in SHARES[table]]
        else:
            parts = [(status, chosen(moment, table, kept.but(status=status)).count) for status in SHARES.get(table, ())]
        found = tuple((status, count) for status, count in parts if count)
        return found if len(found) > 1 else ()

    return moment.once(("shares", table, kept), make)


def polarities(moment: Moment, known_by: datetime.date | None = None) -> Tally[str]:
    """The statements by their polarity, of any day."""

    def make() -> Tally[str]:
        rows = moment.dossier.statements(View(known_by=known_by).filters)
        return Tally((row.polarity.value, first_day(row)) for row in rows)

    return moment.once(("polarities", known_by), make, lasting=True)


def outlets(moment: Moment) -> tuple[str, ...]:
    """The outlets, those with most reports if there are many, by name."""

    def make() -> tuple[str, ...]:
        tally = Counter(row.outlet for row in moment.reports.values() if row.outlet)
        return tuple(sorted(name for name, _ in tally.most_common(OUTLETS)))

    return moment.once("outlets", make, lasting=True)


def actor_names(moment: Moment) -> tuple[str, ...]:
    """Names to choose from: those that most reports tell of."""

    def make() -> tuple[str, ...]:
        named = [row for row in moment.dossier.actors() if row.named]
        named.sort(key=lambda row: (-row.report_count, row.name))
        return tuple(row.name for row in named[:OUTLETS])

    return moment.once("actor names", make, lasting=True)


def download(table: str, view: View) -> str:
    """The address that gives all rows of a view as data."""
    return address(f"/api/{table}", view.asked)


statements = listing("statements", "Statements", _values(Polarity), by_source=True)
claims = listing("claims", "Claims", _values(ClaimStatus), by_source=False)
events = listing("timeline", "Events", _values(EventMode, ClaimStatus), by_source=False)
reports = listing("reports", "Reports", _values(Relevance), by_source=False)
