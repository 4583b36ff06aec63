"""A cue that closes its sentence: "The talks had failed, two diplomats said on Friday."."""

from bisect import bisect_left

from dragoman.reading.attributions.lexicon import Takes
from dragoman.reading.attributions.scene import LONGEST, Draft, Scene

_HINGES = frozenset((",", "-", "—", "–", "--"))
# After the cue come at most so many tokens: to whom, through what, when.
_TAIL = 16
_VERBAL = frozenset(("VERB", "AUX"))
_SUBORDINATE = frozenset(
    ("if", "when", "as", "although", "though", "while", "because", "after", "before", "since", "asked")
)


def close(scene: Scene, drafts: list[Draft]) -> None:
    """Give a closing cue the sentence before it, and take the cue out of what other cues of it govern."""
    heads = [draft.head for draft in drafts]
    for draft in drafts:
        bounds = _bounds(scene, draft)
        if bounds is None:
            continue
        start, first, end = bounds
        draft.content = {i for i in range(start, first) if not scene.doc[i].is_space}
        for other in drafts[bisect_left(heads, start) : bisect_left(heads, first)]:
            if other is not draft:
                other.content.difference_update(range(first, end))
                other.addressee = [i for i in other.addressee if not first <= i < end]
                other.source = [i for i in other.source if not first <= i < end]


def _bounds(scene: Scene, draft: Draft) -> tuple[int, int, int] | None:
    """Sentence start, start of the closing cue with its source, sentence end; None where it closes nothing."""
    if Takes.INSERTED not in draft.word.takes or not draft.source or draft.wording or draft.declines:
        return None
    doc = scene.doc
    first = min(*draft.source, *draft.cue)
    if doc[draft.head].pos_ not in _VERBAL or draft.head - max(draft.source) > 4:  # other words between
        return None
    lo, hi = scene.paragraph(draft.head)
    if first - 1 <= lo or doc[first - 1].text not in _HINGES or scene.inside_quote(first - 1):
        return None
    end = draft.head + 1
    while end < hi and not scene.ends_sentence(end):
        if doc[end].text == "," and not draft.content:
            break  # what follows is the outlet's: "..., a diplomat said on Sunday, a blow that"
        breaks = doc[end].pos_ in _VERBAL or doc[end].text in (":", ",") or scene.inside_quote(end)
        if breaks or end - draft.head > _TAIL:
            return None
        end += 1
    start = first - 1
    lo = max(lo, first - LONGEST)
    while start > lo and not scene.starts_sentence(start) and doc[start - 1].text != ";":
        start -= 1
    if not any(doc[i].pos_ in _VERBAL for i in range(start, first)) or doc[start].lower_ in _SUBORDINATE:
        return None
    return start, first, end
