"""Whose words a quotation is: the cue beside it, before it, or the one that spoke last."""

from bisect import bisect_left
from dataclasses import dataclass, field

from dragoman.reading.attributions.frames import is_finite
from dragoman.reading.attributions.lexicon import CueClass, Takes, lexicon
from dragoman.reading.attributions.polarity import is_negated
from dragoman.reading.attributions.quotes import Quote
from dragoman.reading.attributions.scene import Draft, Scene

_OPEN_ENDED = frozenset((",", "?", "!", "—", "–", "-", "--", "…", "...", "?!", "!!"))
_LEADING = frozenset((":", ",", "that", "—", "--", "like"))
# So many cues back one is looked for whose clause holds a quotation.
_FEW = 6
# A cue stands this near (in tokens) to the quotation that it introduces or follows.
_NEAR = 40
_SPOKEN_FIRST = frozenset((CueClass.SPEECH, CueClass.WRITING))
# A quotation that is no sentence of its own and has fewer words is a word used with distance.
_SENTENCE_WORDS = 3


@dataclass(slots=True)
class _Floor:
    """Who has the word: the speaker of the last quotation, and the quotations that wait for theirs."""

    speaker: Draft | None = None
    paragraph: int = -1
    waiting: list[int] = field(default_factory=list)

    def pass_to(self, speaker: Draft | None, paragraph: int) -> None:
        """Somebody's quotation ended in this paragraph."""
        self.speaker, self.paragraph = speaker, paragraph


def attach(scene: Scene, drafts: list[Draft]) -> None:
    """Give each quotation that is a statement of its own to the draft whose source says it."""
    by_head = {d.head: d for d in drafts}
    heads = [d.head for d in drafts]
    floor = _Floor()
    for number, quote in enumerate(scene.quotes):
        if quote.paragraph != floor.paragraph and not _carried_on(scene, number):
            floor.waiting = []
        held = None if scene.starts_sentence(quote.start) else _holder(quote, drafts, heads)
        draft = held or _after(scene, quote, number, by_head) or _before(scene, quote, by_head)
        if draft is not None:
            for one in (number, *floor.waiting):
                _give(scene, draft, one)
            floor.waiting = []
            floor.pass_to(draft, quote.paragraph)
        elif _is_sentence(scene, quote):
            low, high = bisect_left(heads, scene.paragraph(quote.start)[0]), bisect_left(heads, quote.start)
            speaker = _speaker(scene, quote, floor, drafts[low:high])
            if speaker is None and _fills_paragraph(scene, quote):
                speaker = _announced(scene, quote, drafts, heads)
            if speaker is not None:
                _give(scene, speaker, number)
            else:
                floor.waiting.append(number)
            floor.pass_to(speaker, quote.paragraph)


def go_on(scene: Scene, drafts: list[Draft]) -> None:
    """Give each paragraph that is a quotation, and stands in no draft's content, to whoever has the word."""
    holder = {i: draft for draft in drafts for i in draft.content}
    heads = [d.head for d in drafts]
    floor = _Floor()
    for number, quote in enumerate(scene.quotes):
        inside = [holder[i] for i in range(quote.start, quote.end) if i in holder]
        if not _carried_on(scene, number):
            floor.waiting = []
        if inside:
            for one in floor.waiting:
                _give(scene, inside[-1], one)
            floor.waiting = []
            floor.pass_to(inside[-1], quote.paragraph)
        elif _fills_paragraph(scene, quote) and _is_sentence(scene, quote):
            speaker = _speaker(scene, quote, floor, []) or _announced(scene, quote, drafts, heads)
            if speaker is not None:
                _give(scene, speaker, number)
            else:
                floor.waiting.append(number)
            floor.pass_to(speaker, quote.paragraph)


def _carried_on(scene: Scene, number: int) -> bool:
    """Whether the quotation before was left open at the end of its paragraph and goes on in this one."""
    if not number:
        return False
    before, quote = scene.quotes[number - 1], scene.quotes[number]
    return before.goes_on and before.paragraph == quote.paragraph - 1 and quote.start == scene.paragraph(quote.start)[0]


def _holder(quote: Quote, drafts: list[Draft], heads: list[int]) -> Draft | None:
    """The cue before a quotation inside a sentence whose clause holds it already."""
    at = bisect_left(heads, quote.start)
    for draft in reversed(drafts[max(0, at - _FEW) : at]):
        if quote.start + 1 in draft.content:
            return draft
    return None


def _give(scene: Scene, draft: Draft, number: int) -> None:
    if number in draft.quotes:
        return
    quote = scene.quotes[number]
    draft.quotes.append(number)
    draft.content.update(range(quote.start, quote.end))


def _takes_quotes(draft: Draft | None) -> bool:
    return draft is not None and draft.quotable and Takes.QUOTE in draft.word.takes


