"""Which tellings of acts, in several reports, are of one: by who takes part, by when it was, and by the words."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.happenings import Happening, Telling, acts
from dragoman.reconciling.linkage import linked
from dragoman.reconciling.pile import Pile
from dragoman.reconciling.words import naming, tokens
from dragoman.records.reading import ActorKind, EventMode
from dragoman.records.time import Interval, Precision

# What is told as done or as to come is told again elsewhere; what is asked for or possible is each asker's own.
JOINED = (EventMode.HAPPENED, EventMode.PLANNED)
_FINE = 2  # days that a time may be wide to be the act's own
_NEWS = 4  # days between two reports that tell one act without its day
_RECALLED = 21  # days after its own day that an act is told without it
_ALIKE = 0.5
_WITHIN = 0.8
_SOME = 0.25
_FEW, _MORE = 2, 3  # words shared
_MOST_WORDS = 12
_NAME, _STEM = 4, 6  # letters of a name that its adjective has too: "Iranian", "Egyptian"
_BEFORE = 4  # words before a noun among which its article stands
_OPEN = frozenset(("a", "an", "any", "another", "no"))


class Days(NamedTuple):
    """Days as numbers, first and last."""

    first: int
    last: int

    def gap(self, other: "Days") -> int:
        """Days between; 0 where they meet."""
        return max(0, self.first - other.last, other.first - self.last)


class Sketch(NamedTuple):
    """What an act is known again by, as it is told in one mode."""

    id: str  # of the smallest of its events
    act: str
    mode: EventMode
    principals: frozenset[str]
    people: frozenset[str]  # persons among those who take part
    stems: frozenset[str]  # of the words that tell it, without the names of those
    day: Days | None  # its own, where that is told
    told: Days | None  # a wider time that is told of it: "in September"
    printed: Days | None  # from the first to the last report of it; None where one has no day
    reports: frozenset[str]
    called: bool  # it is told by a noun that stands for what was done: "the deal"

    @property
    def keys(self) -> list[tuple[str, ...]]:
        """By what others like it are looked up: by two who take part, or by one and a word, in a fortnight."""
        when = self.day or self.printed
        weeks = ["-"] if when is None else sorted({str(when.first // 7), str((when.first + 4) // 7)})
        base = (self.act, self.mode.value)
        named = sorted(self.principals)
        two: list[tuple[str, ...]]
        two = [(*base, week, *pair, str(n)) for week in weeks for pair in combinations(named[:5], 2) for n in (1, 2)]
        words = sorted(self.stems)[:_MOST_WORDS]
        if self.called:
            two += [(*base, week, one, str(n)) for week in weeks for one in named[:3] for n in (1, 2)]
        return two + [(*base, week, one, word) for week in weeks for one in named[:3] for word in words]


def sketches(event: str, happening: Happening, pile: Pile, actors: Actors) -> list[Sketch]:
    """A sketch for each mode in which an act could be told elsewhere too; of acts of nobody known there is none."""
    found = []
    for mode in JOINED:
        tellings = happening.in_mode(mode)
        if tellings and not happening.key.alone:
            found.append(_sketch(event, happening.act, tellings, pile, actors))
    return found


def _sketch(event: str, act: str, tellings: tuple[Telling, ...], pile: Pile, actors: Actors) -> Sketch:
    mode = tellings[0].event.mode
    taking_part = sorted({a for t in tellings for a in (*t.agents, *t.patients, *t.recipients)})
    principals = frozenset(p for p in map(actors.principal, taking_part) if actors.is_named(p))
    names = [actors.joined[one].name for one in (*taking_part, *sorted(principals))]
    own = {word for name in names for word in tokens(name)}
    roots = tuple({word[:_STEM] for word in own if len(word) >= _NAME})
    told_in = (tokens(t.event.span.of(pile[t.report].report.text)) for t in tellings)
    acting = {word for t in tellings for word in tokens(t.event.trigger.of(pile[t.report].report.text))}
    words = [w for words in told_in for w in words if w not in own and not w.startswith(roots) and w not in acting]
    days = [day for t in tellings if _is_fine(t.when) and (day := _days(t.when)) is not None]
    told = [_days(t.when) for t in tellings if t.when.precision is not Precision.NARRATIVE]
    printed = [_days(pile[t.report].published.interval) for t in tellings]
    known = [days for days in printed if days is not None]
    return Sketch(
        id=event,
        act=act,
        mode=mode,
        principals=principals,
        people=frozenset(one for one in taking_part if actors.joined[one].kind is ActorKind.PERSON),
        stems=frozenset(naming(words)),
        day=_all_of(days),
        told=_all_of([d for d in told if d is not None]),
        printed=_all_of(known) if len(known) == len(printed) else None,
        reports=frozenset(t.report for t in tellings),
        called=mode is EventMode.HAPPENED and any(_is_called(t, pile) for t in tellings),
    )


def sameness(one: Sketch, other: Sketch, *, told_alike: bool = False) -> float:
    """How sure it is that two sketches are of one act, from 0 (it is not, or can't be told) to 1.

    `told_alike`: the same sentence, or the same words of one speaker, tell both.
    """
    if not _fits(one, other):
        return 0.0
    shared = len(one.stems & other.stems)
    of_both = shared / (len(one.stems | other.stems) or 1)
    of_least = shared / (min(len(one.stems), len(other.stems)) or 1)
    both = len(one.principals & other.principals)
    if told_alike and (of_both >= _ALIKE or not one.stems | other.stems):
        return 0.5 + of_both / 2
    on_one_day = one.day is not None and other.day is not None
    if one.act in acts().again_and_again and not on_one_day:
        return 0.0
    few = _FEW if on_one_day else _MORE
    if (shared >= few and of_both >= _ALIKE) or (shared >= _MORE and of_least >= _WITHIN):
        return of_both
    if on_one_day and both and shared and (both > 1 or of_both >= _SOME):
        return max(of_both, _SOME)
    if one.called and other.called and both:
        return max(of_both, _SOME)
    if one.act in acts().mutual and both > 1 and (one.act in acts().between_sides or one.people & other.people):
        return max(of_both, _SOME)
    return 0.0


def _fits(one: Sketch, other: Sketch) -> bool:
    """Whether nothing that is told of the two keeps them apart."""
    if (one.act, one.mode) != (other.act, other.mode):
        return False
    if one.reports & other.reports and not (one.called and other.called):
        return False
    if not _one_in_other(one.principals, other.principals) or (
        one.people and other.people and not _one_in_other(one.people, other.people)
    ):
        return False
    if one.told is not None and other.told is not None and one.told.gap(other.told):
        return False
    if one.day is not None and other.day is not None:
        return True
    if one.printed is None or other.printed is None:
        return False
    if one.day is None and other.day is None:
        return one.printed.gap(other.printed) <= (_RECALLED if one.called and other.called else _NEWS)
    day, later = (one.day, other.printed) if one.day else (other.day, one.printed)
    assert day is not None
    return _told_after(day, later, one.mode)


def _told_after(day: Days, printed: Days, mode: EventMode) -> bool:
    """Whether an act of that day can be what a report of then tells without a day."""
    if mode is EventMode.PLANNED:
        return day.first - _RECALLED <= printed.first <= day.last
    return day.first <= printed.last and printed.first <= day.last + _RECALLED


def _all_of(days: Sequence[Days]) -> Days | None:
    return Days(min(d.first for d in days), max(d.last for d in days)) if days else None


def _one_in_other(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) and (one <= other or other <= one)


def parts(found: Sequence[Sketch], alike: Iterable[tuple[str, str]] = ()) -> list[tuple[Sketch, ...]]:
    """Sketches that hang together, parted so that each two of a part can be one: the surest are put together first."""
    told = {frozenset(pair) for pair in alike}
    same: dict[Sketch, list[str]] = {}
    for one in sorted(found, key=lambda s: s.id):
        same.setdefault(one._replace(id="", reports=frozenset()), []).append(one.id)
    by_id = {one.id: one for one in found}
    firsts = {copies[0]: copies for copies in _told_by_copies(same.values(), told)}
    sure = {
        (a, b): sameness(by_id[a], by_id[b], told_alike=frozenset((a, b)) in told)
        for a, b in combinations(sorted(firsts), 2)
    }
    made = ([copy for first in part for copy in firsts[first]] for part in linked(firsts, sure))
    return sorted((tuple(by_id[one] for one in sorted(part)) for part in made), key=lambda part: part[0].id)


def _told_by_copies(same: Iterable[list[str]], told: Collection[frozenset[str]]) -> Iterator[list[str]]:
    """Sketches that differ in nothing: those that are told alike with the first of them together, the others alone."""
    for ids in same:
        first, rest = ids[0], ids[1:]
        yield [first, *(one for one in rest if frozenset((first, one)) in told)]
        yield from ([one] for one in rest if frozenset((first, one)) not in told)


def joined(happenings: Sequence[Happening]) -> Happening:
    """One happening of several: known by the fullest of their keys."""
    fullest = min(happenings, key=lambda h: (-len(h.key.agents | h.key.others), sorted(h.key.agents | h.key.others)))
    tellings = sorted(
        (t for h in happenings for t in h.tellings), key=lambda t: (t.report, t.event.trigger, t.event.id)
    )
    return Happening(fullest.key, tuple(tellings))


def _is_called(telling: Telling, pile: Pile) -> bool:
    """Whether a noun that stands for the act tells it; "a deal", where nothing says that it was made, may be any."""
    nouns = acts().called.get(telling.event.type, frozenset())
    text, trigger = pile[telling.report].report.text, telling.event.trigger
    if not nouns:
        return False
    if nouns.intersection(tokens(trigger.of(text))):
        before = tokens(text[max(0, trigger.start - 40) : trigger.start])[-_BEFORE:]
        return not _OPEN.intersection(before) or bool(acts().made.intersection(before))
    after = tokens(text[trigger.end : trigger.end + 40])[:_BEFORE]
    return bool(nouns.intersection(after))


def _is_fine(when: Interval) -> bool:
    if when.begin is None or when.end is None or when.precision is Precision.NARRATIVE:
        return False
    return (when.end - when.begin).days <= _FINE


def _days(when: Interval) -> Days | None:
    if when.begin is None or when.end is None:
        return None
    return Days(when.begin.toordinal(), when.end.toordinal())
