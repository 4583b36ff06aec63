"""Named persons of a report: which pronoun is theirs, and the words by which they are introduced."""

from collections import Counter
from collections.abc import Callable

import pytest

from dragoman.reading.actors import ActorBook
from dragoman.reading.attributions.people import People, gender_of_words, people_words, raw_people
from dragoman.reading.parsed import Parsed

ParsedOf = Callable[..., Parsed]


@pytest.mark.parametrize("name", ["she", "he", "women", "men", "bodies", "companies"])
def test_word_lists_hold_words_once(name: str) -> None:
    listed = raw_people()[name]
    assert all(isinstance(word, str) and word == word.strip().lower() for word in listed)
    assert [word for word, count in Counter(listed).items() if count > 1] == []


def test_no_word_tells_both() -> None:
    words = people_words()
    assert not words.she & words.he
    assert not words.women & words.men


@pytest.mark.parametrize(
    ("words", "expected"),
    [({"a", "spokeswoman"}, "she"), ({"the", "king"}, "he"), ({"king", "queen"}, None), ({"diplomat"}, None)],
)
def test_gender_of_words(words: set[str], expected: str | None) -> None:
    assert gender_of_words(words) == expected


@pytest.mark.parametrize(
    ("text", "name", "gender", "role"),
    [
        ("Foreign Minister Helen Orsa left.", "Helen Orsa", "she", "minister"),
        ("Peter Lund, the Norwegian envoy, left.", "Peter Lund", "he", "envoy"),
        ("The ministry's spokesman, Ilja Brandt, left.", "Ilja Brandt", "he", "spokesman"),
        ("Congresswoman Quill Varga left.", "Quill Varga", "she", "congresswoman"),
    ],
)
def test_introductions(parsed_of: ParsedOf, text: str, name: str, gender: str, role: str) -> None:
    parsed = parsed_of(text)
    book = ActorBook(parsed)
    people = People(parsed, book)
    (actor,) = (a.id for a in book.actors() if a.name == name)
    assert people.gender(actor) == gender
    assert role in people.roles(actor)


def test_a_cited_noun_is_no_description_of_the_name_before_it(parsed_of: ParsedOf) -> None:
    parsed = parsed_of("The movement will leave Peter Lund, a diplomat briefed on it said.")
    book = ActorBook(parsed)
    cited = frozenset(t.i for t in parsed.doc if t.lower_ == "diplomat")
    assert all("diplomat" not in People(parsed, book, cited).roles(a.id) for a in book.actors())
    assert [a.name for a in book.actors() if a.named]
