"""What holds for any text: spans are in it, references resolve, the same text gives the same events."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.reading import events
from dragoman.reading.actors import ActorBook
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import ReadEvent

WORDS = [
    "Norway",
    "Sweden",
    "the",
    "a",
    "rebels",
    "envoy",
    "plan",
    "truce",
    "talks",
    "rejected",
    "accepted",
    "agreed",
    "to",
    "release",
    "will",
    "not",
    "if",
    "has",
    "been",
    "told",
    "leave\nmediation",
    "suspended",
    "its",
    "their",
    "prisoners",
    ",",
    ".",
    ";",
    "“",
    "”",
    '"',
    "said",
    "that",
    "and",
    "or",
    "by",
    "of",
    "with",
    "who",
    "which",
    "after",
    "before",
    "killed",
    "30",
    "deadline\nexpel",
    "threatened",
    "cease-fire",
    "counter-proposal",
    "no",
    "longer",
    "welcome",
    "it",
    "they",
    "may",
    "be",
    "is",
    "under",
    "review",
    "\n\n",
    "–",
    "é",
    "💬",
]

TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=120)


def _found(parsed: Parsed) -> tuple[tuple[ReadEvent, ...], ActorBook]:
    book = ActorBook(parsed)
    return events.find(parsed, book, (), ()), book


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS.filter(str.strip))
def test_any_text(parsed_of: Callable[..., Parsed], text: str) -> None:
    parsed = parsed_of(text)
    found, book = _found(parsed)
    names = {actor.id for actor in book.actors()}
    for event in found:
        assert 0 <= event.span.start < event.span.end <= len(text)
        assert event.span.covers(event.trigger)
        assert event.trigger.of(text).strip()
        assert {*event.agent, *event.patient, *event.recipient} <= names
        assert not set(event.agent) & set(event.recipient)
        assert event.place is None or event.place in text
    assert len({event.id for event in found}) == len(found)
    assert [event.as_dict() for event in _found(parsed_of(text))[0]] == [event.as_dict() for event in found]


def test_a_sentence_of_five_thousand_words_is_read(parsed_of: Callable[..., Parsed]) -> None:
    text = "Norway rejected the plan and " * 1000 + "left."
    found, _ = _found(parsed_of(text))
    assert len(found) > 100
    assert max(event.span.end - event.span.start for event in found) < 1000
