"""A proposal by its words, before its actors are known."""

from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading.events.clauses import after
from dragoman.reading.events.nouns import conjuncts

LONGEST = 40  # words


class Draft(NamedTuple):
    """A proposal by its words."""

    noun: Token
    author: tuple[Token, ...]
    to: tuple[Token, ...]
    terms: tuple[Token, ...]  # the words for what it says
    act: Token | None = None  # the verb by which it was put: its day is the proposal's


def after_it(token: Token, preposition: str) -> Token | None:
    """What stands after a preposition of `token`."""
    return after(token, preposition)


def names_of(token: Token | None) -> tuple[Token, ...]:
    """The word and those joined to it by "and"."""
    return tuple(conjuncts(token)) if token is not None else ()
