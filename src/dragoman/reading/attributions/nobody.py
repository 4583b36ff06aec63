"""What has the form of an attribution and is the reporter's own: questions, impressions, the reader's thoughts."""

from dragoman.reading.attributions.scene import Draft, Scene
from dragoman.reading.attributions.words import source_words

_DEMONSTRATIVES = frozenset(("this", "that", "these", "those"))
_RELATIVES = frozenset(("WDT", "WP", "IN"))
_NOMINAL = frozenset(("NOUN", "PRON", "DET"))


def says(scene: Scene, draft: Draft) -> bool:
    """Whether there is anything that somebody says."""
    if draft.declines:
        return True
    own = (_is_description, _is_question, _is_inference)
    return bool(draft.content) and not any(is_own(scene, draft) for is_own in own)


def _is_description(scene: Scene, draft: Draft) -> bool:
    """A clause that tells which one is meant: "the team that the envoys had suggested". Nothing is said of the team."""
    last = scene.doc[max(draft.content)]
    return last.head.i in draft.cue and last.tag_ in _RELATIVES and last.dep_ in ("dobj", "pobj", "mark")


def _is_question(scene: Scene, draft: Draft) -> bool:
    """The reporter's question: "Asked whether it was over, she said ..."."""
    return draft.word.lemma == "ask" and not draft.source and scene.doc[draft.head].tag_ == "VBN"


def _is_inference(scene: Scene, draft: Draft) -> bool:
    """What seems so to nobody named, what a turn of events suggests, what anyone would think."""
    words = source_words()
    if draft.source_head is None:
        return scene.doc[draft.head].lemma_.lower() in words.seeming
    head = scene.doc[draft.source_head]
    if head.pos_ not in _NOMINAL:
        return False
    if head.lower_ in words.anyone or (head.lower_ in _DEMONSTRATIVES and len(draft.source) == 1):
        return head.tag_ in ("PRP", "NN", "DT")
    return head.lemma_.lower() in words.things
