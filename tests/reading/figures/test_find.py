"""Figures in sentences as reporters write them. All numbers and happenings are invented."""

from collections.abc import Callable

import pytest

import dragoman
from dragoman.reading import attributions as voices
from dragoman.reading import dates as times
from dragoman.reading import events, figures
from dragoman.reading.actors import ActorBook
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import ReadEvent, ReadFigure

Count = Callable[[str], tuple[ReadFigure, ...]]


@pytest.fixture(scope="module")
def chain(parsed_of: Callable[..., Parsed]) -> Callable[[str], tuple[tuple[ReadEvent, ...], tuple[ReadFigure, ...]]]:
    def found(text: str) -> tuple[tuple[ReadEvent, ...], tuple[ReadFigure, ...]]:
        parsed = parsed_of(text)
        book = ActorBook(parsed)
        dates = times.find(parsed)
        said = voices.resolve(voices.find(parsed), parsed, book, dates)
        acts = events.find(parsed, book, dates, said)
        return acts, figures.find(parsed, book, dates, said, acts)

    return found


@pytest.fixture(scope="module")
def count(chain: Callable[[str], tuple[tuple[ReadEvent, ...], tuple[ReadFigure, ...]]]) -> Count:
    return lambda text: chain(text)[1]


# text, low, high, hedge
BOUNDS = [
    ("The rebels freed 30 prisoners.", 30, 30, "exact"),
    ("The rebels freed about 30 prisoners.", 30, 30, "about"),
    ("The rebels freed some 1,200 prisoners.", 1200, 1200, "about"),
    ("The rebels freed roughly 30 prisoners.", 30, 30, "about"),
    ("The rebels freed an estimated 30 prisoners.", 30, 30, "about"),
    ("The rebels freed more than 43,000 prisoners.", 43000, None, "at_least"),
    ("The rebels freed over 34,000 prisoners.", 34000, None, "at_least"),
    ("The rebels freed at least a dozen prisoners.", 12, None, "at_least"),
    ("The rebels freed nearly 200 prisoners.", None, 200, "about"),
    ("The rebels freed almost 200 prisoners.", None, 200, "about"),
    ("The rebels could free up to 300 prisoners.", None, 300, "at_most"),
    ("The rebels freed fewer than 300 prisoners.", None, 300, "at_most"),
    ("The rebels freed 300 or so prisoners.", 300, 300, "about"),
    ("The rebels freed 10 to 12 prisoners.", 10, 12, "range"),
    ("The rebels freed 10-12 prisoners.", 10, 12, "range"),
    ("The rebels freed between 40 and 50 prisoners.", 40, 50, "range"),
    ("The rebels freed dozens of prisoners.", 24, 99, "range"),
    ("The rebels freed hundreds of prisoners.", 200, 999, "range"),
    ("The war has displaced hundreds of thousands of people.", 200000, 999999, "range"),
    ("The rebels freed twenty-five prisoners.", 25, 25, "exact"),
    ("The rebels freed two hundred and fifty prisoners.", 250, 250, "exact"),
    ("The war has displaced 1.2 million people.", 1200000, 1200000, "exact"),
    ("The fund lent the state $2bn.", 2000000000, 2000000000, "exact"),
    ("The fund lent the state €45m.", 45000000, 45000000, "exact"),
]

# text, what is counted, its unit
COUNTED = [
    ("About 250 people were taken hostage in the raid.", "people taken", "person"),
    ("The raid killed around 1,200.", "people killed", "person"),
    ("More than 43,000 villagers have been killed in the war.", "villagers killed", "person"),
    ("The release of over 100 hostages took a week.", "hostages released", "person"),
    ("The state hosts 10,000 troops.", "troops deployed", "person"),
    ("They agreed on a 60-day truce.", "truce", "day"),
    ("The plan begins with a pause of six weeks.", "pause", "week"),
    ("The truce will last ten days.", "truce", "day"),
    ("The rebels fired 25 rockets.", "rockets fired", "rocket"),
    ("The toll has climbed to 630.", "people killed", "person"),
    ("The hospital counted 163 dead.", "people killed", "person"),
    ("Fifty-three are still in the group's hands.", "people held", "person"),
    ("The army killed 300 people, including 40 children.", "children killed", "person"),
    ("The fund lent the state $2bn.", "lent", "USD"),
    ("A third of the hostages are believed to be dead.", "hostages killed", "fraction"),
]