def _after(scene: Scene, quote: Quote, number: int, by_head: dict[int, Draft]) -> Draft | None:
    """The cue behind the quotation: "...," he said."""
    doc = scene.doc
    if quote.goes_on:
        return None
    end = scene.paragraph(quote.start)[1]
    stop = min(end, quote.end + _NEAR)
    following = scene.quotes[number + 1].start if number + 1 < len(scene.quotes) else stop
    inner = doc[quote.end - 2].text if quote.end - 2 > quote.start else ""
    behind = doc[quote.end].text if quote.end < end else ""
    is_open = inner in _OPEN_ENDED or behind in (",", "—", "–", "--", "-")
    index = quote.end
    candidate = None
    while index < min(stop, following):
        if scene.ends_sentence(index):
            break
        draft = by_head.get(index)
        if _takes_quotes(draft) and candidate is None:
            candidate = draft
            break
        index += 1
    if candidate is None:
        return None
    near = candidate.head - quote.end
    has_source = bool(candidate.source) and min(candidate.source) >= quote.end
    spoken = candidate.word.kind in _SPOKEN_FIRST
    if not is_open:
        # "...." X said. The full stop belongs to the quotation; what follows is the cue and its source alone.
        closes = index + 1 < end and (scene.ends_sentence(index + 1) or near == 0)
        return candidate if spoken and has_source and closes and inner in (".", "!", "?") else None
    if not has_source and (near > 1 or doc[candidate.head].tag_ == "VBG"):
        return None  # "...," adding that: a further clause, whose speaker was named before
    # The cue of a further clause ("...," he nodded, and the minister said) is not this one's.
    first = min([candidate.head, *[i for i in candidate.source if i >= quote.end]])
    return candidate if first - quote.end <= 3 or spoken else None


def _before(scene: Scene, quote: Quote, by_head: dict[int, Draft]) -> Draft | None:
    """The cue before the quotation: He said: "..."."""
    doc = scene.doc
    start = max(scene.paragraph(quote.start)[0], quote.start - _NEAR)
    index = quote.start - 1
    if index < start:
        return _across_paragraphs(scene, quote, by_head)
    lead = doc[index]
    if not (lead.text in _LEADING or index in by_head or lead.pos_ in ("ADP", "VERB")):
        told = by_head.get(index - 1)
        return told if told is not None and _takes_quotes(told) and lead.i in told.addressee else None
    while index >= start:
        if scene.ends_sentence(index) or scene.inside_quote(index):
            return None
        draft = by_head.get(index)
        if _takes_quotes(draft) and draft is not None:
            return draft
        index -= 1
    return None


def _across_paragraphs(scene: Scene, quote: Quote, by_head: dict[int, Draft]) -> Draft | None:
    """The cue that ends the paragraph before with a colon."""
    if quote.paragraph == 0:
        return None
    tokens = scene.parsed.paragraphs[quote.paragraph - 1]
    if tokens[-1].text != ":":
        return None
    for index in range(tokens.end - 1, tokens.start - 1, -1):
        if index < tokens.end - 1 and scene.ends_sentence(index):
            return None
        draft = by_head.get(index)
        if _takes_quotes(draft):
            return draft
    return None


def _is_sentence(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation stands as a sentence of its own."""
    doc = scene.doc
    start = scene.paragraph(quote.start)[0]
    before = quote.start - 1
    opens = (
        before < start
        or scene.ends_sentence(before)
        or (before in scene.quote_at and doc[before - 1].text in (".", "!", "?", ","))
    )
    words = sum(1 for i in range(quote.start, quote.end) if not doc[i].is_punct and not doc[i].is_space)
    if quote.goes_on:
        return opens
    inner = doc[quote.end - 2].text
    closes = (
        inner in (".", "!", "?", "…", "...")
        or (quote.end < len(doc) and scene.ends_sentence(quote.end))
        or (quote.end >= scene.paragraph(quote.start)[1])
    )
    return opens and closes and words >= _SENTENCE_WORDS


def _fills_paragraph(scene: Scene, quote: Quote) -> bool:
    low, high = scene.paragraph(quote.start)
    return quote.start == low and quote.end >= high


def _announced(scene: Scene, quote: Quote, drafts: list[Draft], heads: list[int]) -> Draft | None:
    """Who goes on in words of their own, in a paragraph that is one quotation: who spoke just before it."""
    if not quote.paragraph:
        return None
    last = scene.parsed.paragraphs[quote.paragraph - 1].end - 1
    start = scene.clause(last)[0]
    said = [d for d in drafts[bisect_left(heads, start) : bisect_left(heads, last)] if d.word.kind in _SPOKEN_FIRST]
    plain = lexicon().plain
    outer = [d for d in said if _takes_quotes(d) and d.source and d.content and not d.declines]
    outer = [d for d in outer if is_finite(scene, d.head) or d.word.lemma in plain]
    return outer[0] if outer and not is_negated(scene.doc[outer[0].head]) else None


def _speaker(scene: Scene, quote: Quote, floor: _Floor, before: list[Draft]) -> Draft | None:
    """Who goes on speaking in a quotation that names nobody; `before` are the cues before it in its paragraph."""
    for draft in reversed(before):
        if draft.word.kind in _SPOKEN_FIRST and draft.content and draft.source:
            return draft
    if floor.paragraph == quote.paragraph:
        return floor.speaker
    opens_paragraph = quote.start == scene.paragraph(quote.start)[0]
    return floor.speaker if floor.paragraph == quote.paragraph - 1 and opens_paragraph else None
