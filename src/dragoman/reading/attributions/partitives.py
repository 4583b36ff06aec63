"""Some of many: "one of the diplomats", "a pair of aides", "the second", "another"."""

from spacy.tokens import Token

from dragoman.reading.attributions.words import source_words

_HEADS = frozenset(("NUM", "PRON", "DET", "ADJ", "NOUN"))


def whole(head: Token) -> Token | None:
    """The many that `head` is part or a number of: "diplomats" for "one of the diplomats"; None for any other head."""
    if head.pos_ not in _HEADS or head.lower_ not in source_words().parts:
        return None
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def is_one(head: Token) -> bool:
    """Whether a head without a noun is one person by its words: "a fourth", "another", "the other"."""
    return head.lower_ in source_words().single and head.pos_ in _HEADS and whole(head) is None


def is_part(head: Token) -> bool:
    """Whether a head stands for one or some of people told before: "one said", "some of them said"."""
    parts = source_words().parts
    if head.pos_ not in _HEADS or (head.pos_ == "NOUN" and head.lower_ in source_words().counting):
        return False
    return head.lower_ in parts and (whole(head) is not None or not any(c.pos_ == "NOUN" for c in head.children))
