"""What the tests of actors share."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from dragoman.reading.actors import ActorBook
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import MentionedActor


@dataclass
class Read:
    """A text's book, with shortcuts for tests."""

    parsed: Parsed
    book: ActorBook

    def said(self, words: str, nth: int = 1) -> MentionedActor:
        """The actor that the nth telling of `words` in the text stands for (its last token resolved)."""
        at = -1
        for _ in range(nth):
            at = self.parsed.doc.text.index(words, at + 1)
        span = self.parsed.doc.char_span(at, at + len(words), alignment_mode="expand")
        return self.book.actor(self.book.resolve(span[-1]))

    def named(self, name: str) -> MentionedActor:
        """The one actor with this name."""
        found = [actor for actor in self.book.actors() if actor.name == name]
        assert len(found) == 1, (name, [actor.name for actor in self.book.actors()])
        return found[0]

    def owner(self, actor: MentionedActor) -> str | None:
        """The name of the actor that `actor` belongs to."""
        return None if actor.of is None else self.book.actor(actor.of).name

    def names(self) -> list[str]:
        """The names of all named actors, in order."""
        return [actor.name for actor in self.book.actors() if actor.named]


@pytest.fixture
def read(parsed_of: Callable[..., Parsed]) -> Callable[[str], Read]:
    """Give it a text; it gives the book of its actors."""

    def make(text: str) -> Read:
        parsed = parsed_of(text)
        return Read(parsed, ActorBook(parsed))

    return make
