"""What a report tells to have come some time after what it tells just before: "two weeks later"."""

import datetime
import re
from collections import defaultdict

from dragoman.process.grounds import Grounds
from dragoman.records.reading import EventMode
from dragoman.records.rows.happenings import TimelineRow

_NEAR = 400  # characters: what is told just before
_WORDS = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: n for n, word in enumerate(_WORDS.split(), 1)} | {"a": 1, "an": 1}
_DAYS = {"day": 1, "week": 7, "month": 28, "year": 365}
_LATER = re.compile(
    r"^(?:(?:roughly|about|some|around|just|only|nearly|almost) )?(?:(\w+) )?(day|week|month|year)s? "
    r"(?:later|afterwards?|after that)\b"
)


class After:
    """The first day of what is told by its distance from what stands before it in the same report."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._told: dict[str, list[tuple[int, TimelineRow]]] = defaultdict(list)
        for row in grounds.timeline:
            if row.mode is EventMode.HAPPENED and row.begin is not None:
                for e in row.evidence:
                    self._told[e.report].append((e.start, row))

    def begin_of(self, row: TimelineRow) -> datetime.date | None:
        """The first day on which it can have been; None where it is not told so, or what it came after has no day.

        A distance that is told roughly is taken as half of it: "about two weeks later" is no less than one.
        """
        found = _LATER.match(" ".join(row.text.lower().split()))
        if found is None:
            return None
        at = row.evidence[0]
        before = [(start, one) for start, one in self._told[at.report] if at.start - _NEAR <= start < at.start]
        if not before:
            return None
        begin = max(before, key=lambda one: (one[0], one[1].id))[1].begin
        days = _NUMBERS.get(found.group(1) or "", 1) * _DAYS[found.group(2)]
        return begin + datetime.timedelta(days=days // 2) if begin is not None else None
