"""What a run of capitalised words is made of: names, offices, titles, adjectives of peoples."""

from dataclasses import dataclass
from enum import Enum

from dragoman.reading.actors.gazetteer.table import Match, Sense
from dragoman.reading.actors.tokens import Tokens
from dragoman.reading.actors.vocabulary import office_phrases, words

_HYPHENS = frozenset("-–‑")


class Part(Enum):
    """What a segment is."""

    KNOWN = "known"  # a form of the gazetteer
    ADJECTIVE = "adjective"  # of a people that the gazetteer knows
    DEMONYM = "demonym"  # of a people that it does not know
    OFFICE = "office"
    TITLE = "title"
    NAME = "name"


@dataclass
class Segment:
    """A part of a run, tokens `[start, end)`."""

    part: Part
    start: int
    end: int
    match: Match | None = None


def segments(tokens: Tokens, run: tuple[int, int], known: dict[int, Match], demonyms: dict[str, str]) -> list[Segment]:
    """The segments of a run, in order; hyphens between two of them belong to none."""
    found: list[Segment] = []
    at, end = run
    while at < end:
        segment = _known(tokens, at, end, known) or _office(tokens, at, end) or _demonym(tokens, at, demonyms)
        if segment is None:
            if found and found[-1].part is Part.NAME and found[-1].end == at:
                found[-1].end = at + 1
            else:
                found.append(Segment(Part.NAME, at, at + 1))
            at += 1
        else:
            found.append(segment)
            at = segment.end
    whole = _joined(tokens, _offices(tokens, _trimmed(tokens, found)))
    return [part for segment in whole for part in _split(tokens, segment) if part.start < part.end]


def _split(tokens: Tokens, segment: Segment) -> list[Segment]:
    """A body's name and a person's right after it are two: Salt Trade Association Ana Taro."""
    if segment.part is Part.NAME:
        for at in range(segment.start + 2, segment.end - 1):
            if _last_in(tokens, segment.start, at, "organisation") and _is_person(tokens, at, segment.end):
                return [Segment(Part.NAME, segment.start, at), Segment(Part.NAME, at, segment.end)]
    return [segment]


def _is_person(tokens: Tokens, start: int, end: int) -> bool:
    """Whether two or three words look like a person's name and hold no word of bodies' or places' names."""
    told = words("names", "organisation") | words("names", "movement") | words("names", "media")
    told |= words("names", "topics") | words("names", "place") | {"of", "for", "on", "&", "and", "the"}
    if not 2 <= end - start <= 3 or any(tokens.low[i] in told or not tokens.capital[i] for i in range(start, end)):
        return False
    return tokens.label[end - 1] == "PERSON" or (end < len(tokens) and _speaks(tokens, end - 1))


def _speaks(tokens: Tokens, i: int) -> bool:
    governor = tokens.head[i]
    return tokens.dep[i] == "nsubj" and tokens.lemma[governor] in words("verbs", "speech")


def _known(tokens: Tokens, at: int, end: int, known: dict[int, Match]) -> Segment | None:
    match = known.get(at)
    if match is None:
        return None
    people = match.form.sense in {Sense.ADJECTIVE, Sense.PEOPLE}
    return Segment(Part.ADJECTIVE if people else Part.KNOWN, at, match.end, match)


def _office(tokens: Tokens, at: int, end: int) -> Segment | None:
    low = tokens.low
    if low[at] in words("offices", "titles") and low[at] not in words("offices", "heads"):
        return Segment(Part.TITLE, at, at + 1)
    if low[at] == "general" and at + 1 < end and low[end - 1] in words("names", "organisation"):
        return None  # General Motors; a general has a person's name
    start = at
    stop = office_end(tokens, at, end)
    return Segment(Part.OFFICE, start, stop) if stop > start else None


def office_end(tokens: Tokens, at: int, end: int) -> int:
    """Where the office phrase that begins at `at` ends; `at` itself where none does."""
    low = tokens.low
    first = at
    while at < end and (
        low[at] in words("offices", "before") or (low[at] in _PREFIXES and low[at + 1 : at + 2] == ["-"])
    ):
        at += 2 if low[at + 1 : at + 2] == ["-"] else 1
    begun = at
    while at < end:
        phrase = next((p for p in office_phrases().get(low[at], ()) if tuple(low[at : at + len(p)]) == p), None)
        if phrase is not None and at + len(phrase) <= end:
            at += len(phrase)
        elif low[at] in words("offices", "heads"):
            at += 1
        elif low[at] in words("offices", "portfolios") and at + 1 < end and low[at + 1] in words("offices", "heads"):
            at += 2
        else:
            break
    if at > begun:
        return at
    # "chief" and "deputy" stand alone as well; "senior" does not.
    return at if at > first and low[at - 1] in words("offices", "heads") else first


