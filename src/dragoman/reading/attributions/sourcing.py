"""How a source is shown, from its wording alone, and how many people it claims to be."""

from spacy.tokens import Token

from dragoman.reading.attributions.partitives import is_one, whole
from dragoman.reading.attributions.scene import Draft, Scene
from dragoman.reading.attributions.words import source_words
from dragoman.reading.outlets import is_outlet, outlet_named, same_outlet
from dragoman.records.reading import Sourcing

__all__ = ["count", "is_outlet", "same_outlet", "sourcing"]

_PERSONAL = frozenset(("he", "she", "they", "him", "her", "his", "their", "them", "it", "its"))
_FIRST = frozenset(("i", "we", "me", "us", "my", "our"))
_ARTICLES = frozenset(("the", "a", "an"))
# Words that speak of all of those behind "of": "none of the three officials".
_WHOLLY = frozenset(("none", "all", "each", "any", "neither", "both", "either"))
_COLLECTIVE = frozenset(("ORG", "GPE", "NORP", "LOC", "FAC"))
# What a bare "sources" may carry without being described: how many, how often.
_NO_DESCRIPTION = frozenset(("det", "nummod", "punct", "predet", "advmod", "case", "cc"))
_QUANTITIES = frozenset(
    ("multiple", "several", "many", "some", "various", "numerous", "other", "few", "more", "unnamed", "anonymous")
)


def sourcing(scene: Scene, draft: Draft) -> Sourcing:
    """How the draft's source is shown."""
    if draft.source_head is None or not draft.source:
        return Sourcing.RELAYED if draft.word.lemma in ("report", "reportedly") else Sourcing.SOURCES
    head = scene.doc[draft.source_head]
    wording = scene.text_of(draft.wording or draft.source)
    lowered = head.lower_
    if lowered in _FIRST and head.pos_ == "PRON":
        return Sourcing.OUTLET
    own = _name(scene, head, draft)
    if is_outlet(own) or outlet_named(wording) is not None:
        printed = same_outlet(own, scene.parsed.report.outlet) or same_outlet(wording, scene.parsed.report.outlet)
        return Sourcing.OUTLET if printed else Sourcing.RELAYED
    if head.pos_ == "PRON" and lowered in _PERSONAL:
        return Sourcing.ORGANISATION if lowered in ("it", "its") else Sourcing.NAMED
    tokens = [scene.doc[i] for i in (draft.wording or draft.source)]
    many = whole(head)
    if many is not None and many.i in {t.i for t in tokens}:
        return _of_description(many, [many, *many.children])
    if head.pos_ == "PROPN" or head.ent_type_ in ("PERSON", *_COLLECTIVE):
        return _of_name(head, tokens)
    return _of_description(head, tokens)


def _name(scene: Scene, head: Token, draft: Draft) -> str:
    kept = [i for i in (draft.wording or draft.source) if scene.doc[i].head.i == head.i or i == head.i]
    run = [i for i in kept if i <= head.i and (scene.doc[i].pos_ in ("PROPN", "DET") or i == head.i)]
    return scene.text_of(run)


def _of_name(head: Token, tokens: list[Token]) -> Sourcing:
    words = source_words()
    lemma = head.lemma_.lower()
    if head.ent_type_ == "PERSON":
        return Sourcing.NAMED
    if any(t.ent_type_ == "PERSON" and t.dep_ in ("appos", "compound") and t.head.i == head.i for t in tokens):
        return Sourcing.NAMED
    if lemma in words.bodies or head.ent_type_ in _COLLECTIVE:
        return Sourcing.ORGANISATION
    if lemma in words.documents:
        return Sourcing.DOCUMENT
    return Sourcing.NAMED


def _of_description(head: Token, tokens: list[Token]) -> Sourcing:
    words = source_words()
    lemma = head.lemma_.lower()
    in_apposition = any(t.dep_ == "appos" and t.pos_ == "PROPN" and t.head.i == head.i for t in tokens)
    if in_apposition or _ends_in_name(tokens):
        return Sourcing.NAMED if lemma not in words.bodies else Sourcing.ORGANISATION
    if (lemma in words.media or head.lower_ in words.media) and head.pos_ == "NOUN" and lemma != "agency":
        return Sourcing.RELAYED
    if lemma in words.sources:
        described = [
            c for c in head.children if c.dep_ not in _NO_DESCRIPTION and c.lower_ not in _QUANTITIES and not c.is_punct
        ]
        return Sourcing.UNNAMED if described or head.tag_ == "NN" else Sourcing.SOURCES
    if lemma == "paper" and not any(c.dep_ in ("amod", "compound") for c in head.children):
        return Sourcing.RELAYED
    if lemma in words.documents:
        return Sourcing.DOCUMENT
    if lemma in words.bodies:
        return Sourcing.ORGANISATION
    return Sourcing.UNNAMED


def _ends_in_name(tokens: list[Token]) -> bool:
    """Whether a person's name follows the description after a comma: "the union's speaker in Osk, Ana Orsa"."""
    comma = max((at for at, token in enumerate(tokens) if token.text == ","), default=-1)
    name = tokens[comma + 1 :]
    if comma < 1 or not name or not all(t.pos_ == "PROPN" for t in name):
        return False
    return len(name) > 1 and not any(t.ent_type_ in _COLLECTIVE for t in name)


def count(scene: Scene, draft: Draft, grade: Sourcing) -> int | None:
    """How many people the source claims to be; None where the wording does not say."""
    if draft.source_head is None or grade not in (Sourcing.NAMED, Sourcing.UNNAMED, Sourcing.SOURCES):
        return None
    head = scene.doc[draft.source_head]
    if head.lower_ == "they":
        return None
    inside = frozenset(draft.wording or draft.source)
    total = 0
    for token in (head, *(t for t in head.conjuncts if t.i in inside and t.i > head.i)):
        number = _count_of(token)
        if number is None:
            return None
        total += number
    return total or None


def _count_of(head: Token) -> int | None:
    numbers = source_words().numbers
    if head.lower_ in numbers and head.pos_ in ("NUM", "PRON", "DET", "NOUN") and head.lower_ not in _ARTICLES:
        half = any(c.lower_ == "half" for c in head.children)
        return numbers[head.lower_] // 2 if half else numbers[head.lower_]
    for child in head.children:
        if child.dep_ in ("nummod", "predet", "det") and child.lower_ in numbers and child.lower_ not in _ARTICLES:
            half = any(c.lower_ == "half" for c in (*child.children, *head.children))
            return numbers[child.lower_] // 2 if half else numbers[child.lower_]
        if child.dep_ == "nummod" and child.text.isdigit() and len(child.text) < 4:
            return int(child.text)
    many = whole(head)
    if many is not None:
        return _count_of(many) if head.lower_ in source_words().counting | _WHOLLY else None
    singular = head.tag_ == "NN" or head.pos_ == "PROPN" or head.lower_ in ("he", "she", "who") or is_one(head)
    return 1 if singular else None
