"""Words made comparable: case, accents, quotation marks and punctuation laid aside."""

import functools
import re
from collections.abc import Iterable
from importlib import resources

from dragoman.reading.spelling import plain
from dragoman.records.vocabularies import from_yaml

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


_STEM = re.compile(r"(?:ing|ed|es|s|ly|ion|ions|al|ment|e)$")
_NAME = re.compile(r"(?<=[\w,;:)][\s-])[A-Z][\w'’-]+")


def stem(word: str) -> str:
    """A word without its ending: a rough cut, enough to know it again in another form."""
    return _STEM.sub("", word)


def names_in(words: str) -> list[str]:
    """The words that are names, being written large within a sentence, without their endings."""
    return naming(token for word in _NAME.findall(words) for token in tokens(word))


def naming(words: Iterable[str]) -> list[str]:
    """The words that name something, without their endings."""
    return [stem(word) for word in words if word not in _common() and len(word) > 2]


@functools.cache
def _common() -> frozenset[str]:
    data = from_yaml(resources.files(__package__).joinpath("words.yaml").read_text("utf-8"))
    return frozenset(data["common_words"])
