"""Speakers named before a colon: the lines of a transcript, and "Orsa: “We stay”"."""

from dragoman.reading.attributions.frames import is_finite
from dragoman.reading.attributions.lexicon import CueClass, CueWord, Takes
from dragoman.reading.attributions.scene import LONGEST, Draft, Scene, trimmed

COLON = CueWord(lemma=":", kind=CueClass.SPEECH, takes=frozenset())
# A speaker's name has at most so many tokens; a transcript at least so many lines.
_NAME = 6
_LINES = 2
# A colon stands at most so many tokens behind the cue that announces what follows it.
_ANNOUNCED = 12
_NAMING = frozenset(("PROPN", "NOUN", "ADJ", "DET", "ADP", "NUM", "PUNCT", "PART", "X"))


def find(scene: Scene) -> list[Draft]:
    """A draft for each paragraph that begins with a speaker, a colon and the speaker's words."""
    spoken, quoted = [], []
    for tokens in scene.parsed.paragraphs:
        colon = next((i for i in range(tokens.start, min(tokens.end, tokens.start + _NAME + 1)) if _is(scene, i)), None)
        if colon is None or colon == tokens.start or colon + 1 >= tokens.end:
            continue
        name = trimmed(scene, range(tokens.start, colon), quotes=False)
        if not name or any(i in scene.quote_at for i in name):
            continue
        words = [scene.doc[i] for i in name]
        draft = Draft(head=colon, word=COLON, cue=[colon], source=name, quotable=False)
        draft.source_head = next((t.i for t in reversed(words) if t.pos_ in ("PROPN", "NOUN")), name[-1])
        number = scene.quote_at.get(colon + 1)
        if all(t.text.isupper() or not t.is_alpha for t in words) and any(t.is_alpha for t in words):
            draft.content = set(range(colon + 1, tokens.end))
            spoken.append(draft)
        elif number is not None and all(t.pos_ in _NAMING for t in words):
            quote = scene.quotes[number]
            draft.content = set(range(quote.start, quote.end))
            quoted.append(draft)
    return quoted + (spoken if len(spoken) >= _LINES else [])


def go_on(scene: Scene, drafts: list[Draft]) -> None:
    """Give a cue that announces its content that content: "sources said the opposite: its troops had left"."""
    for draft in drafts:
        if not draft.source or draft.declines or Takes.CLAUSE not in draft.word.takes:
            continue
        if draft.word.kind is not CueClass.SPEECH or scene.doc[draft.head].pos_ == "NOUN":
            continue
        stop = scene.clause(draft.head)[1]
        near = range(draft.head + 1, min(stop, draft.head + _ANNOUNCED))
        colon = next((i for i in near if _is(scene, i)), None)
        if colon is None or colon + 1 >= stop or scene.inside_quote(colon + 1):
            continue
        if any(is_finite(scene, i) or scene.doc[i].text == "," for i in range(draft.head + 1, colon)):
            continue
        if any(is_finite(scene, i) for i in draft.content if i < colon):
            continue
        if any(is_finite(scene, i) for i in range(colon + 1, min(stop, colon + LONGEST))):
            draft.content = {i for i in range(colon + 1, min(stop, colon + LONGEST)) if not scene.doc[i].is_space}
            draft.content.difference_update(draft.addressee)


def _is(scene: Scene, index: int) -> bool:
    return bool(scene.doc[index].text == ":")
