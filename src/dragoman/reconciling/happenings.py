"""Events of many reports joined into happenings: the same act of the same actors at a time that fits."""

import datetime
import functools
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from itertools import combinations
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.origins import Origins
from dragoman.reconciling.pile import Item, Pile
from dragoman.reconciling.under import Under
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import tokens
from dragoman.records.reading import EventMode, Polarity, ReadEvent
from dragoman.records.span import Span
from dragoman.records.time import Interval, Precision
from dragoman.records.vocabularies import from_yaml

_AT_ONCE = 2  # days that a time may be wide to tell which of several like acts is meant: "this week" tells of many
# Days for which an act may go on being told without its day. Longer after it, an act told without a day may be another.
_IN_THE_NEWS = 60
# How many one telling may name to be asked what names less than it: each of the fewer is looked up by name.
_MOST_NAMED = 7
# An act that is told without a day is news: it was not longer before.
_NEWS = datetime.timedelta(days=45)


class Telling(NamedTuple):
    """One report's telling of an event."""

    report: str
    event: ReadEvent
    agents: tuple[str, ...]  # record ids
    patients: tuple[str, ...]
    recipients: tuple[str, ...]
    voice: Voice  # the statement that it stands under

    @property
    def when(self) -> Interval:
        """When the report says it was."""
        return self.event.when

    def in_the_news(self, pile: Pile) -> Interval:
        """When it was: as told, or in the weeks before the report where that does not tell a day of its own."""
        when = self.event.when
        if when.known and (when.precision is not Precision.NARRATIVE or None not in (when.begin, when.end)):
            return when
        published = pile[self.report].published
        begin = published.begin - _NEWS if published.begin is not None else None
        return Interval(begin=begin, end=published.end, precision=Precision.NARRATIVE)


class Key(NamedTuple):
    """What the tellings of one happening share: the act, and the principals on either side of it."""

    act: str
    agents: frozenset[str]
    others: frozenset[str]
    what: frozenset[str]  # what it is done to, in words, where that is nobody known: "prisoners"
    alone: str  # the event's own id where it names nobody, empty otherwise


class Happening(NamedTuple):
    """Tellings of one act, whatever their mode."""

    key: Key
    tellings: tuple[Telling, ...]

    @property
    def act(self) -> str:
        """The event type that stands for all its tellings' types."""
        return self.key.act

    def in_mode(self, mode: EventMode) -> tuple[Telling, ...]:
        """The tellings in one mode."""
        return tuple(t for t in self.tellings if t.event.mode is mode)


def happenings_of(key: Key, tellings: Iterable[Telling], pile: Pile, origins: Origins) -> Iterator[Happening]:
    """What is told by one key, parted by time."""
    for cluster in _by_time(key, sorted(tellings, key=_order), pile, origins):
        yield Happening(key, tuple(sorted(cluster, key=_order)))


def asks_for_fuller(key: Key) -> Key | None:
    """As what a key that may name less than another one ("the office was closed") is looked up among their parts.

    What names nobody ("the expulsion") fits only acts that are told once; None where no other key can be meant.
    """
    if not key.alone:
        return key
    nobody = not (key.agents or key.others or key.what)
    return key._replace(alone="") if nobody and key.act in acts().told_once else None


def parts_of(key: Key) -> Iterator[Key]:
    """The keys that name less than this one, everybody on the same side; none for one that does not name both sides.

    One that names very many is nobody's fuller telling.
    """
    sides = {"agents": key.agents, "others": key.others, "what": key.what}
    named = [(side, name) for side, names in sides.items() for name in names]
    if key.alone or not key.agents or not (key.others or key.what) or len(named) > _MOST_NAMED:
        return
    for size in range(len(named)):
        for some in combinations(sorted(named), size):
            less = {side: frozenset(name for of, name in some if of == side) for side in sides}
            part = Key(key.act, alone="", **less)
            if part.agents or part.others or (not part.what and key.act in acts().told_once):
                yield part


def written(key: Key) -> str:
    """A key as text."""
    return json.dumps(
        [key.act, sorted(key.agents), sorted(key.others), sorted(key.what), key.alone], ensure_ascii=False
    )


def read_key(text: str) -> Key:
    """A key from its text."""
    act, agents, others, what, alone = json.loads(text)
    return Key(act, frozenset(agents), frozenset(others), frozenset(what), alone)


class Acts(NamedTuple):
    """`acts.yaml`."""

    families: dict[
        str, str
    ]  # event types that are one act told in stronger or weaker words, to the one for all of them
    told_once: frozenset[str]
    of_somebody: frozenset[str]
    mutual: frozenset[str]
    between_sides: frozenset[str]
    made: frozenset[str]
    again_and_again: frozenset[str]
    habitual: frozenset[str]
    called: dict[str, frozenset[str]]


@functools.cache
def acts() -> Acts:
    """What is known of acts when their tellings are joined."""
    data = from_yaml(resources.files(__package__).joinpath("acts.yaml").read_text("utf-8"))
    families = {member: family for family, members in data["families"].items() for member in members}
    called = {act: frozenset(nouns) for act, nouns in data["called"].items()}
    names = ("told_once", "of_somebody", "mutual", "between_sides", "made", "again_and_again", "habitual")
    told_once, of_somebody, mutual, between_sides, made, again, habitual = (frozenset(data[name]) for name in names)
    return Acts(families, told_once, of_somebody, mutual, between_sides, made, again, habitual, called)


