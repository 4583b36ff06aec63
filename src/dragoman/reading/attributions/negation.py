"""Whether a verb is negated, by its own words, its subject's or those of the verb that it is joined to."""

from spacy.tokens import Token

from dragoman.reading.inversion import negation_before

_NOT = frozenset(("never", "n't", "n’t", "not", "neither", "nor"))
_NOBODY = frozenset(("nobody", "none", "neither", "no-one"))
_OR = frozenset(("or", "nor"))


def is_negated(verb: Token) -> bool:
    """Whether a verb is negated: "did not say", "nobody said", "neither confirmed nor denied it"."""
    if any((c.dep_ == "neg" or c.lower_ in _NOT) and not _is_more(c) for c in verb.children):
        return True
    if any(c.dep_ == "nsubj" and _is_nobody(c) for c in verb.children) or _is_turned(verb):
        return True
    governor = verb.head
    if verb.dep_ == "conj" and governor.i != verb.i and any(c.lower_ in _OR for c in governor.children):
        return is_negated(governor)
    return False


def _is_more(word: Token) -> bool:
    """Whether "not" only says that there is more: "not only did he say"."""
    return word.i + 1 < len(word.doc) and word.nbor().lower_ in ("only", "just")


def _is_turned(verb: Token) -> bool:
    """Whether what negates a verb stands before it and its subject: "at no time did he say"."""
    opens = next((c for c in verb.lefts if c.dep_ == "aux"), None)
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if opens is None or subject is None or opens.i > subject.i:
        return False
    return negation_before(verb, opens) is not None


def _is_nobody(subject: Token) -> bool:
    first = subject.left_edge
    return (
        subject.lower_ in _NOBODY
        or first.lower_ in _NOBODY
        or any(c.lower_ in ("no", "neither") and c.dep_ in ("det", "preconj", "cc") for c in subject.children)
    )
