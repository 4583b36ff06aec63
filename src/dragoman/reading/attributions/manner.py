"""Around the cue: to whom, through what, on what condition, and first told by which outlet."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.attributions import sources
from dragoman.reading.attributions.scene import Draft, Scene, subtree
from dragoman.reading.attributions.sourcing import is_outlet, same_outlet
from dragoman.reading.attributions.words import source_words

_THROUGH = frozenset(("in", "on", "at", "via", "during", "through", "by"))
# A medium is a short phrase; what is longer holds more than the medium.
_PHRASE = 14
_ANONYMITY = re.compile(
    r"\b(?:(?:who|and|both|all)\s+)?(?:(?:spoke|speaking|spoken|talking|talked|said|insisted|requested|requesting|asking|asked"
    r"|granted|declined|declining|wished|wishing)\s+)?"
    r"(?:(?:on|under)\s+(?:the\s+)?condition\s+(?:of\s+anonymity|that\s+(?:he|she|they)\s+(?:not\s+)?be\s+(?:not\s+)?"
    r"(?:named|identified))|not\s+to\s+be\s+(?:named|identified|quoted by name)|to\s+be\s+(?:named|identified)"
    r"|anonymity|anonymously)\b[^.;”\"]*",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r",\s+(?:said|told|says|tells|added|that|but|while)\b|\s+(?:said|told)\s+(?:that|us)\b", re.IGNORECASE
)
_NEEDED = re.compile(r"anonym|named|identified|by name", re.IGNORECASE)


def medium(scene: Scene, draft: Draft) -> str | None:
    """What it was said through: "in a statement", "on television", an outlet that it was told to."""
    head = scene.doc[draft.head]
    told = scene.text_of(draft.addressee)
    if told and is_outlet(told):
        return told
    words = source_words()
    for child in head.children:
        if child.dep_ != "prep" or child.lower_ not in _THROUGH:
            continue
        inner = next((c for c in child.children if c.dep_ == "pobj"), None)
        if inner is None or child.i in draft.content:
            continue
        phrase = [i for i in subtree(child) if i not in draft.content and not scene.inside_quote(i)][:_PHRASE]
        name = scene.text_of(sources.phrase(scene, inner, without=head.i)[:_PHRASE])
        if _is_medium(inner, words.media_of_speech) or is_outlet(name):
            return scene.text_of(_without_tail(scene, phrase))
    return None


def _is_medium(noun: Token, known: frozenset[str]) -> bool:
    return noun.lemma_.lower() in known or noun.lower_ in known


def _without_tail(scene: Scene, phrase: list[int]) -> list[int]:
    kept = []
    for index in phrase:
        if scene.doc[index].text in (",", ":", ";"):
            break
        kept.append(index)
    return kept


def relayed_by(scene: Scene, draft: Draft, through: str | None) -> str | None:
    """The outlet that had it first, when that is not this one."""
    outlet = scene.parsed.report.outlet
    told = scene.text_of(draft.addressee)
    own = scene.text_of(draft.wording or draft.source)
    parent = draft.parent
    above = scene.text_of(parent.wording or parent.source) if parent is not None else ""
    inner = _outlet_in(through)
    for name in (told, inner, own, above):
        if name and is_outlet(name) and not same_outlet(name, outlet):
            return name
    return None


def _outlet_in(through: str | None) -> str | None:
    if through is None:
        return None
    words = through.split()
    for at in range(len(words)):
        name = " ".join(words[at:])
        if words[at][:1].isupper() and is_outlet(name):
            return name
    return None


def hints_of_anonymity(text: str) -> Iterator[tuple[int, int]]:
    """Where `text` has words that a condition of anonymity may be told with."""
    return (match.span() for match in _NEEDED.finditer(text))


def anonymity(text: str) -> str | None:
    """The condition of anonymity and its reason, in the words of `text` (a sentence); None where it tells none."""
    if not _NEEDED.search(text):
        return None
    match = _ANONYMITY.search(text)
    if match is None:
        return None
    words = match.group()
    stop = _STOPS.search(words)
    return (words[: stop.start()] if stop else words).strip(" ,—–-") or None
