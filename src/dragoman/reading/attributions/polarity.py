"""What the source does with the content: asserts it, denies it, or declines to say."""

from spacy.tokens import Token

from dragoman.reading.attributions import denials
from dragoman.reading.attributions.declines import is_silent
from dragoman.reading.attributions.frames import is_finite
from dragoman.reading.attributions.lexicon import CueClass, lexicon
from dragoman.reading.attributions.negation import is_negated
from dragoman.reading.attributions.scene import Draft, Scene
from dragoman.reading.attributions.words import source_words
from dragoman.records.reading import Polarity

__all__ = ["is_negated", "polarity"]

_CALLING = frozenset(
    (
        "call",
        "describe",
        "dismiss",
        "brand",
        "label",
        "term",
        "slam",
        "denounce",
        "characterize",
        "characterise",
        "reject",
        "deride",
        "deem",
        "brush",
        "decry",
        "condemn",
        "regard",
        "pronounce",
        "declare",
        "ridicule",
    )
)
_REJECTING = frozenset(
    ("reject", "dismiss", "refute", "rebut", "debunk", "brush", "bat", "swat", "shrug", "scotch", "quash")
)
_STEPS = 12


def polarity(scene: Scene, draft: Draft) -> Polarity:
    """The polarity of a draft whose content is complete."""
    words = lexicon()
    head = scene.doc[draft.head]
    if draft.declines or _refuses_to_tell(draft, head):
        return Polarity.DECLINES
    if head.pos_ == "NOUN":
        return Polarity.DENIES if draft.word.kind is CueClass.DENIAL else Polarity.ASSERTS
    negated = is_negated(head)
    if draft.word.kind is CueClass.DENIAL:
        return Polarity.DECLINES if negated else Polarity.DENIES  # who does not deny it has not said it either
    if negated and {draft.word.lemma, head.lemma_.lower()} & words.telling:
        return Polarity.DECLINES
    if negated and draft.word.kind is CueClass.ATTITUDE and draft.word.lemma in words.believing:
        return Polarity.ASSERTS if _is_no_proposition(scene, draft) else Polarity.DENIES
    if negated:
        return Polarity.ASSERTS
    if denials.words_decline(scene, draft):
        return Polarity.DECLINES
    if _calls_it_wrong(scene, draft) or denials.words_deny(scene, draft):
        return Polarity.DENIES
    return Polarity.ASSERTS


def _is_no_proposition(scene: Scene, draft: Draft) -> bool:
    """Whether the content says nothing that could be denied: "could not agree on how to share it"."""
    if draft.word.lemma == "agree" and not any(is_finite(scene, i) for i in draft.content):
        return True  # "could not agree the rules"
    first = scene.doc[min(draft.content)] if draft.content else None
    return first is not None and first.tag_ in ("WRB", "WP", "WDT", "TO", "IN") and first.lower_ not in ("that", "if")


def _refuses_to_tell(draft: Draft, head: Token) -> bool:
    words = lexicon()
    if head.pos_ in ("VERB", "AUX") and is_silent(head):
        return True
    if head.lemma_.lower() in words.refusing:
        inner = next((c for c in head.children if c.dep_ in ("xcomp", "dobj")), None)
        return inner is not None and inner.lemma_.lower() in words.telling | words.asked | {"draw"}
    governor = head.head
    return head.dep_ == "xcomp" and governor.lemma_.lower() in words.refusing and draft.word.lemma in words.telling


def _calls_it_wrong(scene: Scene, draft: Draft) -> bool:
    """Whether the content says of a report or a charge that it is false."""
    words = lexicon()
    claims = source_words().claims
    doc = scene.doc
    lemmas = {draft.word.lemma, doc[draft.head].lemma_.lower()}
    rejects = not lemmas.isdisjoint(_REJECTING)
    calls = not lemmas.isdisjoint(_CALLING)
    for index in sorted(draft.content):
        token = doc[index]
        lowered = token.lower_
        if rejects and token.dep_ == "dobj" and token.head.i == draft.head and token.lemma_.lower() in claims:
            return True
        if lowered not in words.denying or any(c.dep_ == "neg" for c in token.head.children):
            continue
        if calls and _object_is_claim(doc[draft.head], claims):
            return True
        if calls and lowered in words.falsehoods and _is_verdict(token, draft.head):
            return True
        subject = _subject_of_predicate(token)
        if subject is not None and subject.lemma_.lower() in claims and subject.i in draft.content:
            return True
    return False


def _is_verdict(token: Token, head: int) -> bool:
    """Whether a word is what its object is called: "the photographs fake", "the account as a lie"."""
    for _ in range(_STEPS):
        if token.lower_ == "as" and head in (token.head.i, token.head.head.i):
            return True
        if token.head.i == head:
            return token.dep_ in ("oprd", "ccomp", "acomp", "attr", "xcomp", "advcl", "prep")
        if token.head.i == token.i or not (token.dep_ in ("conj", "pobj", "amod") and _leads_up(token)):
            return False
        token = token.head
    return False


def _leads_up(token: Token) -> bool:
    above: Token = token.head
    if token.dep_ == "pobj" or above.lower_ == "as":
        return bool(above.lower_ == "as")
    return bool(token.dep_ == "conj" or above.dep_ == "pobj")


def _object_is_claim(verb: Token, claims: frozenset[str]) -> bool:
    for child in verb.subtree:
        if child.dep_ in ("dobj", "nsubj") and child.i > verb.i:
            return child.lemma_.lower() in claims or child.lower_ in claims
    return False


def _subject_of_predicate(token: Token) -> Token | None:
    """The subject of which a predicate is said: "reports" in "reports of it were entirely false"."""
    for _ in range(_STEPS):
        if token.dep_ in ("acomp", "attr", "oprd", "conj", "amod", "ccomp") and token.head.i != token.i:
            subject = next((c for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            token = token.head
            if subject is not None:
                return subject
        else:
            return next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return None
