"""Persons: which names of the pile are one person's. Names that can be one are found by their spelling."""

from typing import NamedTuple

from dragoman.reading.actors.people import alike, bones, same_person
from dragoman.reconciling.actors_people import (
    OFTEN,
    SHORTEST_SPELLED,
    Called,
    Name,
    People,
    apart,
    leaves_out,
    one_letter,
    well_known,
)
from dragoman.reconciling.blocks import NOTHING, Components, Derived, Entry, Reader, Stage


class Here(NamedTuple):
    """What one report has of a name."""

    states: tuple[str, ...]
    owners: tuple[str, ...]
    patronymic: bool


class CalledBy(NamedTuple):
    """What all reports have of a name."""

    reports: tuple[str, ...]
    states: tuple[str, ...]
    owners: tuple[str, ...]
    patronymic: bool


class Bearer(NamedTuple):
    """A person, as who could be meant by a surname."""

    fullest: Name
    surname: str
    often: int  # reports that know the person by a full name, three for more
    states: tuple[str, ...]


class Person(NamedTuple):
    """The person with a full name."""

    fullest: Name
    names: tuple[Name, ...]


def written(name: Name) -> str:
    """A name as a key."""
    return " ".join(name)


def parts(key: str) -> Name:
    """The name of a key."""
    return tuple(key.split(" ")) if key else ()


def _name(key: str, at: Reader) -> Derived:
    """What the reports have of a name, and where other spellings of it find it."""
    here: list[tuple[str, Here]] = list(at.members("called", key))
    found = CalledBy(
        tuple(report for report, _ in here),
        tuple(sorted({state for _, one in here for state in one.states})),
        tuple(sorted({owner for _, one in here for owner in one.owners})),
        any(one.patronymic for _, one in here),
    )
    name = parts(key)
    if len(name) < 2:
        return Derived(found)
    keys = {f"bones {written(tuple(map(bones, name)))}": None, _slip(name): None}
    if len(name) > 2:
        ends = (name[at:] for at in range(1, len(name) - 1))
        beginnings = (name[:at] for at in range(2, len(name)))
        for shorter in (*(f"end {written(e)}" for e in ends), *(f"begin {written(b)}" for b in beginnings)):
            keys[shorter] = None
        keys[f"last {bones(name[-1])}"] = None
    return Derived(found, tuple(Entry("spelled", one, found.patronymic) for one in sorted(keys)))


def _slip(name: Name) -> str:
    return f"slip {written(name[:-1])}|{name[-1][:1]}{name[-1][-1:]}"


def _kin(key: str, at: Reader) -> Derived:
    """The other names that can be the same person's, each told by the two names alone."""
    name = parts(key)
    if len(name) < 2:
        return NOTHING
    near: set[str] = set()
    for other, _ in at.members("spelled", f"bones {written(tuple(map(bones, name)))}"):
        if other != key and same_person(name, parts(other)):
            near.add(other)
    longer = {
        other: bool(patronymic)
        for where in (f"end {key}", f"begin {key}", f"last {bones(name[-1])}")
        for other, patronymic in at.members("spelled", where)
    }
    for other, patronymic in longer.items():
        long = parts(other)
        ends = {name[0], name[-1]} & {long[0], long[-1]}
        if len(long) > len(name) and ends and leaves_out(name, long, patronymic=patronymic):
            near.add(other)
    for other, _ in at.members("spelled", _slip(name)):
        if one_letter(name[-1], parts(other)[-1]):
            near.add(other)
    if not near:
        return NOTHING
    ties = [Entry("kin", key, tuple(sorted(near))), *(Entry("kin", other, (key,)) for other in sorted(near))]
    return Derived(entries=(*ties, *(Entry("kinsmen", one) for one in sorted({key, *near}))))


