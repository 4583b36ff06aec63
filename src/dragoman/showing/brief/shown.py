"""What a sentence shows of what the brief would say of it: who is named, which act, stance or role its words tell.

The brief says no more than its quotations: what they do not show is told in the report's own words, or not at all.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from dragoman.records.reading import Stance
from dragoman.records.rows.voices import Role
from dragoman.records.vocabularies import from_yaml

NEAR = 45  # characters between a name and the verb that is said of it
BEFORE = 90  # characters before the words of a position in which the word of wanting stands
AROUND = 110  # characters to each side of a number in which it is said what it counts
STEM = 6  # letters by which forms of a word are known: "hostage", "hostages"
PATTERNS = 4096  # of names, kept made: Python's own memory of them holds 512
SHORT = 2  # letters; a shorter name could be any word


@cache
def _lists() -> dict[str, Any]:
    loaded: dict[str, Any] = from_yaml((files(__package__) / "shown.yaml").read_text(encoding="utf-8"))
    return loaded


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def words_for(kind: str) -> re.Pattern[str]:
    """The words without which nothing of this kind is told: "silence", "denial", "doubt", "hearsay"."""
    return _pattern(_lists()[kind])


@cache
def _any_of(names: tuple[str, ...]) -> str:
    kept = sorted({name for name in names if len(name) >= SHORT}, key=lambda name: (-len(name), name))
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, kept))})(?!\w)" if kept else r"(?!)"


@lru_cache(maxsize=PATTERNS)
def _of_names(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_any_of(names))


def named(names: Sequence[str], sentence: str) -> bool:
    """Whether one of the names stands in the sentence, as a whole word."""
    return _may_be_named(names, sentence) and next(_naming(names, sentence), None) is not None


def named_itself(name: str, sentence: str) -> bool:
    """Whether a name stands in the sentence for itself, and not for some of its people: "Varran officials"."""
    people = words_for("people_of")
    return any(not people.match(sentence[found.end() :]) for found in _naming((name,), sentence))


def _naming(names: Sequence[str], sentence: str) -> Iterator[re.Match[str]]:
    """Where the names stand, but for where they stand for some of their people only, or tell of whom others are."""
    some, others = words_for("some"), words_for("others_of")
    for found in _of_names(tuple(names)).finditer(sentence):
        if not some.search(sentence[: found.start()]) and not others.match(sentence[found.end() :]):
            yield found


def _may_be_named(names: Sequence[str], sentence: str) -> bool:
    """Whether it is worth a look for a whole word: a pattern for each pair of names takes its time."""
    return any(name in sentence for name in names)


def joined(names: Sequence[str], others: Sequence[str], sentence: str) -> bool:
    """Whether a name of each stand right beside each other as two who do a thing: "Varran and Ossarian envoys"."""
    if " and " not in sentence or not (_may_be_named(names, sentence) and _may_be_named(others, sentence)):
        return False
    one, other = _any_of(tuple(names)), _any_of(tuple(others))
    return re.search(rf"{one} and (?:the )?{other}(?!['’])|{other} and (?:the )?{one}(?!['’])", sentence) is not None


def lists_of(names: Sequence[str], sentence: str) -> list[str]:
    """What is listed in brackets right after a name: the members of a body, "the Five (Ossary, Lisse, ...)"."""
    if "(" not in sentence or not _may_be_named(names, sentence):
        return []
    name = _any_of(tuple(names))
    return [found.group(1) for found in re.finditer(rf"{name}(?: [a-z]+)?\s*\(([^()]+,[^()]+)\)", sentence)]


def shows_act(
    event_type: str,
    agents: Iterable[Sequence[str]],
    others: Iterable[Sequence[str]],
    sentence: str,
    *,
    happened: bool = True,
) -> bool:
    """Whether a verb for this type is said of a name of each who acts, and everyone else it is told of is named."""
    verb = _lists()["acts"].get(event_type)
    if verb is None:
        return False
    if not happened:  # "planned to suspend": its verb in any form, and everyone who is told of
        stems = "|".join(dict.fromkeys(word[:STEM] for word in re.findall(r"[a-z]{5,}", verb)))
        doers = list(agents)
        return _pattern(rf"\b(?:{stems})").search(sentence) is not None and all(
            named(names, sentence) for names in (*doers, *others)
        )
    said = _pattern(rf"[^.;:“”]{{0,{NEAR}}}?\b(?:{verb})\b")
    doers = list(agents)
    return (
        bool(doers)
        and all(any(said.match(sentence, at.end()) for at in _naming(names, sentence)) for names in doers)
        and all(named(names, sentence) for names in others)
    )


def shows_response(event_type: str, names: Sequence[str], sentence: str) -> bool:
    """Whether the sentence says of one of these names that it answered so."""
    return event_type not in ("accept", "reject") or shows_act(event_type, [names], (), sentence)


def shows_stance(stance: Stance, names: Sequence[str], text: str, sentence: str) -> bool:
    """Whether a word of the stance stands before `text` and is said of somebody with one of these names."""
    at = sentence.find(text)
    if at < 0 or words_for("hearsay").search(text) or words_for("withdrawn").search(sentence):
        return False
    ahead = sentence[max(0, at - BEFORE) : at]
    inside = " ".join(text.split()[:2])  # "agree to a truce", "to accept a cut": the text may hold the word itself
    found = _pattern(_lists()["stances"][stance.value]).search(f"{ahead}{inside}")
    if found is None or (stance is Stance.COULD_ACCEPT and words_for("doubt").search(sentence[:at])):
        return False
    first_person = re.search(r"\b(?:I|we|We)\b", ahead) is not None
    return named(names, sentence if first_person else sentence[:at] or sentence)


def without_aside(text: str) -> str:
    """The words of a position without what is told beside it: "a truce, a claim that the port denies"."""
    return words_for("aside").sub("", text).rstrip(" ,") or text


def shows_readiness(text: str, sentence: str) -> bool:
    """Whether it is ready for it ("is only willing to"), and does not only may accept it."""
    ahead = sentence.partition(text)[0][-BEFORE:]
    return (
        re.search(r"\b(?:willing|ready|prepared)\b(?!.*\b(?:accept|agree)\w*)", f"{ahead}", re.IGNORECASE) is not None
    )


def shows_role(role: Role, names: Sequence[str], sentence: str) -> int | None:
    """How well the sentence shows that an actor of these names has the role, 0 best; None where it does not."""
    patterns = _lists()["roles"].get(role.value)
    if patterns is None or not named(names, sentence):
        return 0 if named(names, sentence) else None
    name = _any_of(tuple(names))
    if role is Role.PARTY and not words_for("deals").search(sentence) and not words_for("sides").search(sentence):
        return None  # refuses to move back, wants a drink: of no talks
    for rank, pattern in enumerate(patterns):
        if _pattern(pattern.replace("{name}", name)).search(sentence):
            return rank
    return None


def shows_proposal(names: Sequence[str], sentence: str) -> bool:
    """Whether a proposal stands near a name: "Osk's latest offer", "a plan put forward by Varra"."""
    if words_for("no_proposal").search(sentence):
        return False
    name, words_of_it = _any_of(tuple(names)), _lists()["proposals"]
    return any(
        _pattern(made).search(sentence)
        for made in (
            rf"{name}[^.;:,“”]{{0,{NEAR}}}?\b(?:{words_of_it})",
            rf"\b(?:{words_of_it})\w*[^.;:,“”]{{0,{NEAR}}}?\b(?:by|from|of) [^.;:,“”]{{0,20}}{name}",
        )
    )


def counts(of: str, number: str, sentence: str) -> bool:
    """Whether a sentence says of its number that it counts `of`: "people killed", "Iskarans wounded"."""
    at = sentence.find(number)
    around = sentence[max(0, at - AROUND) : at + len(number) + AROUND] if at >= 0 else sentence
    if re.search(r"\d-[a-z]", sentence[at : at + len(number) + 3]):
        return False  # "60-kilo bags", "a 16-member board": a measure of what is told, and no count of it
    if re.match(r"\W*\w+ of the (?:\w+ ){0,2}\d", number) or words_for("part_of_whole").match(
        sentence[at + len(number) :]
    ):
        return False
    return all(_pattern(rf"\b(?:{_stem(word)})").search(around) for word in of.split() if word.lower() not in _LOOSE)


_LOOSE = frozenset(("people", "person", "persons"))


def _stem(word: str) -> str:
    return str(_lists()["undergone"].get(word.lower(), re.escape(word[:STEM])))


def modal(sentence: str, condition: str) -> str | None:
    """What the sentence says of the act that it sets a condition for: "may", "should"; None where it says nothing."""
    before, found, after = sentence.partition(condition)
    said = words_for("modals").findall(before)
    if said:
        return str(said[-1]).lower()
    follows = words_for("modals").search(after) if found else None
    return follows.group().lower() if follows else None
