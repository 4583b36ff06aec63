"""The words of a sentence that may name an act: its verbs."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

_HELPING = frozenset(("aux", "auxpass", "amod", "compound", "prep", "case", "mark"))


def candidates(sentence: Iterable[Token]) -> Iterator[Token]:
    """Verbs that are no auxiliaries, in order; a form of "be" names no act."""
    for token in sentence:
        if token.pos_ == "VERB" and token.dep_ not in _HELPING and token.lemma_ != "be":
            yield token
