"""Which person names of a block are one person's. A wrong merge is worse than a missing one."""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from dragoman.reading.actors.vocabulary import words

Key = tuple[str, ...]

_VOWELS = frozenset("aeiouy")
_SKELETON = 3
_CONSONANTS = re.compile(r"[^aeiouy]")
# Vowels that transliterations write for one another; a and i, or a and u, tell names apart (Jamal and Jamil).
_COLOURS = {"a": "ae", "e": "aeiy", "i": "eiy", "y": "eiy", "o": "ou", "u": "ou"}
_WRITTEN = (
    (re.compile("^abd[ae]l(?=.)"), "abdul"),
    (re.compile("(?<=y)(?:eh|ah|e)$"), "a"),
    (re.compile("q"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("ck"), "k"),
    (re.compile("[iy]+$"), "i"),
    (re.compile("(?<=[ae])h$"), ""),
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})  # what tells a son from his father is part of the name


def core(key: Key) -> Key:
    """A name's parts without particles: given names first, surname last."""
    kept = tuple(part for part in key if part not in words("names", "particles"))
    return kept or key


def join_people(full: Iterable[Key], bare: Mapping[Key, bool]) -> dict[Key, Key]:
    """For each name the name that stands for its person: the fullest one.

    `full` are names of two words or more, by first mention. `bare` are names of one word (or one hyphenated
    word), with whether they are surely a person's: one that is not is joined only as a surname.
    Bare names that several persons could have stay by themselves.
    """
    joined: dict[Key, Key] = {}
    people: list[Key] = []
    by_last: dict[str, list[Key]] = {}
    by_first: dict[str, list[Key]] = {}
    for key in sorted(full, key=lambda k: -len(core(k))):
        parts = core(key)
        near = dict.fromkeys((*by_last.get(parts[-1], ()), *by_first.get(parts[0], ())))
        same = [
            person
            for person in near
            if same_person(parts, core(person)) and not (is_patronymic(person) and not alike(parts[0], core(person)[0]))
        ]
        if len(same) == 1:
            joined[key] = same[0]
            continue
        joined[key] = key
        people.append(key)
        by_last.setdefault(parts[-1], []).append(key)
        by_first.setdefault(parts[0], []).append(key)
    joined.update(_join_bare(people, by_last, bare))
    return joined


def _join_bare(people: list[Key], by_last: dict[str, list[Key]], bare: Mapping[Key, bool]) -> dict[Key, Key]:
    used = Counter(part for person in people for part in set(core(person)))
    by_part = {part: person for person in people for part in core(person)}
    by_skeleton: dict[str, list[Key]] = {}
    by_tail: dict[Key, list[Key]] = {}
    for person in people:
        by_skeleton.setdefault(skeleton(core(person)[-1]), []).append(person)
        by_tail.setdefault(core(person)[-2:], []).append(person)
    joined: dict[Key, Key] = {}
    for key, surely in bare.items():
        parts = core(key)
        if parts[-1] in _SUFFIXES:
            continue
        if len(parts) > 1:
            found = by_tail.get(parts[-2:], [])
        else:
            found = by_last.get(parts[0], [])
            if not found and surely:
                found = by_skeleton.get(skeleton(parts[0]), []) if len(parts[0]) > 4 else []
                found = [person for person in found if alike(core(person)[-1], parts[0])]
                if not found and used[parts[0]] == 1:
                    found = [by_part[parts[0]]]
        if len(found) == 1:
            joined[key] = found[0]
        elif surely:
            joined[key] = key
    return joined


def same_person(short: Key, long: Key) -> bool:
    """Whether a name with fewer (or as many) parts is a way to write the longer one."""
    if _SUFFIXES & set(short) != _SUFFIXES & set(long):
        return False
    if len(short) == len(long):
        return all(alike(a, b) for a, b in zip(short, long, strict=True))
    if len(short) > 1 and long[-len(short) :] == short:
        return True
    if not (alike(short[0], long[0]) or _initial_of(short[0], long[0])):
        return False
    if short == long[: len(short)]:
        return True
    if not alike(short[-1], long[-1]):
        return False
    rest = iter(long)
    return all(any(alike(a, b) or _initial_of(a, b) for b in rest) for a in short)


def is_patronymic(name: Key) -> bool:
    """Whether a name holds the father's, so that its end alone may be the father: Tamm bin Hadad Al Thor."""
    return any(part in {"bin", "ibn", "ben", "bint", "al", "el", "abu"} for part in name)


def _initial_of(short: str, long: str) -> bool:
    return len(short) == 1 and long.startswith(short)


@functools.lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool:
    """Whether two spellings are one name put into Latin letters twice.

    Consonants, first and last letter agree, and no vowel stands where the other has one of another colour:
    Mohamed is Muhammad, Hassan is no Hussein.
    """
    if a == b:
        return True
    a, b = _folded(a), _folded(b)
    bones = skeleton(a)
    if len(bones) < _SKELETON or a[0] != b[0] or a[-1] != b[-1] or bones != skeleton(b):
        return False
    gaps, others = _vowels(a), _vowels(b)
    return len(gaps) == len(others) and all(_near(one, other) for one, other in zip(gaps, others, strict=True))


def _folded(name: str) -> str:
    """A name without what transliterations write in several ways and no ear tells apart."""
    for written, as_one in _WRITTEN:
        name = written.sub(as_one, name)
    return name or " "


def bones(name: str) -> str:
    """What every spelling of a name has in common."""
    return skeleton(_folded(name))


def _vowels(name: str) -> list[str]:
    """The vowels before, between and after the consonants; doubled consonants stand as one."""
    return _CONSONANTS.split(re.sub(r"([^aeiouy])\1+", r"\1", name))


def _near(one: str, other: str) -> bool:
    if not one or not other:
        return one == other
    return all(any(b in _COLOURS[a] for b in other) for a in one) and all(
        any(a in _COLOURS[b] for a in one) for b in other
    )


def skeleton(name: str) -> str:
    """The consonants of a name, doubled ones once."""
    bones: list[str] = []
    for letter in name:
        if letter not in _VOWELS and (not bones or bones[-1] != letter):
            bones.append(letter)
    return "".join(bones)
