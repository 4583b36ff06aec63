"""How much of a record rests on whom: its statements counted once, and told for any day."""

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import nsmallest

from dragoman.records.base import Frozen
from dragoman.records.reading import Sourcing
from dragoman.records.rows.evidence import ReviewStatus
from dragoman.records.rows.voices import StatementRow
from dragoman.showing.brief.whole import NEVER
from dragoman.workbench.filters import first_day


class Rests(Frozen, frozen=True, kw_only=True):
    """What rests on one source, or one outlet, or one way of showing a source."""

    name: str
    actor: str | None
    statements: int
    reports: int
    origins: int
    sourcing: tuple[tuple[str, int], ...]  # how it is shown, most often first
    share: float  # of all statements, in percent


class Told(Frozen, frozen=True, kw_only=True):
    """Those on which most rests, and how many there are in all."""

    most: tuple[Rests, ...]
    count: int
    statement_count: int


class _Named:
    """What rests on one name: of each statement its day, of each report, origin and kind the days of theirs."""

    def __init__(self) -> None:
        self.days: list[int] = []
        self.reports: dict[str, int] = {}
        self.origins: dict[str, int] = {}
        self.kinds: dict[str, list[int]] = defaultdict(list)
        self.actors: dict[str, list[tuple[int, int]]] = {}  # by the id: the days, and the places among all

    def add(self, day: int, place: int, row: StatementRow, *, is_actors: bool) -> None:
        """Count a statement of a day that is none before that of the last one."""
        self.days.append(day)
        self.reports.setdefault(row.report, day)
        if row.origin:
            self.origins.setdefault(row.origin, day)
        self.kinds[row.sourcing.value].append(day)
        if is_actors and row.actor:
            self.actors.setdefault(row.actor.id, []).append((day, place))

    def told(self, name: str, last: int, total: int) -> Rests:
        """All of it up to a day."""
        kinds = ((kind, bisect_right(days, last)) for kind, days in self.kinds.items())
        count = bisect_right(self.days, last)
        return Rests(
            name=name,
            actor=self._actor(last),
            statements=count,
            reports=bisect_right(list(self.reports.values()), last),
            origins=bisect_right(list(self.origins.values()), last),
            sourcing=tuple(sorted((one for one in kinds if one[1]), key=lambda one: (-one[1], one[0]))),
            share=100 * count / total,
        )

    def _actor(self, last: int) -> str | None:
        """Who it is by the last of the statements."""
        found = {actor: max((at for day, at in said if day <= last), default=-1) for actor, said in self.actors.items()}
        actor = max(found, key=lambda one: found[one], default=None)
        return actor if actor is not None and found[actor] >= 0 else None


class _Shares:
    """What rests on each of some names."""

    def __init__(self) -> None:
        self.names: dict[str, _Named] = defaultdict(_Named)

    def told(self, last: int, most: int) -> Told:
        """Those on which most rests up to a day."""
        counted = ((-bisect_right(one.days, last), name) for name, one in self.names.items())
        kept = [one for one in counted if one[0]]
        total = -sum(count for count, _ in kept) or 1
        first = nsmallest(most, kept)
        return Told(
            most=tuple(self.names[name].told(name, last, total) for _, name in first),
            count=len(kept),
            statement_count=-sum(count for count, _ in kept),
        )


class Resting:
    """Statements by source, by how the source is shown, and by outlet."""

    def __init__(self, statements: Iterable[StatementRow], outlets: Mapping[str, str | None]) -> None:
        """`outlets`: of each report."""
        self._sources, self._sourcing, self._outlets = _Shares(), _Shares(), _Shares()
        rows = (row for row in statements if row.review.status is not ReviewStatus.REJECTED)
        dated = [(first_day(row), place, row) for place, row in enumerate(rows)]
        for day, place, row in sorted(dated, key=lambda one: one[:2]):
            self._sourcing.names[row.sourcing.value].add(day, place, row, is_actors=False)
            self._outlets.names[outlets.get(row.report) or "not known"].add(day, place, row, is_actors=False)
            if row.sourcing is not Sourcing.OUTLET:  # its own voice is counted among the outlets
                name = row.actor.name if row.actor else row.source or "not shown"
                self._sources.names[name].add(day, place, row, is_actors=True)

    def told(self, day: datetime.date | None, most: int) -> dict[str, Told]:
        """By source, by how the source is shown and by outlet.

        As of a day what is known to have been said later is left out, as in the table of statements.
        """
        last = NEVER if day is None else day.toordinal()
        parts = {"sources": self._sources, "sourcing": self._sourcing, "outlets": self._outlets}
        return {key: one.told(last, most) for key, one in parts.items()}
