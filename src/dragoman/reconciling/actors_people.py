"""Which persons of several reports are one: by full name in all its spellings, by a surname that is nobody else's.

Two people of one surname stay two: what several persons could be called is joined to none of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from dragoman.reading.actors.people import alike, bones, core, is_patronymic, same_person
from dragoman.reconciling.words import tokens

Name = tuple[str, ...]
OFTEN = 3  # reports in which one is known by the full name, beside whom a namesake of one report is a side figure
_SHARED = 2  # words that the names of one body share, however a report writes it
SHORTEST_SPELLED = 5  # letters of a bare surname that may be spelled otherwise


class Often(Protocol):
    """Who could be meant by a surname."""

    @property
    def often(self) -> int:
        """Reports that know the person by a full name, `OFTEN` for more."""


B = TypeVar("B", bound=Often)


@dataclass
class Called:
    """All that the reports call by one name: where, of which states, and whether the name holds the father's."""

    reports: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)  # words of the bodies that it is given to
    patronymic: bool = False


@dataclass
class Found:
    """A person: all full names, where they stand, and the states that they are given to."""

    names: list[Name]
    reports: set[str]
    states: set[str]

    @property
    def fullest(self) -> Name:
        """The name that stands for all."""
        return min(self.names, key=lambda name: (-len(name), name))


def full_name(names: Iterable[str]) -> tuple[Name, bool]:
    """The fullest of the names, as plain parts without particles, and whether it holds the father's name."""
    keys = [tuple(tokens(name)) for name in names]
    fullest = max(keys, key=lambda key: (len(core(key)), key), default=())
    return core(fullest), is_patronymic(fullest)


class People:
    """The persons of the pile by the names that they go by, and which names are one person's."""

    def __init__(self, called: Mapping[Name, Called]) -> None:
        self._called = called
        self._of = {k: Found([k], set(c.reports), set(c.states)) for k, c in sorted(called.items()) if len(k) > 1}
        self._join_spellings()
        self._join_shorter()
        self._join_misprints()

    def whole(self, name: Name) -> Found:
        """The person with this full name."""
        return self._of[name]

    def _join_spellings(self) -> None:
        """Names of as many parts that differ in their spelling alone."""
        near: dict[tuple[str, ...], list[Name]] = defaultdict(list)
        for key in self._of:
            near[tuple(map(bones, key))].append(key)
        for keys in near.values():
            for at, one in enumerate(keys):
                for other in keys[at + 1 :]:
                    if same_person(one, other):
                        self._join(one, other)

    def _join_shorter(self) -> None:
        """Names that leave out a part of a longer one, where one person alone has such a longer one."""
        by_part: dict[str, list[Name]] = defaultdict(list)
        for key in sorted(self._of, key=lambda k: (-len(k), k)):
            near = dict.fromkeys(other for part in (key[0], key[-1]) for other in by_part[part])
            longer = {other: self._called[other].patronymic for other in near if len(other) > len(key)}
            fitting = [other for other, father in longer.items() if leaves_out(key, other, patronymic=father)]
            if len({id(self._of[other]) for other in fitting}) == 1:
                self._join(fitting[0], key)
            for part in sorted({key[0], key[-1]}):
                by_part[part].append(key)

    def _join_misprints(self) -> None:
        """A surname with a letter too many or too few, once, of somebody of the same body and the same given name."""
        near: dict[Name, list[Name]] = defaultdict(list)
        for key in self._of:
            near[key[:-1]].append(key)
        for keys in near.values():
            for once in [key for key in keys if len(self._of[key].reports) == 1]:
                for often in [key for key in keys if len(self._of[key].reports) >= OFTEN]:
                    shared = self._called[once].owners & self._called[often].owners
                    if len(shared) >= _SHARED and one_letter(once[-1], often[-1]):
                        self._join(often, once)

    def _join(self, one: Name, other: Name) -> None:
        """Not where a report knows them for two, nor where they are said to be of two states."""
        mine, theirs = self._of[one], self._of[other]
        if mine is theirs or mine.reports & theirs.reports or apart(mine.states, theirs.states):
            return
        mine.names.extend(theirs.names)
        mine.reports |= theirs.reports
        mine.states |= theirs.states
        for name in theirs.names:
            self._of[name] = mine


def one_letter(one: str, other: str) -> bool:
    """Whether one word is the other with a letter left out, its first and last apart."""
    short, long = sorted((one, other), key=len)
    if len(long) != len(short) + 1 or len(short) < SHORTEST_SPELLED:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))


def apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether states are told on both sides and none on both."""
    ones, others = set(one), set(other)
    return bool(ones and others and not ones & others)


def well_known(found: list[B], free: list[B]) -> list[B]:
    """The one bearer of a surname that many reports know by the full name, where each other is in one report only."""
    often = [person for person in free if person.often >= OFTEN]
    others = [person for person in found if person not in often]
    return often if len(often) == 1 and all(person.often == 1 for person in others) else []


def leaves_out(short: Name, long: Name, *, patronymic: bool) -> bool:
    """Whether a name leaves out parts of a longer one; `patronymic`: the longer one holds the father's."""
    if not same_person(short, long):
        return False
    # A name that ends as another's does may be the father's.
    return alike(short[0], long[0]) or not patronymic
