"""The book itself: ids, spans, look-ups."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.actors import ActorBook
from dragoman.reading.parsed import Parsed, parsed_blocks
from dragoman.records.ids import report_id
from dragoman.records.report import Report
from dragoman.records.span import Span
from dragoman.records.time import Published
from tests.reading.actors.conftest import Read

Reader = Callable[[str], Read]
TEXT = (
    "Norwegian officials told Renamo’s political bureau on Monday that Norway’s foreign minister, Elena Brandt, would "
    "come.\nBrandt said the group had asked for time. “We will wait,” she said."
)


def test_actors_are_sorted_by_their_first_mention(read: Reader) -> None:
    actors = read(TEXT).book.actors()
    assert len(actors) > 4
    assert all(a.mentions[0] <= b.mentions[0] for a, b in pairwise(actors))


def test_mentions_are_sorted_and_names_among_them(read: Reader) -> None:
    done = read(TEXT)
    for actor in done.book.actors():
        assert list(actor.mentions) == sorted(set(actor.mentions))
        assert actor.mentions
        if actor.named and actor.key is None:
            assert actor.name in actor.names
        if actor.of is not None:
            assert done.book.actor(actor.of).id == actor.of


def test_reading_again_gives_the_same(parsed_of: Callable[..., Parsed]) -> None:
    assert ActorBook(parsed_of(TEXT)).actors() == ActorBook(parsed_of(TEXT)).actors()


def test_the_order_of_questions_does_not_matter(parsed_of: Callable[..., Parsed]) -> None:
    parsed = parsed_of(TEXT)
    forth, back = ActorBook(parsed), ActorBook(parsed)
    tokens = [token for token in parsed.doc if not token.is_space]
    one = {token.i: forth.resolve(token) for token in tokens}
    two = {token.i: back.resolve(token) for token in reversed(tokens)}
    assert one == two
    assert forth.actors() == back.actors()


def test_ids_are_unique(read: Reader) -> None:
    done = read(TEXT)
    for token in done.parsed.doc:
        done.book.resolve(token)
    ids = [actor.id for actor in done.book.actors()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Norwegian officials", "Norwegian officials"),
        ("officials", "Norwegian officials"),
        ("Elena Brandt", "Elena Brandt"),
        ("Elena", "Elena Brandt"),
        ("political bureau", "Renamo’s political bureau"),
        ("the group", "Renamo"),
    ],
)
def test_who_stands_at_a_span(read: Reader, words: str, name: str) -> None:
    done = read(TEXT)
    at = TEXT.index(words)
    found = done.book.at(Span(at, at + len(words)))
    assert found is not None
    assert done.book.actor(found).name == name


@pytest.mark.parametrize("span", [Span(0, 0), Span(10**6, 10**6 + 4), Span(TEXT.index(" would "), TEXT.index(" come"))])
def test_nobody_stands_there(read: Reader, span: Span) -> None:
    assert read(TEXT).book.at(span) is None


def test_an_unknown_id_is_a_key_error(read: Reader) -> None:
    with pytest.raises(KeyError):
        read(TEXT).book.actor("m-nothing")


@pytest.mark.parametrize(
    "text", ["a", "…", "“", "’s", "The", "U.S.", "al-", "-", "X", "\n\nA\n\n", "((((", "Mr.", "of of of"]
)
def test_scraps(parsed_of: Callable[..., Parsed], text: str) -> None:
    for actor in ActorBook(parsed_of(text)).actors():
        assert all(span.of(text).strip() for span in actor.mentions)


TALK = """Norway Norwegian Oslo Renamo the The a said told Prime Minister foreign minister of al - al-Thor bin
Elena Brandt ( ) “ ” " ’s ' , . it he they Front Council UN U.S. officials government group capital Mr. and for
Varra Varran X İstanbul Ⅻ 東京 é́ 45 May 🙂 Secretary State Committee"""
WORDS = st.sampled_from([*TALK.split(), "\n", "\n\n", "\u00a0"])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join).filter(str.strip))
def test_any_words_keep_what_must_hold(text: str) -> None:
    report = Report(id=report_id(text, None), text=text, published=Published())
    for parsed in parsed_blocks(report):
        book = ActorBook(parsed)
        for token in parsed.doc:
            book.resolve(token)
        actors = book.actors()
        ids = {actor.id for actor in actors}
        assert len(ids) == len(actors)
        for actor in actors:
            assert actor.name.strip()
            assert actor.of is None or actor.of in ids
            assert actor.of != actor.id
            assert all(0 <= span.start < span.end <= len(text) for span in actor.mentions)
            assert all(book.at(span) in ids for span in actor.mentions)
