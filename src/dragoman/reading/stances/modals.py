"""Stances told by a modal: what a source says must be, and what it says that it will not do."""

from spacy.tokens import Token

from dragoman.reading.dates.happenings import is_saying
from dragoman.reading.events.clauses import Clause, has_to
from dragoman.reading.events.conditions import conditions_of
from dragoman.reading.events.nouns import lemma
from dragoman.reading.stances.lexicon import lexicon
from dragoman.reading.stances.telling import Told
from dragoman.records.reading import Stance

_NO_MAIN = frozenset(("advcl", "relcl", "acl", "csubj", "pcomp"))
_NEXT = 2  # tokens: "needed to lift"
_NOT = frozenset(("not", "n't", "n’t", "never"))


def by_modal(token: Token) -> Told | None:
    """The stance of a modal, or of "have to"; whether somebody is cited for it is for the finder to see."""
    known = lexicon()
    if token.tag_ == "MD":
        verb = token.head
        if verb.dep_ in _NO_MAIN or verb.pos_ not in ("VERB", "AUX"):
            return None
        if token.lower_ in known.modals:
            return _must(verb, (token,))
        return _refusal(verb, token) or _consent(verb, token)
    if token.pos_ in ("VERB", "AUX") and lemma(token) in known.modal_verbs and token.dep_ not in _NO_MAIN:
        inner = next((c for c in token.children if _is_needed(c) and c.pos_ in ("VERB", "AUX")), None)
        outer = Clause(token)
        told_then = token.tag_ in ("VBD", "VBN", "VB") and not _is_reported(token)
        if outer.negation is not None or told_then:
            return None
        if inner is None:
            return _need(token, outer)
        return _must(inner, (token,), outer)
    return None


def _is_needed(inner: Token) -> bool:
    """Whether it is the infinitive of "need to", which the parser may take for a purpose."""
    return has_to(inner) and (inner.dep_ == "xcomp" or (inner.dep_ == "advcl" and inner.i - inner.head.i == _NEXT))


def _is_reported(verb: Token) -> bool:
    """Whether the past tense is only that of the report: "she said that they needed to leave"."""
    return verb.tag_ == "VBD" and verb.dep_ == "ccomp" and is_saying(lemma(verb.head))


def _must(verb: Token, trigger: tuple[Token, ...], outer: Clause | None = None) -> Told | None:
    clause = Clause(verb)
    subject = outer.own_subject if outer is not None else clause.surface()
    if subject is None or subject.dep_ == "expl" or subject.lower_ in lexicon().nobody:
        return None
    if any(aux.lower_ == "have" for aux in clause.auxiliaries) or _is_idle(clause):
        return None
    negated = clause.negation is not None
    stance = Stance.REFUSES if negated else Stance.WANTS
    return Told(verb, stance, trigger, (subject, verb), subject, by_source=True)


def _refusal(verb: Token, modal: Token) -> Told | None:
    """What somebody says that he will not do: "we will not disarm", "they would never accept it"."""
    known = lexicon()
    clause = Clause(verb)
    if modal.lower_ not in known.refusing_modals or _is_idle(clause) or clause.passive:
        return None
    if not any(child.lower_ in _NOT for child in verb.children) or any(a.lower_ == "have" for a in clause.auxiliaries):
        return None
    if modal.lower_ in ("ca", "can") and lemma(verb) not in known.inability:
        return None
    subject = clause.surface()
    if subject is None or (verb.dep_ == "ccomp" and not is_saying(lemma(verb.head))):
        return None  # "expecting that they will not answer"
    return Told(verb, Stance.REFUSES, (modal, verb), (verb,), subject, first_person=True)


def _need(verb: Token, clause: Clause) -> Told | None:
    """What somebody says that he needs: "we need more time"."""
    thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
    subject = clause.own_subject
    if lemma(verb) not in lexicon().needing or thing is None or subject is None or clause.auxiliaries:
        return None
    return Told(verb, Stance.WANTS, (verb,), (thing,), subject, first_person=True)


def _consent(verb: Token, modal: Token) -> Told | None:
    """What somebody says that he would do on a condition: "we will sign only if they withdraw"."""
    known = lexicon()
    clause = Clause(verb)
    if modal.lower_ not in known.consenting_modals or _is_idle(clause) or clause.passive or clause.negation is not None:
        return None
    condition = conditions_of(verb.doc).by_act.get(verb.i)
    if condition is None or verb.doc[condition.start].lower_ not in known.only_then:
        return None
    return Told(verb, Stance.COULD_ACCEPT, (modal, verb), (verb,), clause.surface(), first_person=True)


def _is_idle(clause: Clause) -> bool:
    if lemma(clause.verb) not in lexicon().idle_verbs:
        return False
    # "must be lifted" has its own verb; "must be part of the deal" says what has to be.
    return not (lemma(clause.verb) == "be" and any(p.pos_ in ("NOUN", "PROPN") for p in clause.predicatives))
