"""Cues that are adjectives: "are certain that", "was adamant that"."""

from spacy.tokens import Token

from dragoman.reading.attributions import sources
from dragoman.reading.attributions.lexicon import CueClass, CueWord, Takes, lexicon
from dragoman.reading.attributions.scene import Draft, Scene, subtree

STATE = CueWord(lemma="certain", kind=CueClass.ATTITUDE, takes=frozenset((Takes.CLAUSE,)))


def find(scene: Scene) -> list[Draft]:
    """A draft for each adjective that says what somebody holds to be so."""
    states = lexicon().states
    found = (_draft(scene, t) for t in scene.words if t.lower_ in states and t.dep_ in ("acomp", "oprd"))
    return [draft for draft in found if draft is not None]


def _draft(scene: Scene, adjective: Token) -> Draft | None:
    clause = next((c for c in adjective.children if c.dep_ == "ccomp" and c.i > adjective.i), None)
    holder = sources.subject(adjective.head)
    if clause is None or holder is None or holder.i > adjective.i or adjective.i - adjective.head.i > _APART:
        return None
    draft = Draft(head=adjective.i, word=STATE, cue=list(range(adjective.head.i, adjective.i + 1)), quotable=False)
    sources.set_source(scene, draft, holder)
    draft.content = set(subtree(clause)).difference(draft.source)
    return draft


# Between a copula and its adjective stand at most so many tokens.
_APART = 4