def telling_of(item: Item, event: ReadEvent, actors: Actors, under: Under) -> Telling | None:
    """A report's telling of an event; None where no statement that stands tells it."""
    voice = under.at(item.id, event.attribution, event.trigger)
    if voice is None or voice.polarity is Polarity.DECLINES:  # what a source would not say is not told
        return None

    def ids(locals_: tuple[str, ...]) -> tuple[str, ...]:
        found = (actors.of_local(item.id, local) for local in locals_)
        return tuple(dict.fromkeys(actor for actor in found if actor and actors.tells_somebody(actor)))

    return Telling(item.id, event, ids(event.agent), ids(event.done_to), ids(event.recipient), voice)


def key_of(telling: Telling, actors: Actors, text: str) -> Key:
    """What two tellings of one act share. An act of which nobody known takes part is joined with none.

    `text` is the report's.
    """
    agents = frozenset(p for p in map(actors.principal, telling.agents) if actors.is_named(p))
    others = frozenset(p for p in map(actors.principal, (*telling.patients, *telling.recipients)) if actors.is_named(p))
    act = acts().families.get(telling.event.type, telling.event.type)
    # "Would not play host" to nobody in particular says nothing of a guest that is.
    vague = telling.event.mode is EventMode.NEGATED and act in acts().of_somebody and not others
    # "Cannot host them if this goes on" is no telling of hosting, nor of its denial: it stands for itself.
    # "Has often failed to halt them" denies no particular halt.
    if (
        vague
        or telling.event.negated
        or (telling.event.mode is EventMode.NEGATED and _is_habitual(telling.event, text))
    ):
        return Key(act, agents, others, frozenset((telling.event.id,)), telling.event.id)
    named = bool(agents or others)
    what = frozenset() if others or not named else frozenset(_head(actors.joined[a].name) for a in telling.patients)
    return Key(act, agents, others, what, "" if named else telling.event.id)


def _is_habitual(event: ReadEvent, text: str) -> bool:
    """Whether an act is told as what was or was not done again and again."""
    words = text[max(0, event.span.start - _SHORTLY) : event.span.end].lower()
    return any(f" {word} " in words for word in acts().habitual)


_SHORTLY = 80  # characters before an act in which it is said that it is no single one


def _head(name: str) -> str:
    """The noun of a description: its last word."""
    return (tokens(name) or [name])[-1]


def _by_time(key: Key, tellings: list[Telling], pile: Pile, origins: Origins) -> Iterator[list[Telling]]:
    """Tellings whose times meet, one cluster after the other.

    Undated ones of an act that is told once go to the only dated cluster if it was in the news when they were told,
    or with each other where there is none or are several. Those of an act that is done again and again are joined
    only where they are of one origin and in the same words.
    """
    if key.act in acts().again_and_again:
        yield from _by_words(tellings, pile, origins)
    elif key.act in acts().told_once:
        open_ = [t for t in tellings if t.event.mode in _OPEN]
        yield from _clusters([t for t in tellings if t.event.mode not in _OPEN], pile, origins, once=True)
        yield from _clusters(open_, pile, origins, once=False)
    else:
        yield from _clusters(tellings, pile, origins, once=False)


# What is only asked for, threatened or possible can be so again and again, by others each time.
_OPEN = frozenset((EventMode.REQUESTED, EventMode.THREATENED, EventMode.POSSIBLE))


def _clusters(tellings: list[Telling], pile: Pile, origins: Origins, *, once: bool) -> Iterator[list[Telling]]:
    """Tellings of one act in clusters of one time; `once`: of an act that is done once."""
    dated = sorted((t for t in tellings if _is_dated(t.when, once)), key=lambda t: (_bounds(t.when), t.event.id))
    undated = [t for t in tellings if not _is_dated(t.when, once)]
    clusters: list[list[Telling]] = []
    end = -1
    for telling in dated:
        begin, last = _bounds(telling.when)
        if clusters and begin <= end:
            clusters[-1].append(telling)
            end = min(end, last)
        else:
            clusters.append([telling])
            end = last
    if not once:
        clusters.extend(_by_words(undated, pile, origins))
    else:
        late = [t for t in undated if len(clusters) != 1 or _is_long_after(pile[t.report], clusters[0])]
        if len(clusters) == 1:
            clusters[0].extend(t for t in undated if t not in late)
        clusters.extend([late] if late else [])
    yield from clusters


def _is_long_after(item: Item, dated: list[Telling]) -> bool:
    """Whether a report was certainly published when the act was no longer in the news."""
    published = item.published.begin
    return published is not None and published.toordinal() - max(_bounds(t.when)[1] for t in dated) > _IN_THE_NEWS


def _by_words(tellings: list[Telling], pile: Pile, origins: Origins) -> list[list[Telling]]:
    found: dict[tuple[str, tuple[str, ...]], list[Telling]] = defaultdict(list)
    for telling in tellings:
        words = tokens(telling.event.span.of(pile[telling.report].report.text))
        found[origins.of[telling.voice.id], tuple(words)].append(telling)
    return list(found.values())


def _is_dated(when: Interval, once: bool) -> bool:
    """Whether a time is told finely enough to join by.

    For what is told once a month is enough, also one that the clause has from the story around it; else a day or two of
    its own.
    """
    if when.begin is None or when.end is None:
        return False
    return once or (when.precision is not Precision.NARRATIVE and (when.end - when.begin).days <= _AT_ONCE)


def _bounds(when: Interval) -> tuple[int, int]:
    assert when.begin is not None and when.end is not None
    return when.begin.toordinal(), when.end.toordinal()


def _order(telling: Telling) -> tuple[str, Span]:
    return telling.report, telling.event.trigger
