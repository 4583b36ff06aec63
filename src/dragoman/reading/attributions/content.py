"""What is cited, where it is no quotation of its own: the clauses and phrases that a cue governs."""

from spacy.tokens import Token

from dragoman.reading.attributions.lexicon import CueClass, CueWord, Takes
from dragoman.reading.attributions.scene import Scene, subtree

_WITH_OBJECT = frozenset(("oprd", "xcomp", "ccomp", "attr", "acomp"))
_HINGES = frozenset((",", "-", "—", "–", "--"))
_PARENTHETIC = frozenset(("parataxis", "ccomp", "advcl", "conj", "dep"))


def governed(scene: Scene, verb: Token, word: CueWord) -> set[int]:
    """The tokens of the clauses and phrases that the verb has as its content; empty when it has none."""
    found: set[int] = set()
    clause = None
    own = [child for child in verb.children if _is_content(child, verb, word)]
    if any(child.i > verb.i and child.left_edge.lower_ == "that" for child in own):
        own = [child for child in own if child.i > verb.i]  # the that-clause; what stands before it is another's
    for child in own:
        found.update(subtree(child))
        clause = child if child.dep_ in ("ccomp", "xcomp") else clause
    if Takes.OBJECT in word.takes and not found:
        found = _object(verb, word)
    if not found and word.prepositions:
        found = _prepositional(verb, word)
    if not found and Takes.CLAUSE in word.takes:
        found = _behind_medium(verb)
    if found and clause is not None and clause.i > verb.i:
        found.update(_trailing(verb, clause))
    if not found and Takes.INSERTED in word.takes:
        found = _around(scene, verb)
    return _own(verb, found)


def _is_content(child: Token, verb: Token, word: CueWord) -> bool:
    if child.dep_ == "ccomp":
        if Takes.CLAUSE in word.takes:
            return True
        return Takes.INFINITIVE in word.takes and _is_infinitive(child)
    if child.dep_ == "xcomp":
        if _is_infinitive(child):
            return Takes.INFINITIVE in word.takes
        return Takes.CLAUSE in word.takes and child.i > verb.i and child.pos_ in ("VERB", "AUX")
    return child.dep_ == "advcl" and Takes.INFINITIVE in word.takes and word.addressee and _is_infinitive(child)


def _is_infinitive(token: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)


def _object(verb: Token, word: CueWord) -> set[int]:
    found: set[int] = set()
    for child in verb.children:
        if child.dep_ == "dobj" and child.i > verb.i:
            found.update(subtree(child))
    if not found:
        return found
    for child in verb.children:
        as_such = child.dep_ in ("advcl", "advmod") and child.left_edge.lower_ == "as"  # "as completely false"
        named = as_such and not any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
        belongs = (
            named
            or child.dep_ in _WITH_OBJECT
            or (
                child.dep_ == "prep"
                and (child.lower_ in word.prepositions or child.lower_ in ("as", "for", "with", "of"))
            )
        )
        if belongs and child.i > verb.i:
            found.update(subtree(child))
    return found


def _prepositional(verb: Token, word: CueWord) -> set[int]:
    found: set[int] = set()
    for child in verb.children:
        if child.dep_ in ("prep", "prt", "advmod") and child.lower_ in word.prepositions and child.i > verb.i:
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
            for token in inner:
                found.update(subtree(token))
            if child.dep_ == "prt":
                found.update(i for c in verb.children if c.dep_ in ("dobj", "ccomp") for i in subtree(c))
    return found


def _behind_medium(verb: Token) -> set[int]:
    """The that-clause that the parser hung on the medium: "said in a statement that the road was safe"."""
    for child in verb.children:
        noun = next((c for c in child.children if c.dep_ == "pobj"), None) if child.dep_ == "prep" else None
        for clause in noun.children if noun is not None and noun.i > verb.i else ():
            first = clause.left_edge
            if clause.dep_ in ("acl", "relcl", "ccomp") and first.lower_ == "that" and first.tag_ == "IN":
                return set(subtree(clause))
    return set()


def _trailing(verb: Token, clause: Token) -> set[int]:
    """What the parser hung on the cue although it follows the clause with no comma between."""
    found: set[int] = set()
    edge = clause.right_edge.i
    for child in verb.children:
        if child.left_edge.i == edge + 1 and child.dep_ in ("prep", "advcl", "npadvmod", "dobj", "ccomp", "xcomp"):
            found.update(subtree(child))
            edge = child.right_edge.i
    return found


def _around(scene: Scene, verb: Token) -> set[int]:
    """The sentence around a cue inserted in it: "The talks, he said, had failed", "as the ministry said"."""
    head = verb.head
    if verb.dep_ not in _PARENTHETIC or head.i == verb.i or not any(c.dep_ == "nsubj" for c in verb.children):
        return set()
    is_as = any(c.dep_ in ("mark", "advmod") and c.lower_ == "as" for c in verb.children)
    if verb.dep_ == "advcl" and not is_as:
        return set()
    inner = subtree(verb)
    doc = scene.doc
    before = doc[inner.start - 1].text if inner.start else ""
    after = doc[inner.stop].text if inner.stop < len(doc) else "."
    if not is_as and not (before in _HINGES and after in _HINGES):
        return set()
    if verb.dep_ == "conj" and any(c.dep_ == "cc" for c in head.children):
        return set()
    lo, hi = scene.paragraph(verb.i)
    return {i for i in subtree(head) if i not in inner and lo <= i < hi}


def _own(verb: Token, found: set[int]) -> set[int]:
    """Without the cue itself and, for a content around it, without its subject and adverbs."""
    if not found:
        return found
    found.discard(verb.i)
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "neg", "agent", "dative"):
            found.difference_update(subtree(child))
    return found


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    return any(c.dep_ in ("nsubjpass", "auxpass", "csubjpass") for c in verb.children)


def passive_content(verb: Token, word: CueWord) -> set[int]:
    """The content of a passive: "the talks are expected to resume", "it was reported that", "was criticised by"."""
    found: set[int] = set()
    patient = next((c for c in verb.children if c.dep_ in ("nsubjpass", "csubjpass")), None)
    clause = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "oprd", "attr", "acomp") and c.i > verb.i]
    empty = patient is None or (patient.lower_ == "it" and any(c.dep_ == "ccomp" for c in clause))
    for child in clause:
        found.update(subtree(child))
    if patient is not None and not empty and not word.addressee:
        objects = Takes.OBJECT in word.takes or word.kind in (CueClass.ATTITUDE, CueClass.SPEECH)
        if found or objects:
            found.update(subtree(patient))
        found.update(
            i
            for c in verb.children
            if c.dep_ == "prep" and c.lower_ in ("as", *word.prepositions) and c.i > verb.i
            for i in subtree(c)
        )
    return found
