"""Sources that a preposition names: "according to two diplomats", "in the minister's view"."""

from spacy.tokens import Token

from dragoman.reading.attributions import sources
from dragoman.reading.attributions.lexicon import CueClass, CueWord, Takes, lexicon
from dragoman.reading.attributions.scene import LONGEST, Draft, Scene, subtree

ACCORDING = CueWord(
    lemma="according", kind=CueClass.SPEECH, takes=frozenset((Takes.QUOTE, Takes.INSERTED)), passive=True
)
VIEW = CueWord(lemma="view", kind=CueClass.ATTITUDE, takes=frozenset((Takes.QUOTE, Takes.INSERTED)))
REPORTEDLY = CueWord(lemma="reportedly", kind=CueClass.SPEECH, takes=frozenset((Takes.INSERTED,)), passive=True)
_VERBAL = frozenset(("VERB", "AUX"))
_INNER = frozenset(("ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp"))
# So many steps up from a phrase to the clause of its sentence.
_STEPS = 12
_HEARSAY = frozenset(("reportedly", "allegedly", "purportedly"))


def find(scene: Scene) -> list[Draft]:
    """A draft for each such phrase, its content the clause that it stands in."""
    drafts = []
    view_nouns = lexicon().view_nouns
    doc = scene.doc
    for token in scene.words:
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            draft = _according(scene, token)
        elif token.dep_ == "pobj" and token.lower_ in view_nouns and token.head.lower_ in ("in", "to"):
            draft = _view(scene, token)
        elif token.lower_ in _HEARSAY and token.dep_ == "advmod":
            draft = _hearsay(scene, token)
        else:
            continue
        if draft is not None:
            drafts.append(draft)
    return drafts


def _according(scene: Scene, token: Token) -> Draft | None:
    to = scene.doc[token.i + 1]
    head = next((c for t in (to, token) for c in t.children if c.dep_ in ("pobj", "dobj")), None)
    if head is None:
        return None
    draft = Draft(head=token.i, word=ACCORDING, cue=[token.i, to.i])
    sources.set_source(scene, draft, head)
    draft.content = clause_around(scene, token, [token.i, to.i, *subtree(head)])
    return draft


def _view(scene: Scene, noun: Token) -> Draft | None:
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None or noun.head.i > noun.i:
        return None
    draft = Draft(head=noun.i, word=VIEW, cue=[noun.i])
    draft.source = [i for i in sources.phrase(scene, owner) if i != noun.i]
    draft.source_head = owner.i
    draft.content = clause_around(scene, noun.head, [*subtree(noun), noun.head.i])
    return draft


def _hearsay(scene: Scene, adverb: Token) -> Draft | None:
    if adverb.head.pos_ not in ("VERB", "AUX"):
        return None
    draft = Draft(head=adverb.i, word=REPORTEDLY, cue=[adverb.i])
    draft.content = clause_around(scene, adverb, [adverb.i])
    return draft


def clause_around(scene: Scene, token: Token, without: list[int]) -> set[int]:
    """The clause that a phrase hangs on, without the phrase; the sentence's, where it closes the sentence."""
    doc = scene.doc
    lo, hi = scene.paragraph(token.i)
    first, last = min(without), max(without)
    end = last + 1
    hi = min(hi, end + LONGEST)
    while end < hi and not scene.ends_sentence(end) and doc[end].text not in (";", ":"):
        end += 1
    closes = not any(doc[i].pos_ in _VERBAL for i in range(last + 1, end)) and first > lo
    clause = token.head
    for _ in range(_STEPS):
        done = clause.pos_ in _VERBAL and not (closes and doc[first - 1].text == "," and clause.dep_ in _INNER)
        if done or clause.head.i == clause.i:
            break
        clause = clause.head
    drop = set(without)
    found = {i for i in subtree(clause) if i not in drop and lo <= i < hi}
    return {i for i in found if i < first} if closes and any(i < first for i in found) else found
