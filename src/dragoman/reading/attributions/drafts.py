"""All drafts of a block: what the network finds, and what only the rules know."""

from dragoman.reading.attributions import bounds, direct, nobody, tagged
from dragoman.reading.attributions.colons import COLON
from dragoman.reading.attributions.frames import is_finite
from dragoman.reading.attributions.learned.tagger import tagged as linked
from dragoman.reading.attributions.lexicon import CueClass
from dragoman.reading.attributions.phrases import ACCORDING
from dragoman.reading.attributions.rules import by_rule, set_parents
from dragoman.reading.attributions.scene import Draft, Scene

_TOLD = frozenset(("VBD", "VBZ", "VBP", "VBG", "VBN"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
# What is done by saying it. What somebody thinks or feels is left to the network.
_ACTS = frozenset(
    (
        CueClass.SPEECH,
        CueClass.WRITING,
        CueClass.DENIAL,
        CueClass.ACCUSATION,
        CueClass.DEMAND,
        CueClass.PROMISE,
        CueClass.STANCE,
    )
)


def drafts(scene: Scene) -> list[Draft]:
    """The drafts that stand, in text order.

    The network was taught the outermost attributions of written news. What it was not taught the rules add: who gave no
    answer, the lines of a transcript, who is cited inside another's words, and plain speech that it passed over.
    """
    known = by_rule(scene)
    by_head = {one.head: one for one in known}
    found = [tagged.draft(scene, one, by_head) for one in linked(scene)]
    found = [one for one in bounds.settle(scene, found, known) if nobody.says(scene, one)]
    taken = {i for one in found for i in (one.head, *one.cue)}
    said = {i for one in found for i in one.content}
    for one in known:
        if taken.isdisjoint((one.head, *one.cue)) and _adds(scene, one, taken, inside=one.head in said):
            one.parent = None
            found.append(one)
    found.sort(key=lambda one: one.head)
    direct.go_on(scene, found)
    set_parents(found)
    return found


def _adds(scene: Scene, draft: Draft, taken: set[int], *, inside: bool) -> bool:
    """Whether a draft by rule, at whose cue the network found nothing, stands.

    `taken` are the words of the cues that the network found; `inside` says whether it took this cue for content.
    """
    if inside:
        return bool(draft.source) and _cites(scene, draft)
    if draft.declines or draft.word is COLON:
        return True
    alone = draft.parent is None or draft.parent.head in taken
    return draft.word.kind in _ACTS and _is_told(scene, draft.head) and alone and bool(draft.source)


def _is_told(scene: Scene, index: int) -> bool:
    """Whether a verb is told as done: finite, or a participle behind "has"."""
    verb = scene.doc[index]
    if verb.tag_ == "VBN":
        return any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    return verb.tag_ in _FINITE


def _cites(scene: Scene, draft: Draft) -> bool:
    """Whether somebody is told to have said something: "according to", or a verb told as done and a clause under it."""
    verb = scene.doc[draft.head]
    if draft.word is ACCORDING:
        return bool(draft.source)
    if verb.tag_ not in _TOLD or any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in verb.children):
        return False
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i in draft.content]
    return any(is_finite(scene, t.i) for c in clauses for t in (c, *c.children))
