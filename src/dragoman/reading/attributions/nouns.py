"""Cues that are nouns: "the announcement that", "his denial of", "calls by the union for"."""

from spacy.tokens import Token

from dragoman.reading.attributions import sources
from dragoman.reading.attributions.lexicon import CueClass, CueWord, Takes, lexicon
from dragoman.reading.attributions.scene import Draft, Scene, subtree

_OWNERS = frozenset(("by", "from"))


def find(scene: Scene) -> list[Draft]:
    """A draft for each noun of telling that governs content."""
    words = lexicon().nouns
    drafts = []
    for token in scene.words:
        if token.pos_ != "NOUN":
            continue
        word = words.get(token.lemma_)
        if word is None or token.dep_ == "compound":
            continue
        draft = _draft(scene, token, word)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _draft(scene: Scene, noun: Token, word: CueWord) -> Draft | None:
    if noun.dep_ == "pobj" and noun.head.head.lemma_ in lexicon().verbs:
        return None  # "said in a statement that": the verb is the cue, the noun its medium
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    found: set[int] = set()
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ == "prep" and child.lower_ in _OWNERS and owner is None:
            owner = next((c for c in child.children if c.dep_ == "pobj"), None)
        elif child.dep_ in ("acl", "relcl", "ccomp") and _is_clause(child, noun):
            infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
            wanted = Takes.INFINITIVE if infinitive else Takes.CLAUSE
            if wanted in word.takes:
                found.update(subtree(child))
        elif child.dep_ == "prep" and child.lower_ in word.prepositions and owner is not None:
            found.update(i for c in child.children if c.dep_ in ("pobj", "pcomp") for i in subtree(c))
    copula = noun.head if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else None
    if copula is not None and not found:
        found.update(i for c in copula.children if c.dep_ in ("ccomp", "xcomp") and c.i > copula.i for i in subtree(c))
    if not found:
        return None
    draft = Draft(head=noun.i, word=word, cue=[noun.i])
    governor = noun.head
    if owner is None and noun.dep_ == "dobj" and governor.lemma_ in lexicon().light:
        owner = sources.subject(governor)
        draft.cue = list(range(governor.i, noun.i + 1)) if governor.i < noun.i else draft.cue
        sources.set_source(scene, draft, owner)
        found.difference_update(draft.source)
    elif owner is not None:
        draft.source = [i for i in sources.phrase(scene, owner) if i != noun.i and i not in found]
        draft.source_head = owner.i
        found.difference_update(draft.source)
    draft.content = found
    if not draft.source and word.kind is not CueClass.SPEECH:
        return None
    return draft


def _is_clause(child: Token, noun: Token) -> bool:
    """Whether the clause is the noun's content ("the claim that they left"), not one about it ("that he made")."""
    if child.dep_ == "ccomp":
        return True
    first = child.left_edge
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
        return child.dep_ in ("acl", "relcl")
    if first.lower_ != "that" or first.i != noun.i + 1:
        return False
    # As a relative pronoun "that" would be the clause's subject or object.
    return first.dep_ in ("mark", "nmod") or first.tag_ == "IN"
