"""Words made comparable: case, accents, quotation marks and punctuation laid aside."""

import re

from dragoman.reading.spelling import plain

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ARTICLES = ("the ", "a ", "an ", "some ", "its ", "their ", "his ", "her ")
# Particles that transliterations write, hyphenate or leave out: they tell no two names apart.
_PARTICLES = frozenset(("al", "el", "the", "of"))


def tokens(words: str) -> list[str]:
    """The words alone, made plain; a possessive's `'s` is no part of a word."""
    return [token.removesuffix("'s") for token in _WORD.findall(plain(words))]


def name_key(name: str) -> str:
    """What two spellings of one name share: "Al-Sayed", "al Sayed" and "El Sayed" alike."""
    found = [token for token in tokens(name) if token not in _PARTICLES]
    return " ".join(found) or plain(name).strip()


def one_line(words: str) -> str:
    """`words` on one line."""
    return " ".join(words.split())


def without_article(words: str) -> str:
    """A noun phrase without the article or possessive before it."""
    flat = one_line(words)
    for article in _ARTICLES:
        if flat.lower().startswith(article):
            return flat[len(article) :]
    return flat
