"""How many there are of each kind on a day: counted once for all days."""

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class Tally(Generic[K]):
    """Kinds of things, each with the first days on which they are told of; counted up to any day."""

    def __init__(self, told: Iterable[tuple[K, int]]) -> None:
        """Of each thing its kind and its first day, counted from the first of the calendar."""
        days: dict[K, list[int]] = defaultdict(list)
        for kind, day in told:
            days[kind].append(day)
        self._days = {kind: sorted(found) for kind, found in days.items()}

    def upto(self, day: datetime.date | None) -> dict[K, int]:
        """How many there are of each kind by a day, none of which there are none; without a day of all days."""
        if day is None:
            return {kind: len(days) for kind, days in self._days.items()}
        last = day.toordinal()
        found = {kind: bisect_right(days, last) for kind, days in self._days.items()}
        return {kind: count for kind, count in found.items() if count}

    def count(self, day: datetime.date | None) -> int:
        """How many there are of all kinds."""
        return sum(self.upto(day).values())
