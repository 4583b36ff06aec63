"""Statements counted: how they are sourced, by which outlets, in how many reports; of any day."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from dragoman.records.base import Frozen
from dragoman.records.reading import Sourcing
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.voices import StatementRow
from dragoman.showing.brief.tally import Tally


class OfOutlet(Frozen, frozen=True, kw_only=True):
    """What an outlet printed: in how many reports, and how it is sourced."""

    reports: int
    kinds: Mapping[Sourcing, int]


class Spoken:
    """The statements of a record, counted once for all days."""

    def __init__(
        self, rows: Sequence[StatementRow], told: Sequence[int], sure: Mapping[str, int], reports: Sequence[ReportRow]
    ) -> None:
        """`told`: of each row the day from which on it counts; `sure`: of reports the day by which they appeared."""
        known = {row.id: row for row in reports}
        first: dict[str, int] = {}
        for row, day in zip(rows, told, strict=True):
            first[row.report] = min(day, first.get(row.report, day))
        self._reports = [(day, known[name]) for name, day in first.items() if name in known]
        self._printed = Tally((row.outlet, day) for day, row in self._reports)
        self._kinds = Tally((row.sourcing, day) for row, day in zip(rows, told, strict=True))
        self._by_outlet = Tally(
            ((known[row.report].outlet, row.sourcing), day)
            for row, day in zip(rows, told, strict=True)
            if row.report in known
        )
        self._surely = Tally(
            (row.sourcing, max(day, sure[row.report]))
            for row, day in zip(rows, told, strict=True)
            if row.report in sure
        )

    def kinds(self, day: datetime.date | None) -> Mapping[Sourcing, int]:
        """How many there are of each kind of sourcing."""
        return self._kinds.upto(day)

    def surely(self, day: datetime.date) -> Mapping[Sourcing, int]:
        """The same, of the reports that surely have appeared by a day."""
        return self._surely.upto(day)

    def reports(self, day: datetime.date | None, most: int) -> tuple[list[ReportRow], int]:
        """The first of the reports in which they stand, in the order of the statements, and how many there are."""
        told = (row for first, row in self._reports if day is None or first <= day.toordinal())
        return list(islice(told, most)), self._printed.count(day)

    def outlets(self, day: datetime.date | None) -> dict[str | None, OfOutlet]:
        """What each outlet printed."""
        kinds: dict[str | None, Counter[Sourcing]] = {}
        for (outlet, kind), count in self._by_outlet.upto(day).items():
            kinds.setdefault(outlet, Counter())[kind] += count
        printed = self._printed.upto(day)
        return {outlet: OfOutlet(reports=printed[outlet], kinds=of) for outlet, of in kinds.items()}
