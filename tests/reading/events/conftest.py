"""What the tests of events share: the events of a text with the names of those who take part."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from dragoman.reading import attributions as voices
from dragoman.reading import dates as times
from dragoman.reading import events
from dragoman.reading.actors import ActorBook
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import ReadEvent


class Told(NamedTuple):
    """An event in words."""

    type: str
    mode: str
    agent: tuple[str, ...]
    patient: tuple[str, ...]
    recipient: tuple[str, ...]
    event: ReadEvent


Tell = Callable[[str], list[Told]]


@pytest.fixture(scope="session")
def tell(parsed_of: Callable[..., Parsed]) -> Tell:
    """Give it a text; it gives the events found in it by the whole chain of finders."""

    def told(text: str) -> list[Told]:
        parsed = parsed_of(text)
        book = ActorBook(parsed)
        dates = times.find(parsed)
        said = voices.resolve(voices.find(parsed), parsed, book, dates)
        found = events.find(parsed, book, dates, said)

        def names(ids: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(book.actor(one).name for one in ids)

        return [Told(e.type, e.mode.value, names(e.agent), names(e.patient), names(e.recipient), e) for e in found]

    return told
