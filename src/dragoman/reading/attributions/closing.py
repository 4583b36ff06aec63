"""A cue that closes its sentence or is set into it: "The talks had failed, two diplomats said on Friday."."""

from bisect import bisect_left

from dragoman.reading.attributions import frames
from dragoman.reading.attributions.frames import Frame
from dragoman.reading.attributions.lexicon import lexicon
from dragoman.reading.attributions.scene import Draft, Scene


def close(scene: Scene, drafts: list[Draft]) -> None:
    """Give such a cue its source and the sentence around it, and take it out of what other cues there govern."""
    heads = [draft.head for draft in drafts]
    for draft in drafts:
        frame = _frame(scene, draft)
        if frame is None or _is_anothers(
            draft, frame, drafts[bisect_left(heads, frame.start) : bisect_left(heads, frame.first)]
        ):
            continue
        _set_source(scene, draft, frame)
        content = _content(scene, frame)
        if content:
            draft.content = content
            draft.framed = draft.word.lemma in lexicon().plain
        for other in drafts[bisect_left(heads, frame.start) : bisect_left(heads, frame.first)]:
            if other is not draft:
                _leave_out(other, range(frame.first, max(frame.end, frame.rest.stop)))
        for other in drafts[bisect_left(heads, frame.end) : bisect_left(heads, frame.rest.stop)]:
            _leave_out(other, range(frame.first, frame.end))


def _is_anothers(draft: Draft, frame: Frame, before: list[Draft]) -> bool:
    """Whether the verb stands in what an earlier cue governs: "Orsa said that the towns, Osk and Varra, had noted it".

    Plain cues close a sentence so often that there the order of words weighs more than the parse.
    """
    if draft.word.lemma in lexicon().plain:
        return False
    return any(draft.head in other.content for other in before if other is not draft)


def _frame(scene: Scene, draft: Draft) -> Frame | None:
    verb = scene.doc[draft.head]
    if draft.declines or verb.pos_ not in ("VERB", "AUX") or draft.wording:
        return None
    return frames.frame(scene, verb, draft.word)


def _set_source(scene: Scene, draft: Draft, frame: Frame) -> None:
    """The frame's source, unless the parse has one that begins where the frame's does."""
    if draft.source and min(draft.source) == frame.source.start:
        last = max(draft.source)
        inverted = frame.source.start > draft.head  # "said Ana Orsa, the envoy": the parse knows where it ends
        if last >= frame.source.stop - 1 if inverted else last < frame.source.stop:
            return
    draft.source = [i for i in frame.source if not scene.doc[i].is_space]
    draft.source_head = frame.head
    draft.addressee = [i for i in draft.addressee if i not in frame.source]


def _content(scene: Scene, frame: Frame) -> set[int]:
    """The sentence before the cue and what of it goes on behind; quotations of their own are given out later."""
    start = frame.start
    if scene.quote_at.get(start) is not None:
        quote = scene.quotes[scene.quote_at[start]]
        start = quote.end if quote.end >= frame.first - 1 else start
    words = (*range(start if frame.lead else frame.first, frame.first), *frame.rest)
    kept = {i for i in words if not scene.doc[i].is_space}
    return kept if any(not scene.doc[i].is_punct for i in kept) else set()


def _leave_out(draft: Draft, region: range) -> None:
    draft.content.difference_update(region)
    draft.addressee = [i for i in draft.addressee if i not in region]
    draft.source = [i for i in draft.source if i not in region]