NO_FIGURE = [
    "The man, 45, spoke to reporters.",
    "A 22-year-old student spoke to reporters.",
    "The envoy is 61 years old.",
    "They met on 3 May 2024.",
    "In 2012 the office was opened.",
    "The talks begin at 10:30.",
    "Resolution 242 was cited.",
    "The G7 and the 5+1 group met.",
    "Two F-16 jets flew past.",
    "The team won 2-1.",
    "Call 555-0199 for details.",
    "The second round was the first to fail.",
    "They have talked for two weeks.",
    "One of the diplomats smiled.",
    "The two sides met.",
    "It was an article of faith.",
    "...",
]


@pytest.mark.parametrize(("text", "low", "high", "hedge"), BOUNDS)
def test_bounds_and_hedge(count: Count, text: str, low: int | None, high: int | None, hedge: str) -> None:
    assert [(f.low, f.high, f.hedge.value) for f in count(text)] == [(low, high, hedge)]


@pytest.mark.parametrize(("text", "of", "unit"), COUNTED)
def test_what_is_counted(count: Count, text: str, of: str, unit: str) -> None:
    assert (of, unit) in [(f.of, f.unit) for f in count(text)]


@pytest.mark.parametrize("text", NO_FIGURE)
def test_what_only_looks_like_a_figure(count: Count, text: str) -> None:
    assert [(f.low, f.high, f.of) for f in count(text)] in ([], [(2, 2, "jets")])


def test_a_count_that_leaves_its_noun_out_takes_the_one_before(count: Count) -> None:
    text = "The rebels took 240 villagers captive. Of those, about 100 remain in captivity."
    assert [(f.low, f.of) for f in count(text)][-1] == (100, "villagers held")


def test_a_new_paragraph_lends_no_noun(count: Count) -> None:
    text = "The rebels took 240 villagers captive.\n\nOf those, about 100 remain in captivity."
    assert count(text)[-1].of == "people held"


def test_the_span_holds_hedge_number_and_noun(count: Count) -> None:
    text = "Officials say that more than 43,000 villagers have been killed."
    assert count(text)[0].span.of(text) == "more than 43,000 villagers"


def test_a_figure_knows_the_event_that_it_counts(
    chain: Callable[[str], tuple[tuple[ReadEvent, ...], tuple[ReadFigure, ...]]],
) -> None:
    acts, found = chain("The rebels released 30 prisoners on Sunday.")
    assert found[0].event == next(act.id for act in acts if act.type == "release")


def test_a_figure_knows_whose_word_it_rests_on(count: Count) -> None:
    found = count("A ministry spokesman said that 30 prisoners had been freed. The army freed 12 captives.")
    assert found[0].attribution is not None
    assert found[1].attribution is None


def test_a_figure_is_as_of_the_day_of_its_clause(count: Count) -> None:
    found = count("On 7 October 2023 the raid killed 90 people, and 120 people were killed on 3 May 2024.")
    assert [str(f.as_of.begin) for f in found if f.as_of] == ["2023-10-07", "2024-05-03"]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Four dead, dozens hurt.", ["people killed", "people wounded"]),
        ("Unemployment is at 26 percent.", ["Unemployment"]),
        ("Prices fell by 4 percent.", ["Prices"]),
    ],
)
def test_what_is_counted_without_a_noun_of_its_own(text: str, of: list[str]) -> None:
    assert [figure.of for figure in dragoman.annotate(text, "2031-03-09").figures] == of


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The blast left 40 people dead or missing.", ["people killed or missing"]),
        ("The raid killed or wounded 30 soldiers.", ["soldiers killed or wounded"]),
        ("Some 12 soldiers were killed and 40 wounded.", ["soldiers killed", "people wounded"]),
        ("The company builds the 747 jetliner.", []),
        ("The company sold 747 jetliners.", ["jetliners"]),
        ("The army has 300 aircraft.", ["aircraft"]),
    ],
)
def test_one_number_of_two_things_and_numbers_that_name(text: str, of: list[str]) -> None:
    assert [figure.of for figure in dragoman.annotate(text, "2031-03-09").figures] == of
