"""Those who said nothing: not reached, not available, no answer."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.attributions import sources
from dragoman.reading.attributions.lexicon import CueClass, CueWord, lexicon
from dragoman.reading.attributions.negation import is_negated
from dragoman.reading.attributions.scene import Draft, Scene, subtree

SILENT = CueWord(lemma="no comment", kind=CueClass.DECLINING, takes=frozenset())

# When they were asked is no part of what they did not say.
_TIMES = frozenset(("DATE", "TIME"))
_BARE = frozenset(("comment", "respond", "reply", "elaborate", "answer"))
_STEPS = 3


def find(scene: Scene) -> list[Draft]:
    """A draft for each verb that says that somebody gave no answer."""
    drafts = []
    for token in scene.words:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        asked = _asked_in_vain(token)
        if asked is not None:
            draft = _in_vain(scene, token, asked)
        elif is_silent(token):
            draft = _silent(scene, token, _who(token), _state(token))
        else:
            continue
        drafts += [draft] if draft is not None else []
    return drafts


def is_silent(verb: Token) -> bool:
    """Whether a verb, with what hangs on it, says that its subject gave no answer."""
    words = lexicon()
    lemma = verb.lemma_.lower()
    objects = [c for c in verb.children if c.dep_ in ("dobj", "attr")]
    if not is_negated(verb):
        if lemma in words.withholding and any(o.lemma_.lower() in words.asked and _has_no(o) for o in objects):
            return True
        if lemma in words.evading and any(o.lemma_.lower() in words.questions for o in objects):
            return True
        if lemma in words.telling | {"comment"} and _is_yet_to(verb):
            return True
        return lemma in ("remain", "stay", "keep", "be") and _state(verb) is not None
    if lemma in words.unreachable:
        return any(c.dep_ == "auxpass" for c in verb.children)
    if lemma == "be":
        return _state(verb) is not None
    if lemma == "draw":  # "would not be drawn on the date"
        return any(c.dep_ == "auxpass" for c in verb.children) and any(c.lower_ == "on" for c in verb.children)
    return lemma in words.telling and _unanswered(verb, words.asked, lemma)


def _has_no(noun: Token) -> bool:
    return any(c.lower_ == "no" for c in noun.children)


def _is_yet_to(verb: Token) -> bool:
    """Whether it is still to come: "has yet to comment"."""
    have = verb.head
    around = (*verb.children, *have.children) if have.i != verb.i else tuple(verb.children)
    return verb.dep_ == "xcomp" and have.lemma_ == "have" and any(c.lower_ == "yet" for c in around)


def _state(verb: Token) -> Token | None:
    """The adjective for who says nothing: "not available", "silent"."""
    words = lexicon()
    known = words.unavailable if is_negated(verb) else words.silent | {"unavailable", "unreachable"}
    states = [c for c in verb.children if c.dep_ in ("acomp", "oprd", "attr") and c.lower_ in known]
    if not states or states[0].lower_ != "quiet":
        return states[0] if states else None
    return states[0] if any(c.lower_ in ("on", "about") for c in states[0].children) else None


def _unanswered(verb: Token, asked: frozenset[str], lemma: str) -> bool:
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    leading = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("to", "on")]
    objects += [g for c in leading for g in c.children if g.dep_ == "pobj"]
    if not objects and not any(c.dep_ in ("ccomp", "xcomp", "prep") and c.i > verb.i for c in verb.children):
        return lemma in _BARE or any(c.tag_ in ("WRB", "WP") and c.i > verb.i for c in verb.children)
    return any(o.lemma_.lower() in asked for o in objects)


def _asked_in_vain(verb: Token) -> Token | None:
    """Who was asked, where a verb says of calls and questions that nobody answered them.

    "Efforts to reach Orsa failed", "calls to the embassy went unanswered", "there was no immediate comment from Osk".
    """
    words = lexicon()
    lemma = verb.lemma_.lower()
    attribute = next(
        (c for c in verb.children if c.dep_ in ("attr", "nsubj") and c.lemma_.lower() in words.asked), None
    )
    if lemma == "be" and attribute is not None and _has_no(attribute):
        return _after(attribute, ("from", "by"), 1)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.lemma_.lower() not in words.efforts:
        return None
    told = {lemma, *(c.lower_ for c in verb.children if c.dep_ in ("acomp", "oprd", "advmod", "attr", "xcomp"))}
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    unanswered = is_negated(verb) and passive and lemma in ("answer", "return", "acknowledge")
    if not unanswered and not told & words.failing:
        return None
    reach = next((c for c in subject.children if c.dep_ in ("acl", "relcl") and c.lemma_ in words.unreachable), None)
    if reach is not None:
        return next((c for c in reach.children if c.dep_ == "dobj"), None)
    return _after(subject, ("to", "for"), _STEPS)


def _after(noun: Token, prepositions: tuple[str, ...], steps: int) -> Token | None:
    """Whom a preposition behind a noun leads to, over so many: "requests for comment to the embassy"."""
    for child in noun.children:
        if child.dep_ not in ("prep", "dative"):
            continue
        inner = next((c for c in child.children if c.dep_ == "pobj"), None)
        if inner is None:
            continue
        if inner.lemma_.lower() not in lexicon().asked and child.lower_ in prepositions:
            return inner
        if steps:
            further = _after(inner, prepositions, steps - 1)
            if further is not None:
                return further
    return None


def _who(verb: Token) -> Token | None:
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    return passive if passive is not None else sources.subject(verb)


def _silent(scene: Scene, verb: Token, head: Token | None, state: Token | None = None) -> Draft | None:
    if head is None:
        return None
    draft = Draft(head=verb.i, word=SILENT, cue=_cue(verb), declines=True, quotable=False)
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


def _in_vain(scene: Scene, verb: Token, asked: Token) -> Draft | None:
    """The whole wording is the cue: "efforts to reach ... were unsuccessful", "was no immediate comment from"."""
    draft = Draft(head=verb.i, word=SILENT, cue=[], declines=True, quotable=False)
    sources.set_source(scene, draft, asked)
    words = [
        i
        for c in verb.children
        if c.dep_ in ("nsubj", "nsubjpass", "attr", "acomp", "oprd", "aux", "auxpass", "neg", "xcomp")
        for i in subtree(c)
    ]
    behind = max(draft.source, default=verb.i)
    taken = {i for i in words if i < asked.left_edge.i or (i > behind and verb.i < behind) or i > verb.i > asked.i}
    draft.cue = sorted({verb.i, *taken}.difference(draft.source))
    return draft if draft.source else None


def _cue(verb: Token) -> list[int]:
    return sorted(_auxiliaries(verb))


def _auxiliaries(verb: Token) -> Iterator[int]:
    yield verb.i
    yield from (c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i < verb.i)


def _inside(preposition: Token) -> set[int]:
    return {i for c in preposition.children if c.dep_ == "pobj" and c.ent_type_ not in _TIMES for i in subtree(c)}
