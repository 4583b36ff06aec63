"""Cues that are verbs: "said", "has accused", "is believed to"."""

from spacy.tokens import Token

from dragoman.reading.attributions import content, sources
from dragoman.reading.attributions.lexicon import CueClass, CueWord, Takes, lexicon
from dragoman.reading.attributions.scene import Draft, Scene, subtree

_PURPOSES = frozenset(("advcl", "acl"))
_GROUP = frozenset(("aux", "auxpass", "neg", "advmod"))


def find(scene: Scene) -> list[Draft]:
    """A draft for each verb that can be a cue, with or without content yet, in text order."""
    drafts: list[Draft] = []
    for token in scene.words:
        word = _word(token)
        if word is None:
            continue
        draft = _draft(scene, token, word)
        if draft is None:
            continue
        _fronted(scene, draft, drafts)
        drafts.append(draft)
    return drafts


def _word(token: Token) -> CueWord | None:
    words = lexicon()
    form = words.forms.get(token.lower_)
    if form is not None:
        return words.verbs.get(form)
    if token.pos_ != "VERB" or token.dep_ in ("amod", "compound"):
        return None
    return words.verbs.get(token.lemma_.lower())


def _asks_not_to_be_named(verb: Token) -> bool:
    """Whether it tells on what condition somebody spoke, not what was said."""
    return any(
        c.lower_ == "anonymity" or (c.dep_ == "xcomp" and c.lemma_ in ("name", "identify", "quote") and c.tag_ == "VBN")
        for c in verb.children
    )


def _is_reporters(verb: Token) -> bool:
    """Whether it is the reporter who asks: "Asked if it was over, she said"."""
    bare = verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children)
    return bare and verb.dep_ == "advcl" and sources.agent(verb) is None


def _counts(verb: Token) -> bool:
    """Whether the verb's object is a count: "the toll", "64 people"."""
    words = lexicon()
    return any(
        c.dep_ == "dobj"
        and c.i > verb.i
        and (
            c.lemma_.lower() in words.counted
            or (verb.lemma_ == "count" and any(g.dep_ == "nummod" for g in c.children))
        )
        for c in verb.children
    )


def _draft(scene: Scene, verb: Token, word: CueWord) -> Draft | None:
    if word.kind in (CueClass.QUESTION, CueClass.DEMAND) and _asks_not_to_be_named(verb):
        return None
    if verb.dep_ in _PURPOSES and verb.tag_ == "VB" and word.takes == frozenset((Takes.OBJECT,)):
        return None  # "met to discuss the text": what for, not what was said
    if verb.tag_ == "VB" and _asks_not_to_be_named(verb.head):
        return None  # "requested anonymity to discuss the text"
    if word.lemma in lexicon().counting and not _counts(verb):
        return None
    draft = Draft(head=verb.i, word=word, cue=cue_group(verb, word))
    if word.kind is CueClass.QUESTION and _is_reporters(verb):
        return None
    if content.is_passive(verb):
        return _passive(scene, verb, word, draft)
    head = (sources.misread_apposition(verb) if Takes.INSERTED in word.takes else None) or sources.subject(verb)
    if head is None and word.kind in (CueClass.SPEECH, CueClass.WRITING) and Takes.QUOTE in word.takes:
        head = sources.beside(scene, verb)
        if head is not None and head.dep_ == "dobj" and head.i < verb.i:
            head = None
    draft.content = content.governed(scene, verb, word)
    sources.set_source(scene, draft, head)
    if draft.source:
        draft.content.difference_update(draft.source)
    draft.addressee = addressee(scene, verb, word)
    draft.content.difference_update(draft.addressee)
    return draft


def _passive(scene: Scene, verb: Token, word: CueWord, draft: Draft) -> Draft | None:
    by = sources.agent(verb)
    if by is None and not (word.passive or word.addressee or word.kind is CueClass.SPEECH):
        return None
    draft.quotable = False
    draft.content = content.passive_content(verb, word)
    if by is not None:
        sources.set_source(scene, draft, by)
        draft.content.difference_update(subtree(by.head))
    if word.addressee:
        patient = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        draft.addressee = sources.phrase(scene, patient, without=verb.i) if patient is not None else []
    return draft


def addressee(scene: Scene, verb: Token, word: CueWord) -> list[int]:
    """Who it was said to: the object of "told", the noun after "to"."""
    for child in verb.children:
        named = child.dep_ in ("dobj", "iobj") and word.addressee and child.i > verb.i
        if child.dep_ == "dative" or named:
            inner = next((c for c in child.children if c.dep_ == "pobj"), child) if child.pos_ == "ADP" else child
            return sources.phrase(scene, inner, without=verb.i)
        if child.dep_ == "prep" and child.lower_ == "to" and "to" not in word.prepositions:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None:
                return sources.phrase(scene, inner, without=verb.i)
    return []


def cue_group(verb: Token, word: CueWord) -> list[int]:
    """The verb with what stands unbroken around it and belongs to it: auxiliaries, negation, particle."""
    doc = verb.doc
    group = {verb.i}
    lefts = {c.i for c in verb.children if c.dep_ in _GROUP}
    index = verb.i - 1
    while index >= 0 and index in lefts:
        group.add(index)
        index -= 1
    index = verb.i + 1
    while (
        index < len(doc)
        and doc[index].head.i == verb.i
        and (
            doc[index].dep_ == "prt"
            or (doc[index].dep_ == "prep" and doc[index].lower_ in word.prepositions)
            or doc[index].dep_ == "neg"
        )
    ):
        group.add(index)
        index += 1
    return sorted(group)


def _fronted(scene: Scene, draft: Draft, before: list[Draft]) -> None:
    """A participle before its sentence's subject goes with the cue that stands before it, if one does.

    "Despite the union's denial of the plan, calling it false, the ministry ...": the union calls it false.
    """
    doc = scene.doc
    if doc[draft.head].tag_ != "VBG" or not draft.source or min(draft.source) < draft.head or not before:
        return
    earlier = before[-1]
    if doc[earlier.head].sent.start != doc[draft.head].sent.start or not earlier.source:
        return
    if doc[draft.head].dep_ == "advcl" and max(earlier.source) < draft.head:
        draft.source, draft.source_head, draft.wording = list(earlier.source), earlier.source_head, earlier.wording
        draft.content.difference_update(draft.source)