_PREFIXES = frozenset({"vice", "ex", "deputy", "co", "under", "then"})


def _demonym(tokens: Tokens, at: int, demonyms: dict[str, str]) -> Segment | None:
    return Segment(Part.DEMONYM, at, at + 1) if tokens.low[at] in demonyms else None


def _trimmed(tokens: Tokens, found: list[Segment]) -> list[Segment]:
    for segment in found:
        if segment.part is Part.NAME:
            while segment.start < segment.end and tokens.text[segment.start] in _HYPHENS:
                segment.start += 1
            while segment.end > segment.start and tokens.text[segment.end - 1] in _HYPHENS:
                segment.end -= 1
    return found


def _offices(tokens: Tokens, found: list[Segment]) -> list[Segment]:
    """Words that are part of an office: "Senior", "Assistant", and the portfolio of "Oskan Ports Minister"."""
    kept: list[Segment] = []
    for at, segment in enumerate(found):
        if segment.part is Part.NAME and segment.start < segment.end:
            if all(tokens.low[i] in words("offices", "before") for i in range(segment.start, segment.end)):
                segment.part = Part.TITLE
            elif 0 < at < len(found) - 1 and _is_portfolio(tokens, found[at - 1], segment, found[at + 1]):
                found[at + 1].start = segment.start
                continue
        kept.append(segment)
    return kept


def _is_portfolio(tokens: Tokens, before: Segment, segment: Segment, after: Segment) -> bool:
    if after.part is not Part.OFFICE or before.part not in {Part.ADJECTIVE, Part.DEMONYM}:
        return False
    minister = any(tokens.low[i] in {"minister", "secretary"} for i in range(after.start, after.end))
    return minister and before.end == segment.start and segment.end == after.start


def _joined(tokens: Tokens, found: list[Segment]) -> list[Segment]:
    """The segments after names that hold a country's name, an office or a people's name were put together."""
    joined: list[Segment] = []
    for segment in found:
        before = joined[-1] if joined else None
        if before is not None and before.start < before.end == segment.start and _one_name(tokens, before, segment):
            if before.part is Part.TITLE:
                joined.append(segment)
            else:
                joined[-1] = Segment(Part.NAME, before.start, segment.end)
        else:
            joined.append(segment)
    return joined


def _one_name(tokens: Tokens, left: Segment, right: Segment) -> bool:
    if left.part is Part.NAME and right.part is Part.NAME:
        return True
    if right.part is Part.NAME and left.part in {Part.KNOWN, Part.ADJECTIVE, Part.DEMONYM}:
        return is_body_name(tokens, right.start, right.end) or (
            # Jordan Brown may be a person; what follows a name of two words, as Port Alma, is another word.
            left.part is Part.KNOWN and left.end - left.start == 1 and _one_entity(tokens, left, right, {"PERSON"})
        )
    if left.part is Part.NAME and right.part in {Part.KNOWN, Part.DEMONYM}:
        connected = tokens.low[left.end - 1] in {"of", "for", "on", "the", "&"}
        directions = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"}
        if connected:
            return True
        if tokens.low[left.end - 1] in directions | words("names", "peoples") or _ends_as_body(tokens, left):
            return False
        return right.end - right.start == 1 and not tokens.owns(left.end)
    if left.part is Part.NAME and right.part is Part.ADJECTIVE:
        return tokens.low[left.end - 1] in {"of", "for", "on", "the", "&"}
    if left.part is Part.NAME and right.part is Part.OFFICE:
        return right.end - right.start == 1 and _one_entity(tokens, left, right, {"PERSON"})
    return False


def _one_entity(tokens: Tokens, left: Segment, right: Segment, labels: set[str]) -> bool:
    if any(tokens.label[i] not in labels for i in range(left.start, right.end)):
        return False
    return all(tokens.doc[i].ent_iob_ == "I" for i in range(left.start + 1, right.end))


def is_body_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words of `[start, end)` end, or begin before "of", with a word that names bodies."""
    if _last_in(tokens, start, end, "organisation", "media", "movement"):
        return True
    inside = next((i for i in range(start + 1, end) if tokens.low[i] in {"of", "for", "on"}), None)
    return inside is not None and _last_in(tokens, start, inside, "organisation", "media", "movement")


def _ends_as_body(tokens: Tokens, segment: Segment) -> bool:
    return is_body_name(tokens, segment.start, segment.end)


def _last_in(tokens: Tokens, start: int, end: int, *sections: str) -> bool:
    return end > start and any(tokens.low[end - 1] in words("names", section) for section in sections)
