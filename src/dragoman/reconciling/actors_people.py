"""Which persons of several reports are one: by full name in all its spellings, by a surname that is nobody else's.

Two people of one surname stay two: what several persons could be called is joined to none of them.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.reading.actors.people import alike, bones, core, is_patronymic, same_person
from dragoman.reconciling.words import tokens

Name = tuple[str, ...]
_OFTEN = 3  # reports in which one is known by the full name, beside whom a namesake of one report is a side figure
_SHARED = 2  # words that the names of one body share, however a report writes it
_SHORTEST_SPELLED = 5  # letters of a bare surname that may be spelled otherwise


@dataclass
class Called:
    """All that the reports call by one name: where, of which states, and whether the name holds the father's."""

    reports: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)  # words of the bodies that it is given to
    patronymic: bool = False


@dataclass
class _Person:
    names: list[Name]
    reports: set[str]
    states: set[str]

    @property
    def fullest(self) -> Name:
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
        self._of = {k: _Person([k], set(c.reports), set(c.states)) for k, c in sorted(called.items()) if len(k) > 1}
        self._join_spellings()
        self._join_shorter()
        self._join_misprints()
        self._by_surname: dict[str, list[_Person]] = defaultdict(list)
        for person in {id(person): person for person in self._of.values()}.values():
            for surname in sorted({name[-1] for name in person.names}):
                self._by_surname[surname].append(person)

    def person(self, name: Name, report: str, states: frozenset[str]) -> Name | None:
        """The name that stands for the person so called in this report; None where several could be meant."""
        if len(name) > 1:
            return self._of[name].fullest
        found = self._bearers(name)
        if not found:
            return name
        free = [person for person in found if report not in person.reports and not _apart(person.states, states)]
        if len(found) > 1:
            free = _well_known(found, free)
        return free[0].fullest if len(free) == 1 else None

    def fullest(self, name: Name) -> Name:
        """The fullest name of the person with this name; the name itself where it is no full one."""
        person = self._of.get(name)
        return name if person is None else person.fullest

    def namesakes(self, name: Name) -> tuple[Name, ...]:
        """The full names of those that a bare surname could stand for."""
        return tuple(sorted(person.fullest for person in self._bearers(name)))

    @functools.cached_property
    def swapped(self) -> dict[Name, tuple[Name, Name]]:
        """Names that one report alone has, of one's given name and another's surname, where it crosses both.

        With each the names of the two as several reports have them.
        """
        pairs = [key for key in self._of if len(key) == 2]
        firsts: dict[str, list[Name]] = defaultdict(list)
        lasts: dict[str, list[Name]] = defaultdict(list)
        for key in pairs:
            if len(self._called[key].reports) > 1:
                firsts[key[0]].append(key)
                lasts[key[1]].append(key)
        found: dict[Name, tuple[Name, Name]] = {}
        for first, last in pairs:
            reports = self._called[first, last].reports
            for own in firsts[first] if len(reports) == 1 else ():
                for other in lasts[last]:
                    crossed = self._called.get((other[0], own[1]))
                    if own[1] != last and crossed is not None and crossed.reports & reports:
                        found[first, last] = (own, other)
        return found

    def _bearers(self, name: Name) -> list[_Person]:
        if not name:
            return []
        exact = self._by_surname.get(name[-1], [])
        if exact or len(name[-1]) < _SHORTEST_SPELLED:
            return exact
        spelled = [person for last, people in self._by_surname.items() if alike(last, name[-1]) for person in people]
        return list({id(person): person for person in spelled}.values())

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
            longer = dict.fromkeys(other for part in (key[0], key[-1]) for other in by_part[part])
            fitting = [other for other in longer if len(other) > len(key) and self._leaves_out(key, other)]
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
                for often in [key for key in keys if len(self._of[key].reports) >= _OFTEN]:
                    shared = self._called[once].owners & self._called[often].owners
                    if len(shared) >= _SHARED and _one_letter(once[-1], often[-1]):
                        self._join(often, once)

    def _leaves_out(self, short: Name, long: Name) -> bool:
        if not same_person(short, long):
            return False
        # A name that ends as another's does may be the father's.
        return alike(short[0], long[0]) or not self._called[long].patronymic

    def _join(self, one: Name, other: Name) -> None:
        """Not where a report knows them for two, nor where they are said to be of two states."""
        mine, theirs = self._of[one], self._of[other]
        if mine is theirs or mine.reports & theirs.reports or _apart(mine.states, theirs.states):
            return
        mine.names.extend(theirs.names)
        mine.reports |= theirs.reports
        mine.states |= theirs.states
        for name in theirs.names:
            self._of[name] = mine


def _one_letter(one: str, other: str) -> bool:
    """Whether one word is the other with a letter left out, its first and last apart."""
    short, long = sorted((one, other), key=len)
    if len(long) != len(short) + 1 or len(short) < _SHORTEST_SPELLED:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))


def _apart(one: Iterable[str], other: Iterable[str]) -> bool:
    ones, others = set(one), set(other)
    return bool(ones and others and not ones & others)


def _well_known(found: list[_Person], free: list[_Person]) -> list[_Person]:
    """The one bearer of a surname that many reports know by the full name, where each other is in one report only."""
    often = [person for person in free if len(person.reports) >= _OFTEN]
    others = [person for person in found if person not in often]
    return often if len(often) == 1 and all(len(person.reports) == 1 for person in others) else []
