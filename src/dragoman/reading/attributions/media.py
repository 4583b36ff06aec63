"""What it was said through: "in a statement", "on television", "by email", an outlet that it was told to."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.attributions import sources
from dragoman.reading.attributions.lexicon import lexicon
from dragoman.reading.attributions.scene import Draft, Scene, subtree
from dragoman.reading.attributions.words import source_words
from dragoman.reading.outlets import is_outlet, outlet_named

_THROUGH = frozenset(("in", "on", "at", "via", "during", "through", "by", "over"))
# A medium is a short phrase; what is longer holds more than the medium.
_PHRASE = 14
# So far from its cue or source it is looked for, in tokens.
_REACH = 40
_STEPS = 6
# Verbs that only say where somebody spoke: "Speaking on television, Orsa said".
_SPEAKING = frozenset(("speak", "talk", "appear", "write", "address", "interview", "press", "ask", "post", "carry"))


def medium(scene: Scene, draft: Draft) -> str | None:
    """The words for what it was said through; None where the sentence does not tell."""
    told = scene.text_of(draft.addressee)
    if told and outlet_named(told) is not None:
        return told
    if scene.doc[draft.head].pos_ not in ("VERB", "AUX"):
        return None
    return next((words for words in (_through(scene, draft, token) for token in _near(scene, draft)) if words), None)


def _near(scene: Scene, draft: Draft) -> Iterator[Token]:
    """The prepositions around the cue, outside what it brings and outside quotations: first those behind it."""
    start, end = scene.clause(draft.head)
    own = (*draft.cue, *draft.source)
    low, high = max(start, min(own) - _REACH), min(end, max(own) + _REACH)
    found = [
        scene.doc[i]
        for i in range(low, high)
        if scene.doc[i].lower_ in _THROUGH and i not in draft.content and not scene.inside_quote(i)
    ]
    return iter(sorted(found, key=lambda token: (token.i < draft.head, token.i)))


def _through(scene: Scene, draft: Draft, preposition: Token) -> str | None:
    inner = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if inner is None or not _goes_with(draft, preposition):
        return None
    phrase = [i for i in subtree(preposition) if i not in draft.content and not scene.inside_quote(i)][:_PHRASE]
    name = scene.text_of(sources.phrase(scene, inner, without=draft.head)[:_PHRASE])
    if not _is_medium(inner) and not (is_outlet(name) and preposition.lower_ in ("on", "in")):
        return None
    return scene.text_of(_without_tail(scene, phrase))


def _goes_with(draft: Draft, preposition: Token) -> bool:
    """Whether the phrase hangs on the cue, or on a verb beside it that only says where somebody spoke."""
    if preposition.i == max(draft.cue) + 1:
        return True
    words = lexicon().verbs
    source = frozenset(draft.source)
    token = preposition.head
    for _ in range(_STEPS):
        if token.i == draft.head or token.i in draft.cue:
            return True
        if token.i in draft.content or token.i in source or token.head.i == token.i:
            return False
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in words and lemma not in _SPEAKING:
            return False
        token = token.head
    return False


def _is_medium(noun: Token) -> bool:
    known = source_words().media_of_speech
    if noun.lemma_.lower() == "media" or noun.lower_ == "media":
        return any(c.lower_ in ("social", "state", "local", "national") for c in noun.children)
    return noun.lemma_.lower() in known or noun.lower_ in known


def _without_tail(scene: Scene, phrase: list[int]) -> list[int]:
    kept: list[int] = []
    for index in phrase:
        if scene.doc[index].text in (",", ":", ";"):
            break
        kept.append(index)
    return kept
