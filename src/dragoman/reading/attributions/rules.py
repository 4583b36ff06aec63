"""The drafts of a block by rule: cues found, quotations given out, those without content dropped."""

from bisect import bisect_left, bisect_right

from dragoman.reading.attributions import closing, colons, declines, direct, nouns, phrases, states, verbs
from dragoman.reading.attributions.lexicon import CueClass, lexicon
from dragoman.reading.attributions.scene import Draft, Scene, trimmed

_SPOKEN = frozenset((CueClass.SPEECH, CueClass.WRITING, CueClass.DENIAL))
_NOBODY = frozenset(("i", "we", "you", "me", "us", "that", "it", "this", "what", "nobody", "none", "no"))

# A dateline has at most so many tokens.
_DATELINE = 16


def by_rule(scene: Scene) -> list[Draft]:
    """The drafts that stand by rule alone, in text order."""
    by_head = {
        d.head: d
        for find in (verbs.find, nouns.find, phrases.find, states.find, declines.find, colons.find)
        for d in find(scene)
    }
    outside = [by_head[head] for head in sorted(by_head) if not scene.inside_quote(head)]
    closing.close(scene, outside)
    colons.go_on(scene, outside)
    direct.attach(scene, outside)
    for draft in outside:
        _complete(scene, draft)
    _participles(scene, outside)
    standing = [d for d in outside if trimmed(scene, d.content) or d.declines]
    return nested(scene, standing)


def _participles(scene: Scene, found: list[Draft]) -> None:
    """A participle behind a comma that tells goes with the cue of its sentence, not with that cue's content.

    "The minister announced that her country would review its role, complaining that ...": the minister complains.
    """
    heads = [draft.head for draft in found]
    telling = lexicon().participles
    for draft in found:
        verb = scene.doc[draft.head]
        if verb.tag_ != "VBG" or draft.word.lemma not in telling or min(draft.cue) == 0:
            continue
        comma = min(draft.cue) - 1
        if scene.doc[comma].text != "," or comma in scene.quote_at or any(c.dep_ == "nsubj" for c in verb.children):
            continue
        start, stop = scene.clause(draft.head)
        for outer in found[bisect_left(heads, start) : bisect_left(heads, draft.head)]:
            if (
                outer.word.kind in _SPOKEN
                and outer.source
                and draft.head in outer.content
                and max(outer.source) < comma
            ):
                draft.source, draft.source_head = list(outer.source), outer.source_head
                draft.wording = list(outer.wording)
                draft.content.difference_update(draft.source)
                outer.content.difference_update(range(comma, stop))
                break


def _complete(scene: Scene, draft: Draft) -> None:
    """A quotation that the content touches is content as a whole."""
    for number in sorted({scene.quote_at[i] for i in draft.content if i in scene.quote_at}):
        quote = scene.quotes[number]
        if draft.head not in quote:
            draft.content.update(range(quote.start, quote.end))
    draft.content.difference_update(draft.cue, draft.source, _dateline(scene, draft))


def _dateline(scene: Scene, draft: Draft) -> range:
    """The place, day and agency before a report's first sentence: "PORT OSK, May 3 (Varra Wire) -"."""
    if not draft.content:
        return range(0)
    first = min(draft.content)
    start, end = scene.paragraph(first)
    if first != start or not scene.doc[first].text.isupper():
        return range(0)
    for index in range(start + 1, min(end, start + _DATELINE)):
        if scene.doc[index].text in ("-", "–", "—", "--") and scene.doc[index].i + 1 < end:
            return range(start, index + 1)
        if scene.ends_sentence(index):
            break
    return range(0)


def nested(scene: Scene, found: list[Draft]) -> list[Draft]:
    """Those that stand in nobody's words, and those that cite somebody else than the speaker whose words they are."""
    set_parents(found)
    return [draft for draft in found if draft.parent is None or _is_own_voice(scene, draft)]


def set_parents(found: list[Draft]) -> None:
    """Set each draft's parent: the smallest other one in whose content its cue stands. `found` is in order of heads."""
    heads = [draft.head for draft in found]
    for outer in sorted(found, key=lambda d: (-len(d.content), -d.head)):
        if not outer.content:
            continue
        for inner in found[bisect_left(heads, min(outer.content)) : bisect_right(heads, max(outer.content))]:
            if inner is not outer and inner.head in outer.content and outer.head not in inner.content:
                inner.parent = outer


def _is_order(scene: Scene, draft: Draft) -> bool:
    """Whether somebody is told to do something: that is what happened, not another's account of it."""
    clause = next(
        (c for c in scene.doc[draft.head].children if c.dep_ in ("xcomp", "ccomp") and c.i > draft.head), None
    )
    if not draft.word.addressee or clause is None or clause.i not in draft.content:
        return False
    return clause.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)


def _is_own_voice(scene: Scene, draft: Draft) -> bool:
    """Whether a cue inside another's words cites somebody else: not the speaker of the moment, not nobody."""
    parent = draft.parent
    if (
        _is_order(scene, draft)
        or draft.word.kind not in _SPOKEN
        or not draft.source
        or scene.doc[draft.head].pos_ == "NOUN"
    ):
        return False
    if parent is not None and parent.source_head == draft.source_head:
        return False  # "refused to say": one act, not two
    return scene.doc[draft.source[0]].lower_ not in _NOBODY
