"""Where the network's spans end, set right by the punctuation that it reads over."""

from itertools import pairwise

from dragoman.reading.attributions.frames import is_finite
from dragoman.reading.attributions.scene import Draft, Scene, subtree


def settle(scene: Scene, found: list[Draft], known: list[Draft]) -> list[Draft]:
    """The drafts with their spans mended; `known` are the drafts by rule.

    Left out is hearsay that somebody speaks of: "reports that it had left were wrong, the ministry said".
    """
    by_head = {one.head: one for one in known}
    hearsay = {d.head for d in found if not d.source and scene.doc[d.head].pos_ in ("NOUN", "PROPN")}
    for draft in found:
        _one_run(scene, draft)
        _no_leftover(scene, draft)
        _within_semicolons(scene, draft, known)
        _framed(scene, draft, by_head.get(draft.head), hearsay)
    _going_on(scene, found)
    framed = {i for rule in known if rule.framed and rule.source for i in rule.content}
    framed.update(i for d in found if d.head in by_head and by_head[d.head].framed for i in d.content)
    return [d for d in found if d.head not in hearsay & framed]


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


def _within_semicolons(scene: Scene, draft: Draft, known: list[Draft]) -> None:
    """What somebody else says beyond a semicolon is theirs: "The envoys said it held; it did not, the army said"."""
    start, end = scene.clause(draft.head)
    breaks = {i for i in (start - 1, end) if 0 <= i < len(scene.doc) and scene.doc[i].text == ";"}
    before = {i for i in draft.content if i < start and start - 1 in breaks}
    behind = {i for i in draft.content if i > end and end in breaks}
    for beyond in (before, behind):
        if any(one.head in beyond and one.source and one.content and _is_other(scene, one, draft) for one in known):
            draft.content.difference_update(beyond, (end,))


def _is_other(scene: Scene, one: Draft, draft: Draft) -> bool:
    """Whether a draft is another's, and not the speaker's own "he"."""
    return one.source_head != draft.source_head and scene.doc[one.source[0]].pos_ != "PRON"


def _framed(scene: Scene, draft: Draft, rule: Draft | None, hearsay: set[int]) -> None:
    """What stands before a plain cue at the end of its sentence, or set into it, is said; who stands beside it says it.

    "The talks are over, an aide said on Monday, a blow to both": the network is drawn to what comes last.
    """
    if rule is None or not rule.framed or not rule.source:
        return
    if set(draft.source).isdisjoint(rule.source):
        draft.source, draft.source_head, draft.wording = list(rule.source), rule.source_head, list(rule.wording)
        draft.content = set(rule.content)
        return
    first = min(draft.head, *draft.source)
    front = {i for i in rule.content if i < first}
    if front and (hearsay & front or not any(i < first for i in draft.content)):
        draft.content.update(front)
        if draft.content.isdisjoint(rule.content - front):
            draft.content.intersection_update(rule.content)
    for verb in [i for i in front & draft.content if scene.doc[i].pos_ in ("VERB", "AUX")]:
        for child in scene.doc[verb].children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i in front:
                draft.content.update(front.intersection(subtree(child)))  # what is said of it was said with it


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
