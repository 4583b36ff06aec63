"""What the source does with the content: asserts it, denies it, or declines to say."""

from spacy.tokens import Token

from dragoman.reading.attributions import denials
from dragoman.reading.attributions.lexicon import CueClass, lexicon
from dragoman.reading.attributions.scene import Draft, Scene
from dragoman.reading.attributions.words import source_words
from dragoman.records.reading import Polarity

_CALLING = frozenset(
    ("call", "describe", "dismiss", "brand", "label", "term", "slam", "denounce", "characterize", "characterise")
)
_REJECTING = frozenset(("reject", "dismiss", "refute", "rebut", "debunk"))
_STEPS = 12


def is_negated(verb: Token) -> bool:
    """Whether a verb is negated: "did not say", "would never confirm", "nobody said"."""
    return any(
        c.dep_ == "neg"
        or c.lower_ in ("never", "n't", "not")
        or (c.dep_ == "nsubj" and any(g.lower_ in ("no", "neither") and g.dep_ == "det" for g in c.children))
        for c in verb.children
    )


def polarity(scene: Scene, draft: Draft) -> Polarity:
    """The polarity of a draft whose content is complete."""
    words = lexicon()
    head = scene.doc[draft.head]
    if draft.declines or _refuses_to_tell(scene, draft, head):
        return Polarity.DECLINES
    if head.pos_ == "NOUN":
        return Polarity.DENIES if draft.word.kind is CueClass.DENIAL else Polarity.ASSERTS
    negated = is_negated(head)
    if draft.word.kind is CueClass.DENIAL:
        return Polarity.ASSERTS if negated else Polarity.DENIES
    if negated and draft.word.lemma in words.telling:
        return Polarity.DECLINES
    if negated and draft.word.kind is CueClass.ATTITUDE and draft.word.lemma in words.believing:
        return Polarity.DENIES
    if not negated and (_calls_it_wrong(scene, draft) or denials.words_deny(scene, draft)):
        return Polarity.DENIES
    return Polarity.ASSERTS


def _refuses_to_tell(scene: Scene, draft: Draft, head: Token) -> bool:
    words = lexicon()
    if head.lemma_.lower() in words.refusing:
        inner = next((c for c in head.children if c.dep_ in ("xcomp", "dobj")), None)
        return inner is not None and inner.lemma_.lower() in words.telling | words.asked
    governor = head.head
    return head.dep_ == "xcomp" and governor.lemma_.lower() in words.refusing and draft.word.lemma in words.telling


def _calls_it_wrong(scene: Scene, draft: Draft) -> bool:
    """Whether the content says of a report or a charge that it is false."""
    denying = lexicon().denying
    claims = source_words().claims
    doc = scene.doc
    rejects = draft.word.lemma in _REJECTING
    calls = draft.word.lemma in _CALLING
    for index in sorted(draft.content):
        token = doc[index]
        lowered = token.lower_
        if rejects and token.dep_ == "dobj" and token.head.i == draft.head and token.lemma_.lower() in claims:
            return True
        if lowered not in denying or any(c.dep_ == "neg" for c in token.head.children):
            continue
        if calls and _object_is_claim(doc[draft.head], claims):
            return True
        subject = _subject_of_predicate(token)
        if subject is not None and subject.lemma_.lower() in claims and subject.i in draft.content:
            return True
    return False


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
