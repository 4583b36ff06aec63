"""Happenings that are one: told in other words, by other names of those who take part, or without their day."""

from collections.abc import Iterable

from dragoman.reconciling.blocks import NOTHING, Components, Derived, Entry, Mark, Reader, Sharing, Stage
from dragoman.reconciling.coreference import JOINED, Sketch, joined, parts, sameness, sketches
from dragoman.reconciling.happenings import Happening
from dragoman.reconciling.passages import numbers
from dragoman.reconciling.stages.views import ActorsAt, PileAt

ACTS = {mode: f"{mode.value} acts" for mode in JOINED}  # an act that is to come is none that was


def _enough(count: int, _: int) -> bool:
    """Whether two acts share enough to be compared: two who take part, or one and two words."""
    return count > 1


def _sketches(event: str, at: Reader) -> Derived:
    """What an act is known again by, in each mode in which it could be."""
    found = sketches(event, _drawn(event, at), PileAt(at), ActorsAt(at))
    marks = ((one, numbers(one.keys)) for one in found)
    return Derived(
        tuple(found),
        marks=tuple(Mark(ACTS[one.mode], event, event, 0, found) for one, found in marks if found),
    )


def _drawn(event: str, at: Reader) -> Happening:
    ((_, found),) = at.members("drawn", event)
    return found  # type: ignore[no-any-return]


def _alike(event: str, at: Reader) -> Derived:
    """With which acts told elsewhere this one is one."""
    own: tuple[Sketch, ...] = at.value("sketches", event) or ()
    if not own:
        return NOTHING
    near = (at.pairs(ACTS[one.mode], event, (event,)) for one in own)
    others = {other for pairs in near for found in pairs.values() for other in found}
    told_alike = _told_alike(event, at)
    tied = sorted(other for other in others | told_alike if other != event and _is_same(own, other, told_alike, at))
    if not tied:
        return NOTHING
    alike = tuple(other for other in tied if other in told_alike)
    back = (entry for other in tied for entry in _back(other, event, (event,) if other in told_alike else ()))
    return Derived(entries=(Entry("act_tied", event, alike), Entry("acts_alike", event, tuple(tied)), *back))


def _back(other: str, event: str, alike: tuple[str, ...]) -> tuple[Entry, Entry]:
    """The tie seen from the other act, which does not look for what copies tell of it."""
    return Entry("act_tied", other, alike), Entry("acts_alike", other, (event,))


def _is_same(own: Iterable[Sketch], other: str, told_alike: set[str], at: Reader) -> bool:
    theirs: tuple[Sketch, ...] = at.value("sketches", other) or ()
    return any(sameness(one, two, told_alike=other in told_alike) for one in own for two in theirs)


def _told_alike(event: str, at: Reader) -> set[str]:
    """The acts that are told by the utterances that tell this one, in other reports."""
    found: set[str] = set()
    for telling in _drawn(event, at).tellings:
        alike: dict[str, tuple[str, ...]] = at.value("utterances_alike", telling.report) or {}
        for place in alike.get(telling.voice.id, ()):
            found.update(act for _, acts in at.members("told_in", place.partition(" ")[2]) for act in acts)
    return found


def _together(root: str, at: Reader) -> Derived:
    """Acts that are one, each by the smallest of its events."""
    members = sorted(owner for owner, _ in at.members("act_part", root))
    found = [one for event in members for one in at.value("sketches", event) or ()]
    told = [(event, other) for event in members for _, alike in at.members("act_tied", event) for other in alike]
    made = (part for part in _parts(members, found, told) if len(part) > 1)
    return Derived(entries=tuple(Entry("told_as", event, part) for part in made for event in part))


def _happening(event: str, at: Reader) -> Derived:
    """An act with all that tells it, under the smallest of its events."""
    part: tuple[str, ...] = next((found for _, found in at.members("told_as", event)), (event,))
    return Derived(entries=(Entry("happening", event, part),)) if part[0] == event else NOTHING


def _parts(members: list[str], found: list[Sketch], told: list[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The events of each part. What is one in one mode is one in the others."""
    by_mode = [parts([one for one in found if one.mode is mode], told) for mode in JOINED]
    group = {event: {event} for event in members}
    for part in (part for made in by_mode for part in made):
        whole = set().union(*(group[one.id] for one in part))
        group.update(dict.fromkeys(whole, whole))
    return sorted({tuple(sorted(whole)) for whole in group.values()})


def happening_of(event: str, at: Reader) -> Happening:
    """What is told by the tellings of which the smallest event is this."""
    ((_, together),) = at.members("happening", event)
    drawn = [_drawn(one, at) for one in together]
    return drawn[0] if len(drawn) == 1 else joined(drawn)


STAGES: tuple[Stage | Components | Sharing, ...] = (
    Stage("sketches", _sketches, over="drawn", type=tuple[Sketch, ...]),
    *(Sharing(f"{kind} near", kind, _enough) for kind in ACTS.values()),
    Stage(
        "acts_told_alike", _alike, over="drawn", payloads={"act_tied": tuple[str, ...], "acts_alike": tuple[str, ...]}
    ),
    Components("act_part", units="act_tied", ties="acts_alike"),
    Stage("acts_together", _together, over="act_part", payloads={"told_as": tuple[str, ...]}),
    Stage("act", _happening, over="drawn", payloads={"happening": tuple[str, ...]}),
)  # fmt: skip