def _person(key: str, at: Reader) -> Derived:
    """The person with a full name: told from all names that hang together with it."""
    name = parts(key)
    if len(name) < 2:
        return NOTHING
    root = at.value("kinship", key)
    names = [other for other, _ in at.members("kinship", root)] if root is not None else [key]
    called: dict[Name, Called] = {}
    for one in names:
        found: CalledBy | None = at.value("name", one)
        if found is not None:
            called[parts(one)] = Called(
                set(found.reports), set(found.states), set(found.owners), patronymic=found.patronymic
            )
    person = People(called).whole(name)
    entries: list[Entry] = []
    if person.fullest == name:
        often = min(OFTEN, len(person.reports))
        surnames = sorted({one[-1] for one in person.names})
        bearers = {last: Bearer(name, last, often, tuple(sorted(person.states))) for last in surnames}
        entries = [Entry("surname", last, (bearers[last],)) for last in surnames]
        by_bones: dict[str, list[Bearer]] = {}
        for last in surnames:
            by_bones.setdefault(bones(last), []).append(bearers[last])
        entries += [Entry("sounds", sound, tuple(found)) for sound, found in sorted(by_bones.items())]
    return Derived(Person(person.fullest, tuple(sorted(person.names))), tuple(entries))


def bearers(name: Name, at: Reader) -> list[Bearer]:
    """The persons that could be meant by a bare surname."""
    if not name:
        return []
    exact = [bearer for _, found in at.members("surname", name[-1]) for bearer in found]
    if exact or len(name[-1]) < SHORTEST_SPELLED:
        return exact
    sounding = (bearer for _, found in at.members("sounds", bones(name[-1])) for bearer in found)
    spelled = [bearer for bearer in sounding if alike(bearer.surname, name[-1])]
    return list({bearer.fullest: bearer for bearer in spelled}.values())


def person(name: Name, here: frozenset[Name], states: frozenset[str], at: Reader) -> Name | None:
    """The name that stands for the person so called in a report; None where several could be meant.

    `here` are the fullest names of those that the report itself knows by a full name.
    """
    if len(name) > 1:
        return fullest(name, at)
    found = bearers(name, at)
    if not found:
        return name
    free = [one for one in found if one.fullest not in here and not apart(one.states, states)]
    if len(found) > 1:
        free = well_known(found, free)
    return free[0].fullest if len(free) == 1 else None


def fullest(name: Name, at: Reader) -> Name:
    """The fullest name of the person with this name; the name itself where it is no full one."""
    known: Person | None = at.value("person", written(name))
    return name if known is None else known.fullest


class PeopleAt:
    """The persons of the pile, for what is said of one of them."""

    def __init__(self, at: Reader) -> None:
        self._at = at

    def fullest(self, name: Name) -> Name:
        """The fullest name of the person with this name."""
        return fullest(name, self._at)

    def namesakes(self, name: Name) -> tuple[Name, ...]:
        """The full names of those that a bare surname could stand for."""
        return tuple(sorted(bearer.fullest for bearer in bearers(name, self._at)))

    def crossed(self, name: Name) -> tuple[Name, Name] | None:
        """The two of whose names a report may have made this one, which it alone has: see `People.crossed`."""
        own: CalledBy | None = self._at.value("name", written(name)) if len(name) == 2 else None
        if own is None or len(own.reports) != 1:
            return None
        first, last = name
        full: tuple[Name, ...] = self._at.value("full_names", own.reports[0]) or ()
        found: list[tuple[Name, Name]] = []
        for given, surname in (other for other in full if len(other) == 2):
            one, two = (first, surname), (given, last)
            if surname != last and self._often(one) and self._often(two):
                found.append((one, two))
        return max(found, default=None)

    def _often(self, name: Name) -> bool:
        known: CalledBy | None = self._at.value("name", written(name))
        return known is not None and len(known.reports) > 1


STAGES = (
    Stage("name", _name, over="called", type=CalledBy, payloads={"spelled": bool}),
    Stage("kin", _kin, over="called", payloads={"kin": tuple[str, ...], "kinsmen": None}),
    Components("kinship", units="kinsmen", ties="kin"),
    Stage("person", _person, over="called", type=Person,
          payloads={"surname": tuple[Bearer, ...], "sounds": tuple[Bearer, ...]}),
)  # fmt: skip
