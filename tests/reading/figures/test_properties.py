"""What holds for any text: spans are in it, bounds are in order, the same text gives the same figures."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.reading import figures
from dragoman.reading.actors import ActorBook
from dragoman.reading.figures.words import words
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import Hedge

# fmt: off
WORDS = [
    "10", "12", "1,200", "2.5", "million", "a", "dozen", "hundred", "and", "-", "to", "between", "about",
    "over", "up", "nearly", "two", "of", "those", "the", "people", "killed", "freed", "prisoners", "$",
    "€", "bn", "%", "thirds", "third", "half", "2024", "May", "aged", ",", ".", "“", "”", "truce", "day",
    "-day", "99999999999999999999", "1/2", "é",
]
# fmt: on
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join) | st.text(min_size=1, max_size=80)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS.filter(str.strip))
def test_any_text(parsed_of: Callable[..., Parsed], text: str) -> None:
    parsed = parsed_of(text)
    found = figures.find(parsed, ActorBook(parsed), (), (), ())
    for figure in found:
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.low is not None or figure.high is not None
        assert figure.of is not None or figure.unit is not None
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        if figure.hedge is Hedge.EXACT:
            assert figure.low == figure.high
    assert len({figure.id for figure in found}) == len(found)
    assert figures.find(parsed, ActorBook(parsed), (), (), ()) == found


def test_vague_words_stand_for_rising_ranges() -> None:
    for low, high in words().vague.values():
        assert 0 < low < high


def test_longer_hedges_come_first() -> None:
    lengths = [len(phrase) for phrase, _ in words().hedges]
    assert lengths == sorted(lengths, reverse=True)
    assert all(name in {"nearly", *(hedge.value for hedge in Hedge)} for _, name in words().hedges)


def test_acts_in_need_of_company_are_acts() -> None:
    assert set(words().needs) <= set(words().acts)
    assert words().of_people <= set(words().acts.values())
