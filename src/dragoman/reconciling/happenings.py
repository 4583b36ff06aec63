"""Events of many reports joined into happenings: the same act of the same actors at a time that fits."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.origins import Origins
from dragoman.reconciling.pile import Item, Pile
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import tokens
from dragoman.records.reading import EventMode, Polarity, ReadEvent, Sourcing
from dragoman.records.span import Span
from dragoman.records.time import Interval, Precision
from dragoman.records.vocabularies import from_yaml

_A_WEEK = 7  # days
# Days for which an act may go on being told without its day. Longer after it, an act told without a day may be another.
_IN_THE_NEWS = 60


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


def find_happenings(pile: Pile, actors: Actors, voices: tuple[Voice, ...], origins: Origins) -> tuple[Happening, ...]:
    """Every event of the pile, joined by what kind of act it is, by whom its actors act for, and by time."""
    under = _Under(voices)
    by_key: dict[Key, list[Telling]] = defaultdict(list)
    for item in pile:
        for event in item.reading.events:
            telling = _telling(item, event, actors, under)
            if telling is not None:
                by_key[_key(telling, actors)].append(telling)
    joined = _with_their_fuller(by_key)
    return tuple(
        Happening(key, tuple(sorted(cluster, key=_order)))
        for key in sorted(joined, key=_sortable)
        for cluster in _by_time(key, joined[key], pile, origins)
    )


def _with_their_fuller(by_key: dict[Key, list[Telling]]) -> dict[Key, list[Telling]]:
    """Tellings that name less ("the office was closed") go to the one fuller telling that they fit, if there is one.

    Where several fit, which of them is meant can't be told, and they stay apart.
    """
    fuller = _Fuller(by_key)
    found: dict[Key, list[Telling]] = defaultdict(list)
    for key in sorted(by_key, key=_sortable):
        fits = fuller.that(key)
        found[fits[0] if len(fits) == 1 else key].extend(by_key[key])
    return found


class _Fuller:
    """The keys that name both sides, by act and by whom they name: what fits a key is found without asking all."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._by_act: dict[str, list[Key]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key in sorted(keys, key=_sortable):
            if key.agents and (key.others or key.what) and not key.alone:
                self._by_act[key.act].append(key)
                for name in key.agents | key.others:
                    self._by_name[key.act, name].append(key)

    def that(self, less: Key) -> list[Key]:
        """The keys that `less` fits, itself left out."""
        named = sorted(less.agents | less.others)
        known = self._by_name[less.act, named[0]] if named else self._by_act[less.act]
        return [more for more in known if more != less and _fits(less, more)]


def _fits(less: Key, more: Key) -> bool:
    """Whether everybody that `less` names is named on the same side by `more`.

    What names nobody ("the expulsion") fits only acts that are told once.
    """
    if more.alone or (less.alone and (less.agents or less.act not in acts().told_once)):
        return False
    whole = bool(more.agents and (more.others or more.what))
    return whole and less.agents <= more.agents and less.others <= more.others and less.what <= more.what


def _sortable(key: Key) -> tuple[str, list[str], list[str], list[str], str]:
    return key.act, sorted(key.agents), sorted(key.others), sorted(key.what), key.alone


class Acts(NamedTuple):
    """`acts.yaml`."""

    families: dict[
        str, str
    ]  # event types that are one act told in stronger or weaker words, to the one for all of them
    told_once: frozenset[str]
    of_somebody: frozenset[str]


@functools.cache
def acts() -> Acts:
    """What is known of acts when their tellings are joined."""
    data = from_yaml(resources.files(__package__).joinpath("acts.yaml").read_text("utf-8"))
    families = {member: family for family, members in data["families"].items() for member in members}
    return Acts(families, frozenset(data["told_once"]), frozenset(data["of_somebody"]))


def _telling(item: Item, event: ReadEvent, actors: Actors, under: "_Under") -> Telling | None:
    voice = under.statement(item.id, event)
    if voice is None or voice.polarity is Polarity.DECLINES:  # what a source would not say is not told
        return None

    def ids(locals_: tuple[str, ...]) -> tuple[str, ...]:
        found = (actors.of_local(item.id, local) for local in locals_)
        return tuple(dict.fromkeys(actor for actor in found if actor and actors.tells_somebody(actor)))

    return Telling(item.id, event, ids(event.agent), ids(event.patient), ids(event.recipient), voice)


def _key(telling: Telling, actors: Actors) -> Key:
    """What two tellings of one act share. An act of which nobody known takes part is joined with none."""
    agents = frozenset(p for p in map(actors.principal, telling.agents) if actors.is_named(p))
    others = frozenset(p for p in map(actors.principal, (*telling.patients, *telling.recipients)) if actors.is_named(p))
    act = acts().families.get(telling.event.type, telling.event.type)
    # "Would not play host" to nobody in particular says nothing of a guest that is.
    vague = telling.event.mode is EventMode.NEGATED and act in acts().of_somebody and not others
    # "Cannot host them if this goes on" is no telling of hosting, nor of its denial: it stands for itself.
    if vague or telling.event.negated:
        return Key(act, agents, others, frozenset((telling.event.id,)), telling.event.id)
    named = bool(agents or others)
    what = frozenset() if others or not named else frozenset(_head(actors.joined[a].name) for a in telling.patients)
    return Key(act, agents, others, what, "" if named else telling.event.id)


def _head(name: str) -> str:
    """The noun of a description: its last word."""
    return (tokens(name) or [name])[-1]


def _by_time(key: Key, tellings: list[Telling], pile: Pile, origins: Origins) -> Iterator[list[Telling]]:
    """Tellings whose times meet, one cluster after the other.

    Undated ones of an act that is told once go to the only dated cluster if it was in the news when they were told,
    or with each other where there is none or are several. Those of an act that is done again and again are joined
    only where they are of one origin and in the same words.
    """
    once = key.act in acts().told_once
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

    For what is told once a month is enough, also one that the clause has from the story around it; else a week of its
    own.
    """
    if when.begin is None or when.end is None:
        return False
    return once or (when.precision is not Precision.NARRATIVE and (when.end - when.begin).days <= _A_WEEK)


def _bounds(when: Interval) -> tuple[int, int]:
    assert when.begin is not None and when.end is not None
    return when.begin.toordinal(), when.end.toordinal()


def _order(telling: Telling) -> tuple[str, Span]:
    return telling.report, telling.event.trigger


class _Under:
    """Which statement an event stands under: its attribution, or the outlet's sentence that tells it."""

    def __init__(self, voices: tuple[Voice, ...]) -> None:
        self._by_id = {voice.id: voice for voice in voices}
        self._own: dict[str, list[Voice]] = defaultdict(list)
        for voice in voices:
            if voice.sourcing is Sourcing.OUTLET and voice.attribution is None:
                self._own[voice.report].append(voice)

    def statement(self, report: str, event: ReadEvent) -> Voice | None:
        if event.attribution is not None:
            return self._by_id.get(event.attribution)
        return next((v for v in self._own[report] if v.content.touches(event.trigger)), None)
