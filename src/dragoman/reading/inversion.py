"""What negates a clause from before a verb that stands before its subject: "at no point did they agree"."""

from spacy.tokens import Token

_BEFORE = frozenset(("nor", "neither", "no", "not", "never", "rarely", "seldom"))
_STILL_DONE = frozenset(("only", "sooner", "until", "since", "just"))  # "not only did they agree"


def negation_before(verb: Token, opens: Token) -> Token | None:
    """The word that negates a verb's clause before `opens`, its verb or auxiliary that stands before the subject.

    None where there is none; what the parser hung elsewhere counts if it stands right before it ("nor did they").
    """
    before = verb.doc[min(verb.left_edge.i, max(opens.sent.start, opens.i - 1)) : opens.i]
    return next((w for w in before if w.lower_ in _BEFORE and w.nbor().lower_ not in _STILL_DONE), None)
