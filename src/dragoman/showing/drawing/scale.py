"""From days to places along a picture, and which days to name below it."""

import datetime

from dragoman.records.base import Frozen
from dragoman.showing import days

DAY = datetime.timedelta(days=1)
STEPS = (1, 2, 4, 7, 14)  # days; beyond them months and years


class Scale(Frozen, frozen=True, kw_only=True):
    """Days from `begin` to `end`, each a cell of equal width, between `left` and `right`."""

    begin: datetime.date
    end: datetime.date
    left: float
    right: float

    @property
    def cell(self) -> float:
        """The width of a day."""
        return (self.right - self.left) / ((self.end - self.begin).days + 1)

    def start(self, day: datetime.date) -> float:
        """Where a day begins, within the picture."""
        return self.left + self.cell * min(max((day - self.begin).days, 0), (self.end - self.begin).days + 1)

    def middle(self, day: datetime.date) -> float:
        """The middle of a day."""
        return self.start(day) + self.cell / 2

    def ticks(self, most: int) -> tuple[tuple[datetime.date, str], ...]:
        """At most about `most` days with their names: days, weeks, first days of months, or of years."""
        span = (self.end - self.begin).days + 1
        step = next((step for step in STEPS if span / step <= most), None)
        if step:
            count = (span - 1) // step
            chosen = [self.end - DAY * step * n for n in range(count, -1, -1)]
            return tuple((day, short(day)) for day in chosen)
        months = _firsts(self.begin, self.end)
        step = next((n for n in (1, 2, 3, 6) if len(months) / n <= most), 0)
        if step:
            kept = [day for day in months if (day.month - 1) % step == 0]
            return tuple((day, _month(day, first=day == kept[0])) for day in kept)
        years = [day for day in months if day.month == 1]
        wide = max(1, -(-len(years) // most))
        return tuple((day, str(day.year)) for day in years if day.year % wide == 0)


def _firsts(begin: datetime.date, end: datetime.date) -> list[datetime.date]:
    count = (end.year - begin.year) * 12 + end.month - begin.month
    all_of_them = [_month_on(begin, n) for n in range(count + 1)]
    return [day for day in all_of_them if begin <= day <= end]


def _month_on(begin: datetime.date, months: int) -> datetime.date:
    years, month = divmod(begin.month - 1 + months, 12)
    return datetime.date(begin.year + years, month + 1, 1)


def short(day: datetime.date) -> str:
    """A day where there is little room: "8 Mar"."""
    return f"{day.day} {days.MONTHS[day.month - 1][:3]}"


def _month(day: datetime.date, *, first: bool) -> str:
    name = days.MONTHS[day.month - 1][:3]
    return f"{name} {day.year}" if first or day.month == 1 else name


def span(begin: datetime.date, end: datetime.date) -> str:
    """Days where there is little room: "8 Mar", "8–10 Mar", "28 Feb – 3 Mar", "Oct" for the whole month."""
    if begin == end:
        return short(begin)
    if (begin.year, begin.month) != (end.year, end.month):
        return f"{short(begin)} – {short(end)}"
    if begin.day == 1 and (end + DAY).day == 1:
        return days.MONTHS[begin.month - 1][:3]
    return f"{begin.day}–{short(end)}"
