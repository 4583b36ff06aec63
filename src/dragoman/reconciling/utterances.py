"""What one speaker says alike in several reports: quoted at length here and in part there, or put into other words."""

import datetime
import functools
import re
from collections.abc import Sequence
from importlib import resources
from itertools import combinations
from typing import NamedTuple

from dragoman.reconciling.linkage import linked
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import names_in, naming, tokens
from dragoman.records.reading import Polarity
from dragoman.records.time import Published
from dragoman.records.vocabularies import from_yaml

# Days between two reports of one utterance: what somebody says again in the next week is said anew. What both have at
# length and nearly in the same words may be printed again for weeks.
_APART = datetime.timedelta(days=4)
_PRINTED_AGAIN = datetime.timedelta(days=21)
# Shares of the words that name something, of both together: by these alone, and where one stands in a longer one.
_ALIKE = 0.5
_WITHIN = 0.3
# Share of the shorter one's words that stand in the longer one.
_WHOLE = 0.7
# So many words, all in the longer one, are the same utterance however much more that one has.
_LONG = 6
_SHORT = 3  # fewer words than this are too few, unless they are quoted in both
_QUOTED = 2
# What two other speakers say is one utterance only where it was printed from one place: in nearly the same words.
_SAME_WORDS = 0.7
_QUOTATION = re.compile(r"[“\"«„‘']([^“”\"«»„]{3,400}?)[”\"»’'](?!\w)")


class Utterance(NamedTuple):
    """A statement as it is compared with others."""

    id: str
    report: str
    actor: str | None
    stems: frozenset[str]  # of the words that name something
    names: frozenset[str]  # those of them that are names
    quoted: frozenset[str]  # those of them that stand in quotation marks
    turned: frozenset[str]  # words that turn it round: "never"
    numbers: frozenset[str]
    published: Published
    first: str  # the report that its report repeats, or itself

    @classmethod
    def of(cls, voice: Voice, text: str, published: Published, first: str) -> "Utterance":
        """What of a statement is compared."""
        content = voice.content.of(text)
        quoted = [word for part in _QUOTATION.findall(content) for word in tokens(part)]
        return cls(
            voice.id,
            voice.report,
            voice.actor,
            frozenset(naming(voice.words)),
            frozenset(names_in(content)),
            frozenset(naming(quoted)),
            frozenset(word for word in voice.words if word in _turning()),
            frozenset(word for word in voice.words if word[0].isdigit()),
            published,
            first,
        )

    @property
    def keys(self) -> list[tuple[str, ...]]:
        """By what others like it are looked up: its speaker with each of its words."""
        return [(self.actor, one) for one in sorted(self.stems)] if self.actor else []

    @property
    def is_found_by_words(self) -> bool:
        """Whether its words tell enough to look for others like it."""
        return self.actor is not None and len(self.stems) >= _QUOTED


def is_uttered(voice: Voice) -> bool:
    """Whether a statement can be told by another report too: it asserts something, in words."""
    return voice.polarity is Polarity.ASSERTS and bool(voice.words)


def likeness(one: Utterance, other: Utterance) -> float:
    """How much alike two reports tell one utterance, from 0 (they do not) to 1."""
    if one.report == other.report or not one.stems or not other.stems:
        return 0.0
    shared = len(one.stems & other.stems)
    if len(one.stems & other.stems - one.names - other.names) < _QUOTED and one.stems != other.stems:
        return 0.0
    of_both = shared / len(one.stems | other.stems)
    if one.first == other.first and of_both == 1:
        return 1.0
    again = of_both >= _ALIKE and shared >= _LONG
    if not _close(one.published, other.published, _PRINTED_AGAIN if again else _APART):
        return 0.0
    if one.actor is None or one.actor != other.actor:
        return of_both if of_both >= _SAME_WORDS and shared >= _LONG and _agree(one, other) else 0.0
    least = min(len(one.stems), len(other.stems))
    of_least = shared / least
    long_ = shared >= _LONG and of_least >= _WHOLE
    alike = shared >= _SHORT and (of_both >= _ALIKE or (of_both >= _WITHIN and of_least >= _WHOLE) or long_)
    if alike and _agree(one, other):
        return of_both
    return max(of_both, _WITHIN) if _is_quoted_alike(one, other) else 0.0


def _is_quoted_alike(one: Utterance, other: Utterance) -> bool:
    """Whether the words that one report quotes are quoted in the other too."""
    shared = len(one.quoted & other.quoted)
    return shared >= _QUOTED and shared == min(len(one.quoted), len(other.quoted))


def _agree(one: Utterance, other: Utterance) -> bool:
    """Whether neither says what the other turns round, nor gives another number."""
    numbers = not one.numbers or not other.numbers or one.numbers <= other.numbers or other.numbers <= one.numbers
    return numbers and bool(one.turned) == bool(other.turned)


def _close(one: Published, other: Published, apart: datetime.timedelta) -> bool:
    """Whether two reports can be of the same days; where a day is not known they can."""
    if one.begin is None or one.end is None or other.begin is None or other.end is None:
        return True
    return one.begin - other.end <= apart and other.begin - one.end <= apart


def parts(utterances: Sequence[Utterance]) -> list[tuple[Utterance, ...]]:
    """Statements that hang together, parted so that each two of a part are alike: the likest are put together first.

    What a text and its copies say in the very same words is one from the beginning.
    """
    same: dict[tuple[str, frozenset[str], bool, frozenset[str]], list[Utterance]] = {}
    for one in sorted(utterances):
        same.setdefault((one.first, one.stems, bool(one.turned), one.numbers), []).append(one)
    firsts = {copies[0].id: copies for copies in same.values()}
    alike = {(a[0].id, b[0].id): likeness(a[0], b[0]) for a, b in combinations(same.values(), 2)}
    made = (tuple(sorted(one for first in part for one in firsts[first])) for part in linked(firsts, alike))
    return sorted(made)


@functools.cache
def _turning() -> frozenset[str]:
    data = from_yaml(resources.files(__package__).joinpath("utterances.yaml").read_text("utf-8"))
    return frozenset(data["turning"])
