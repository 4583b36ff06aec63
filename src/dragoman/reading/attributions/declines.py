"""Those who said nothing: not reached, not available, no answer."""

from spacy.tokens import Token

from dragoman.reading.attributions import sources
from dragoman.reading.attributions.lexicon import CueClass, CueWord, lexicon
from dragoman.reading.attributions.polarity import is_negated
from dragoman.reading.attributions.scene import Draft, Scene, subtree

SILENT = CueWord(lemma="no comment", kind=CueClass.DECLINING, takes=frozenset())

# When they were asked is no part of what they did not say.
_TIMES = frozenset(("DATE", "TIME"))


def find(scene: Scene) -> list[Draft]:
    """A draft for each verb that says that somebody gave no answer."""
    words = lexicon()
    drafts = []
    for token in scene.words:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        lemma = token.lemma_.lower()
        if not is_negated(token):
            if lemma in words.withholding and _gives_none(token, words.asked):
                draft = _silent(scene, token, sources.subject(token))
                drafts += [draft] if draft is not None else []
            continue
        if lemma in words.unreachable and any(c.dep_ == "auxpass" for c in token.children):
            draft = _silent(scene, token, next((c for c in token.children if c.dep_ == "nsubjpass"), None))
        elif lemma == "be":
            state = next((c for c in token.children if c.dep_ == "acomp" and c.lower_ in words.unavailable), None)
            draft = _silent(scene, token, sources.subject(token), state) if state is not None else None
        elif lemma in words.telling and _unanswered(token, words.asked, lemma):
            draft = _silent(scene, token, sources.subject(token))
        else:
            continue
        if draft is not None:
            drafts.append(draft)
    return drafts


def _gives_none(verb: Token, asked: frozenset[str]) -> bool:
    """Whether it gives no answer: "offered no comment", "gave no details"."""
    return any(
        c.dep_ == "dobj" and c.lemma_.lower() in asked and any(g.lower_ == "no" for g in c.children)
        for c in verb.children
    )


def _unanswered(verb: Token, asked: frozenset[str], lemma: str) -> bool:
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    leading = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("to", "on")]
    objects += [g for c in leading for g in c.children if g.dep_ == "pobj"]
    if not objects and not any(c.dep_ in ("ccomp", "xcomp", "prep") and c.i > verb.i for c in verb.children):
        return lemma in ("comment", "respond", "reply", "elaborate", "answer")
    return any(o.lemma_.lower() in asked for o in objects)


def _silent(scene: Scene, verb: Token, head: Token | None, state: Token | None = None) -> Draft | None:
    if head is None:
        return None
    group = {verb.i} | {c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i < verb.i}
    draft = Draft(head=verb.i, word=SILENT, cue=sorted(group), declines=True, quotable=False)
    sources.set_source(scene, draft, head)
    for top in (verb, state):
        for child in top.children if top is not None else ():
            if child.i > verb.i and child.dep_ in ("dobj", "prep"):
                draft.content.update(subtree(child) if child.dep_ == "dobj" else _inside(child))
    if state is not None:
        between = [i for i in range(verb.i + 1, state.i + 1) if not scene.doc[i].is_space]
        draft.cue = sorted({*draft.cue, *between})
    draft.content.difference_update(draft.cue, draft.source)
    return draft if draft.source else None


def _inside(preposition: Token) -> set[int]:
    return {i for c in preposition.children if c.dep_ == "pobj" and c.ent_type_ not in _TIMES for i in subtree(c)}
