"""Denials in the words of what is said: "he had heard of no such order", "nobody had told them to leave"."""

from dragoman.reading.attributions.frames import is_finite
from dragoman.reading.attributions.lexicon import CueClass, lexicon
from dragoman.reading.attributions.scene import Draft, Scene
from dragoman.reading.attributions.words import source_words

_SAYING = frozenset((CueClass.SPEECH, CueClass.WRITING))
# Acts that somebody would have been told of: to deny them is to deny an account.
_TELLING = frozenset((CueClass.SPEECH, CueClass.DEMAND, CueClass.QUESTION))
_SUBJECT = 6  # tokens, from the start of what is said to the noun or pronoun that its verb has as subject
_PREDICATE = 5  # words behind "were" in which a report is called false
_SPEAKER = frozenset(("i", "we", "he", "she", "it", "they"))
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
    told = (_plain(scene.doc[i].lower_) for i in clause if scene.doc[i].is_alpha or _is_not(scene, i))
    words = f" {' '.join(told)} "
    if any(f" {phrase} " in words for phrase in lexicon().denials):
        return True
    return _nobody_was_told(scene, clause) or _report_is_wrong(scene, clause)


def words_decline(scene: Scene, draft: Draft) -> bool:
    """Whether a cue of speech brings no more than that nothing is said: "said it would not comment on the strike"."""
    if draft.word.kind not in _SAYING or not draft.content:
        return False
    clause = [
        _plain(scene.doc[i].lower_) for i in _first_clause(scene, draft) if scene.doc[i].is_alpha or _is_not(scene, i)
    ]
    begin = " ".join(word for word in clause[:_SUBJECT] if word != "that")
    if not any(f" {phrase} " in f" {begin} " for phrase in lexicon().no_comment):
        return False
    return begin.split()[0] in _SPEAKER or begin.startswith("no comment")


def _is_not(scene: Scene, index: int) -> bool:
    return scene.doc[index].lower_ in ("n't", "n’t")


def _plain(word: str) -> str:
    return "not" if word in ("n't", "n’t") else word


def _report_is_wrong(scene: Scene, clause: list[int]) -> bool:
    """Whether it begins with a report or a charge and says that it is false, whatever stands between."""
    begin = _claim(scene, clause)
    if begin is None:
        return False
    words = lexicon()
    rest = clause[clause.index(begin) + 1 :]
    for at, index in enumerate(rest):
        token = scene.doc[index]
        if token.lemma_ != "be" or token.lower_ in ("been", "being"):
            continue
        behind = [
            scene.doc[i] for i in rest[at + 1 : at + 1 + _PREDICATE] if scene.doc[i].is_alpha or _is_not(scene, i)
        ]
        said = " ".join(_plain(t.lower_) for t in behind)
        if any(f" {phrase} " in f" {said} " for phrase in words.wrong):
            return True
        first = next((t for t in behind if t.pos_ not in ("ADV", "DET", "ADJ") or t.lower_ in words.denying), None)
        if first is not None and first.lower_ in words.denying:
            return True
    return False


def _claim(scene: Scene, clause: list[int]) -> int | None:
    """The noun for a report or a charge that a clause begins with: "Osk's claims that ...", "media reports of ..."."""
    claims = source_words().claims
    for index in clause[:_SUBJECT]:
        token = scene.doc[index]
        if token.pos_ in ("PRON",) and token.tag_ != "PRP$":
            return None
        # a plural that begins a sentence passes for a name
        if {token.lemma_.lower(), token.lower_.removesuffix("s")} & claims and token.pos_ in ("NOUN", "PROPN", "VERB"):
            return index
        if is_finite(scene, index):
            return None
    return None


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
