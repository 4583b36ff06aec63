"""Bounds from words shared with a report whose days are known."""

import datetime
from collections.abc import Iterator, Mapping

from dragoman.reconciling.dating.bounds import Bound
from dragoman.reconciling.dating.passages import Shared, said_at
from dragoman.reconciling.dating.wording import days_in_words
from dragoman.reconciling.pile import Item
from dragoman.records.reading import TimedAs
from dragoman.records.time import Ground, Interval

# Days between two printings of the same words: of much (two sentences or more), and of little, which is also quoted
# again in later reports. Nineteen in twenty pairs of reports of different outlets are this near.
MUCH = 12  # runs
NEAR, FAR = 3, 6
# Days in which words are still printed as news after they were said.
FRESH = 6


def bounds(link: Shared, item: Item, other: Item, days: Mapping[str, Interval]) -> Iterator[Bound]:
    """What a shared sentence says of `item`; `other` is the report that has it too, `days` what is known so far."""
    when = days[other.id]
    quote = link.span.of(item.report.text)
    said = said_at(other, link.other_span, quote)
    spoken = said.when if said is not None else None
    if spoken is not None and spoken.begin is not None and spoken.end is not None and not _later(spoken, when):
        says = f"has words that {other.name} says were said {days_in_words(spoken, 'on')}"
        told = said is not None and said.timing is not None and said.timing.kind is TimedAs.OWN
        yield Bound(spoken.begin, None, Ground(says=says, quote=quote, span=link.span), firm=told)
        late = spoken.end + datetime.timedelta(days=FRESH)
        says = f"{says}: words are news for {FRESH} days"
        yield Bound(spoken.begin, late, Ground(says=says, quote=quote, span=link.span))
    if when.begin is not None and when.end is not None:
        within = NEAR if link.runs >= MUCH else FAR
        margin = datetime.timedelta(days=within)
        printed = f"published {days_in_words(when, 'on')}: the same words are printed within {within} days"
        says = f"shares words with {other.name}, {printed}"
        yield Bound(when.begin - margin, when.end + margin, Ground(says=says, quote=quote, span=link.span))


def _later(spoken: Interval, when: Interval) -> bool:
    """Whether words were said after the report that has them: then its day of them is misread."""
    return spoken.begin is not None and when.end is not None and spoken.begin > when.end
