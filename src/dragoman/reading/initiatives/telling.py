"""Where a sentence tells a decision as somebody's own: the words, and the one whose decision it is."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dragoman.reading.events.clauses import Clause
from dragoman.reading.events.nouns import lemma
from dragoman.reading.initiatives.lexicon import lexicon

_NEAR = 60  # words back to the decision that "no advance warning" was given of
_POSSESSIVE = frozenset(("its", "his", "her", "their", "our", "my", "your"))
_SELVES = frozenset(("itself", "himself", "herself", "themselves", "ourselves", "myself"))


class Told(NamedTuple):
    """A decision told as somebody's own."""

    head: Token  # the verb or noun by which the clause, its time and its source are looked up
    trigger: tuple[Token, ...]
    whose: Token


def told(doc: Doc) -> Iterator[Told]:
    """Every such telling of a block, in the order of the words."""
    for token in doc:
        found = (
            _by_adverb(token)
            or _on_its_own(token)
            or _own_decision(token)
            or _own_mind(token)
            or _nobody_asked(token)
            or _unheard(token)
            or _no_notice(token)
            or _by_verb(token)
        )
        if found is not None:
            yield found


def _by_adverb(token: Token) -> Told | None:
    """By an adverb: "Made the decision independently"; "independently of each other" says another thing."""
    if token.lower_ not in lexicon().adverbs or token.dep_ != "advmod" or token.head.pos_ not in ("VERB", "AUX"):
        return None
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "of":
        return None
    return _of_clause(token.head, (token,))


def _on_its_own(token: Token) -> Told | None:
    """By a phrase: "On its own initiative", "of their own accord", "at nobody's bidding"."""
    if token.lower_ not in ("on", "of", "at") or token.dep_ != "prep":
        return None
    noun = next((child for child in token.children if child.dep_ == "pobj"), None)
    if noun is None:
        return None
    words = tuple(noun.subtree)
    verb = _verb_over(token)
    if verb is None or len(words) > 4:
        return None
    plain = [word.lower_ for word in words]
    owned = "own" in plain and any(word in _POSSESSIVE for word in plain)
    by_nobody = any(word in lexicon().nobody for word in plain) and noun.lower_ in lexicon().own | {"request"}
    if not (by_nobody or (owned and (noun.lower_ in lexicon().own or noun.lower_ == "own"))):
        return None
    return _of_clause(verb, (token, *words))


def _own_decision(token: Token) -> Told | None:
    """By a noun: "It was Varra's own idea", "a sovereign decision", "makes its own decisions"."""
    if lemma(token) not in lexicon().decisions or token.pos_ != "NOUN":
        return None
    marks = [
        child for child in token.children if child.lower_ in lexicon().sovereign and child.dep_ in ("amod", "poss")
    ]
    if not marks or any(child.dep_ == "neg" for child in token.head.children):
        return None
    owner = next((child for child in token.children if child.dep_ == "poss" and child not in marks), None)
    clause = Clause(token.head) if token.head.pos_ in ("VERB", "AUX") else None
    if owner is None or owner.lower_ in _POSSESSIVE:
        owner = _doer(token.head) or owner
    if owner is None or clause is None:
        return None
    if token.dep_ not in ("attr", "dobj", "nsubj"):
        return None
    if token.dep_ == "dobj" and lemma(token.head) not in ("make", "take", "have", "reach"):
        return None
    return Told(token.head, (*marks, token), owner)


def _own_mind(token: Token) -> Told | None:
    """By its mind: "Made up her own mind"."""
    if token.lower_ not in ("mind", "minds") or token.dep_ != "dobj" or lemma(token.head) != "make":
        return None
    return _of_clause(token.head, (token.head, token))


def _nobody_asked(token: Token) -> Told | None:
    """By nobody who asked: "Nobody had leaned on the Varrans", "no one asked them to"."""
    if token.dep_ not in ("nsubj", "nsubjpass") or lemma(token.head) not in lexicon().asking:
        return None
    if " ".join(word.lower_ for word in (*token.lefts, token)) not in lexicon().nobody:
        return None
    clause = Clause(token.head)
    asked = clause.object() or clause.dative() or clause.after("on")
    return Told(token.head, (token, token.head), asked) if asked is not None and not clause.passive else None


def _unheard(token: Token) -> Told | None:
    """By nobody who was heard: "decided without consulting the others"."""
    if lemma(token) not in lexicon().consulting or token.dep_ != "pcomp" or token.head.lower_ != "without":
        return None
    verb = _verb_over(token.head)
    return _of_clause(verb, (token.head, token)) if verb is not None else None


def _no_notice(token: Token) -> Told | None:
    """By nobody who was told before: "all were given no advance warning"; whose it is stands in a sentence before."""
    if lemma(token) not in lexicon().notice or token.pos_ != "NOUN" or token.dep_ not in ("dobj", "pobj", "attr"):
        return None
    words = {child.lower_ for child in token.children}
    if "no" not in words and not (token.dep_ == "pobj" and token.head.lower_ == "without"):
        return None
    if not words & (lexicon().beforehand - {"no", "any"}):
        return None
    verb = _verb_over(token)
    whose = _decider_before(token)
    return Told(verb, (*(c for c in token.lefts), token), whose) if verb is not None and whose is not None else None


def _by_verb(token: Token) -> Told | None:
    """By its verb: "Invited them back": nobody is said to have asked for it."""
    if token.pos_ != "VERB" or lemma(token) not in lexicon().verbs or token.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    clause = Clause(token)
    if clause.passive or clause.negation is not None:
        return None
    if not any(part in ("back", "home") for part in clause.particles) and lemma(token) == "invite":
        return None
    return _of_clause(token, (token,))


def _of_clause(verb: Token, trigger: tuple[Token, ...]) -> Told | None:
    clause = Clause(verb)
    whose = _doer(verb)
    return None if clause.negation is not None or whose is None else Told(verb, trigger, whose)


def _doer(verb: Token) -> Token | None:
    return Clause(verb).subject() if verb.pos_ in ("VERB", "AUX") else None


def _verb_over(token: Token) -> Token | None:
    while token.dep_ != "ROOT" and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token if token.pos_ in ("VERB", "AUX") else None


def _decider_before(token: Token) -> Token | None:
    """Who is told to have decided, in the words before: the owner of the decision, or who took it."""
    doc = token.doc
    for at in range(token.i - 1, max(-1, token.i - _NEAR), -1):
        word = doc[at]
        if lemma(word) not in lexicon().taken:
            continue
        if word.pos_ == "VERB":
            found = _doer(word)
        else:
            verb = word.head if word.dep_ in ("dobj", "nsubjpass") and word.head.pos_ == "VERB" else None
            found = _doer(verb) if verb is not None else None
            found = found or next((child for child in word.children if child.dep_ == "poss"), None)
        if found is not None and found.i not in range(token.sent.start, token.sent.end):
            return found
    return None
