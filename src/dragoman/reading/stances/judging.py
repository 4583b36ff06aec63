"""Stances told by a judgement of the thing itself: "is unacceptable", "a red line for", "no deal without"."""

from spacy.tokens import Token

from dragoman.reading.events.clauses import Clause, after
from dragoman.reading.events.nouns import is_being, is_in_class, lemma
from dragoman.reading.stances.lexicon import lexicon
from dragoman.reading.stances.telling import Told
from dragoman.records.reading import Stance

# What a side has to give, so that "there will be none" is its own refusal.
_GIVEN = frozenset(
    (
        *(
            "relief",
            "concession",
            "extension",
            "compromise",
            "renegotiation",
            "negotiation",
            "talk",
            "talks",
            "exchange",
        ),
        *("withdrawal", "release", "return", "swap", "discount", "haircut", "write-off", "write-down", "bailout"),
        *("ceasefire", "truce", "pause", "deal", "agreement", "recognition", "amnesty"),
    )
)
_UNTIL = frozenset(("before", "until", "unless", "while", "without"))
_TEXTS = ("deal", "proposal", "talks", "ceasefire")


def by_judgement(word: Token) -> Told | None:
    """The stance that a judgement tells: of whom it is said to be one for, or of the source that gives it."""
    if word.pos_ == "ADJ" and word.dep_ == "acomp":
        return _of_adjective(word)
    if word.pos_ in ("NOUN", "PROPN") and word.dep_ == "attr":
        return _red_line(word) or _none_without(word) or _none_until(word)
    return None


def _of_adjective(word: Token) -> Told | None:
    known = lexicon().judgements
    stance = known.get(word.lower_)
    copula = word.head
    if stance is None or copula.lemma_ != "be" or copula.dep_ in ("advcl", "relcl", "acl"):
        return None
    clause = Clause(copula)
    if clause.negation is not None or any(aux.tag_ == "MD" for aux in clause.auxiliaries):
        return None
    thing = clause.own_subject
    if thing is None or thing.pos_ == "PRON":  # "it is essential that ..."
        thing = next((c for c in clause.complements if c.pos_ in ("VERB", "AUX")), None)
    if thing is None:
        return None
    whose = after(word, "to") or after(word, "for")
    if whose is not None and is_being(whose):
        return Told(copula, stance, (word,), (thing,), whose)
    return Told(copula, stance, (word,), (thing,), None, by_source=True)


def _red_line(line: Token) -> Told | None:
    """Whose red line a thing is: "a withdrawal is a red line for the council"."""
    if lemma(line) != "line" or not any(child.lower_ == "red" for child in line.lefts):
        return None
    clause = Clause(line.head)
    whose = after(line, "for") or after(line, "of")
    thing = clause.own_subject
    if whose is None or thing is None or not is_being(whose) or clause.negation is not None:
        return None
    return Told(line.head, Stance.REFUSES, (line,), (thing,), whose)


def _none_without(deal: Token) -> Told | None:
    """What a source says that there is no deal without: "there can be no truce without a withdrawal"."""
    verb = deal.head
    if verb.lemma_ != "be" or not any(child.dep_ == "expl" for child in verb.children):
        return None
    if not any(child.lower_ == "no" for child in deal.lefts) or not any(is_in_class(deal, name) for name in _TEXTS):
        return None
    wanted = after(deal, "without") or Clause(verb).after("without")
    if wanted is None or wanted.pos_ == "VERB":
        return None
    return Told(verb, Stance.WANTS, (deal,), (wanted,), None, by_source=True)


def _none_until(thing: Token) -> Told | None:
    """What a source says that there will not be: "there will be no debt relief before there are reforms"."""
    verb = thing.head
    if verb.lemma_ != "be" or not any(child.dep_ == "expl" for child in verb.children) or lemma(thing) not in _GIVEN:
        return None
    if not any(child.lower_ == "no" for child in thing.lefts):
        return None
    modal = any(
        child.tag_ == "MD" and child.lower_ in ("will", "can", "would", "could", "’ll", "'ll")
        for child in verb.children
    )
    if not modal or not any(token.lower_ in _UNTIL for token in verb.subtree if token.i > thing.i):
        return None
    return Told(verb, Stance.REFUSES, (thing,), (thing,), None, by_source=True)
