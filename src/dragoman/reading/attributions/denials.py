"""Denials in the words of what is said: "he had heard of no such order", "nobody had told them to leave"."""

from dragoman.reading.attributions.frames import is_finite
from dragoman.reading.attributions.lexicon import CueClass, lexicon
from dragoman.reading.attributions.scene import Draft, Scene
from dragoman.reading.attributions.words import source_words

_SAYING = frozenset((CueClass.SPEECH, CueClass.WRITING))
# Acts that somebody would have been told of: to deny them is to deny an account.
_TELLING = frozenset((CueClass.SPEECH, CueClass.DEMAND, CueClass.QUESTION))
_SUBJECT = 6  # tokens, from the start of what is said to the noun or pronoun that its verb has as subject
# What makes a wording a condition or a question and no denial.
_OPEN = frozenset(("if", "unless", "whether", "when", "until"))
_END = frozenset((".", ";", "!", "?"))


def words_deny(scene: Scene, draft: Draft) -> bool:
    """Whether the first clause of what a cue of speech brings denies an account, whatever the cue."""
    if draft.word.kind not in _SAYING or not draft.content:
        return False
    clause = _first_clause(scene, draft)
    if not clause or any(scene.doc[i].lower_ in _OPEN for i in clause):
        return False
    words = " " + " ".join(scene.doc[i].lower_ for i in clause if scene.doc[i].is_alpha) + " "
    if any(f" {phrase} " in words for phrase in lexicon().denials):
        return True
    return _nobody_was_told(scene, clause) or _report_is_wrong(scene, clause)


def _report_is_wrong(scene: Scene, clause: list[int]) -> bool:
    """Whether it begins with a report or a charge and says that it is false, whatever stands between."""
    denying = lexicon().denying
    begin = next((scene.doc[i] for i in clause if scene.doc[i].pos_ not in ("DET", "PUNCT", "ADJ")), None)
    if begin is None or begin.pos_ == "PRON":
        return False
    forms = {begin.lemma_.lower(), begin.lower_.removesuffix("s")}  # a plural that begins a sentence passes for a name
    if not forms & source_words().claims:
        return False
    for index in clause:
        if scene.doc[index].lower_ not in denying:
            continue
        before = index - 1
        while before > clause[0] and scene.doc[before].pos_ in ("ADV", "DET"):
            before -= 1
        if scene.doc[before].lemma_ == "be":
            return True
    return False


def _first_clause(scene: Scene, draft: Draft) -> list[int]:
    """The content up to the end of its first sentence, or the comma behind its first verb."""
    found: list[int] = []
    verbs = 0
    for index in sorted(draft.content):
        text = scene.doc[index].text
        if found and (text in _END or (text == "," and verbs)):
            break
        verbs += is_finite(scene, index)
        if not scene.doc[index].is_space:
            found.append(index)
    return found


def _nobody_was_told(scene: Scene, clause: list[int]) -> bool:
    words = lexicon()
    alone = [i for i in clause if scene.doc[i].is_alpha and scene.doc[i].lower_ != "that"]
    head = " ".join(scene.doc[i].lower_ for i in alone[:2])
    if not any(head == no or head.startswith(f"{no} ") for no in words.nobody):
        return False
    had = next(
        (n for n, i in enumerate(alone[:_SUBJECT]) if scene.doc[i].lower_ in ("had", "has", "was", "were")), None
    )
    if had is None:
        return False
    verb = next(
        (
            scene.doc[i]
            for i in alone[had + 1 :]
            if scene.doc[i].tag_ in ("VBN", "VBD") and scene.doc[i].lower_ != "been"
        ),
        None,
    )
    cue = words.verbs.get(verb.lemma_.lower()) if verb is not None else None
    return cue is not None and cue.kind in _TELLING and (cue.addressee or cue.kind is CueClass.DEMAND)
