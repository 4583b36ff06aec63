"""Where the network's spans end, set right by the punctuation that it reads over."""

from itertools import pairwise

from dragoman.reading.attributions.frames import is_finite
from dragoman.reading.attributions.scene import Draft, Scene


def settle(scene: Scene, found: list[Draft], known: list[Draft]) -> None:
    """Mend the spans of the drafts in place; `known` are the drafts by rule."""
    for draft in found:
        _one_run(scene, draft)
        _no_leftover(scene, draft)
        _after_semicolon(scene, draft, known)
    _going_on(scene, found)


def _runs(tokens: list[int]) -> list[list[int]]:
    """Neighbouring tokens together."""
    found: list[list[int]] = []
    for index in sorted(tokens):
        if found and found[-1][-1] == index - 1:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _one_run(scene: Scene, draft: Draft) -> None:
    """A source in pieces with a clause between them is the piece nearest to its cue: the other is another's."""
    runs = _runs(draft.source)
    for before, after in pairwise(runs):
        if any(is_finite(scene, i) or scene.doc[i].text == ";" for i in range(before[-1] + 1, after[0])):
            kept = min(runs, key=lambda run: min(abs(draft.head - run[0]), abs(draft.head - run[-1])))
            draft.source = kept
            if draft.source_head not in kept:
                draft.source_head = next((i for i in kept if scene.doc[i].head.i not in kept), kept[0])
            return


def _no_leftover(scene: Scene, draft: Draft) -> None:
    """What stands between the source and its cue, and holds no verb, is the source's: an age, an office."""
    runs = _runs(sorted(draft.content))
    if len(runs) < 2 or not draft.source:
        return
    low, high = max(draft.source), min(draft.cue)
    for run in runs:
        if low < run[0] and run[-1] < high and not any(scene.doc[i].pos_ in ("VERB", "AUX") for i in run):
            draft.content.difference_update(run)


def _after_semicolon(scene: Scene, draft: Draft, known: list[Draft]) -> None:
    """What others said before a semicolon is theirs: "The envoys said it held; it did not, the army said"."""
    start = scene.clause(draft.head)[0]
    before = [i for i in draft.content if i < start]
    if not before or start not in draft.content or scene.doc[start - 1].text != ";":
        return
    if any(one.head in draft.content and one.head < start and one.source and one.content for one in known):
        draft.content.difference_update(before)


def _going_on(scene: Scene, found: list[Draft]) -> None:
    """A participle right behind what one source is told to say is that source's, not the one's of the clause to come.

    "Despite the ministry's denial of the order, calling it baseless, two aides confirmed it": the ministry calls.
    """
    by_end = {max(d.content): d for d in found if d.content and d.source}
    for draft in found:
        start = min(draft.cue)
        outer = by_end.get(start - 2) if start > 1 and scene.doc[start - 1].text == "," else None
        if outer is None or outer is draft or scene.doc[draft.head].tag_ != "VBG":
            continue
        if draft.source and min(draft.source) > max(draft.content or {draft.head}) and max(outer.source) < start:
            draft.source, draft.source_head = list(outer.source), outer.source_head
            draft.wording = list(outer.wording)
