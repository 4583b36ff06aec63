"""Which names of organisations and groups of a block are one's: short forms and acronyms."""

from collections.abc import Iterable, Mapping

from dragoman.reading.actors.vocabulary import words as listed

Key = tuple[str, ...]

_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "&", "de", "la", "del", "des", "du"})
_SHORTEST_ACRONYM = 3


def join_bodies(names: Iterable[Key], shorts: Iterable[Key], acronyms: Mapping[Key, Key]) -> dict[Key, Key]:
    """For each name the name that stands for its body.

    `names` are the full names of the block, `shorts` those that stood after "the" ("the Front"), `acronyms` what
    the text itself introduces in brackets, with the name that it introduces. A short form that several names
    could have stays by itself.
    """
    names = list(dict.fromkeys(names))
    joined = {name: name for name in names}
    by_tail: dict[Key, list[Key]] = {}
    by_initials: dict[str, list[Key]] = {}
    for name in names:
        for length in range(1, len(name)):
            by_tail.setdefault(name[-length:], []).append(name)
        bare = name[:-1] if _is_form(name[-1]) else name
        for initials in {_initials(one, small=small) for one in (name, bare) for small in (False, True)}:
            if len(initials) >= _SHORTEST_ACRONYM or (len(initials) > 1 and is_business(name)):
                by_initials.setdefault(initials, []).append(name)
    for short in shorts:
        longer = by_tail.get(short, [])
        if len(longer) == 1:
            joined[short] = longer[0]
    for name in names:
        spelled = by_initials.get(name[0], []) if len(name) == 1 else []
        if len(spelled) == 1 and spelled[0] != name:
            joined[name] = spelled[0]
    for acronym, name in acronyms.items():
        joined[acronym] = joined.get(name, name)
    return {name: _last(joined, name) for name in joined}


def _last(joined: Mapping[Key, Key], name: Key) -> Key:
    seen = {name}
    while joined.get(name, name) not in seen:
        name = joined[name]
        seen.add(name)
    return name


def _initials(name: Key, *, small: bool) -> str:
    return "".join(part[0] for part in name if part and (small or part not in _SMALL))


def companies(names: Iterable[Key]) -> dict[str, Key]:
    """The companies among the names that are a word and the form of a company, by that word: Hesk Inc."""
    return {name[0]: name for name in names if len(name) == 2 and _is_form(name[1])}


def without_form(names: Iterable[Key]) -> dict[Key, Key]:
    """The names that are a company's without its form, each with the full one: `Hesk` where `Hesk Inc` is told of."""
    names = set(names)
    full: dict[Key, list[Key]] = {}
    for name in names:
        if len(name) > 1 and _is_form(name[-1]):
            full.setdefault(name[:-1], []).append(name)
    return {base: min(found) for base, found in full.items() if base in names}


def acts_for_state(name: Key, *, capital: bool) -> bool:
    """Whether a body acts for the state that its name begins with: no business, and nothing that meets in a capital."""
    return not is_business(name) and not (capital and name[-1] in listed("names", "gatherings"))


def is_business(name: Key) -> bool:
    """Whether a name is a business's, which acts for no state whose adjective it may bear: "Varran Airlines"."""
    last = name[-1].removesuffix(".")
    return len(name) > 1 and (_is_form(last) or last in listed("names", "trade"))


def _is_form(word: str) -> bool:
    return word.removesuffix(".") in listed("names", "company")


def introduces(acronym: str, words: Iterable[str]) -> bool:
    """Whether the letters of an acronym begin (in order) the words right before its bracket."""
    initials = [word[0].lower() for word in words if word[:1].isalpha()]
    at = 0
    for letter in acronym.lower():
        if not letter.isalpha():
            continue
        while at < len(initials) and initials[at] != letter:
            at += 1
        if at == len(initials):
            return False
        at += 1
    return True


def spells(acronym: str, words: Iterable[str]) -> bool:
    """Whether an acronym has the initials of the words and no other, in whatever order (another tongue's)."""
    letters = sorted(letter for letter in acronym.lower() if letter.isalpha())
    initials = [(word[0].lower(), word.lower() in _SMALL) for word in words if word[:1].isalpha()]
    return len(letters) >= _SHORTEST_ACRONYM and letters in (
        sorted(initial for initial, _ in initials),
        sorted(initial for initial, small in initials if not small),
    )


def state_names(kinds: Mapping[Key, str]) -> dict[Key, Key]:
    """`Republic of X` is X where the block has X."""
    joined: dict[Key, Key] = {}
    for key in kinds:
        if len(key) > 2 and key[1] == "of" and key[0] in listed("names", "state_forms") and key[2:] in kinds:
            joined[key] = key[2:]
    return joined
