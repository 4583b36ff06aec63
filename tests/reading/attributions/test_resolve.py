"""Which actor a source is inside one report, and when it was said."""

import datetime
from collections.abc import Callable

import pytest

from dragoman.reading import attributions, dates
from dragoman.reading.actors import ActorBook
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import Attribution, Polarity, Sourcing
from dragoman.records.time import Known, Published

ParsedOf = Callable[..., Parsed]
Resolved = Callable[..., tuple[list[Attribution], ActorBook]]


@pytest.fixture(scope="module")
def resolved(parsed_of: ParsedOf) -> Resolved:
    def run(text: str, published: Published | None = None) -> tuple[list[Attribution], ActorBook]:
        parsed = parsed_of(text, published)
        book = ActorBook(parsed)
        times = dates.find(parsed)
        return list(attributions.resolve(attributions.find(parsed), parsed, book, times)), book

    return run


def test_a_pronoun_is_who_spoke_last(resolved: Resolved) -> None:
    (first, second), _ = resolved("Two diplomats said the road was open. “It is safe,” they said.")
    assert second.actor == first.actor
    assert (second.sourcing, second.count, second.wording) == (Sourcing.UNNAMED, 2, "they")


def test_he_is_the_named_person_who_spoke_before(resolved: Resolved) -> None:
    (first, second), book = resolved("Peter Lund told reporters the road was open. “It is safe,” he said.")
    assert second.actor == first.actor
    assert second.actor is not None
    assert book.actor(second.actor).name == "Peter Lund"


def test_the_same_unnamed_source_keeps_one_identity(resolved: Resolved) -> None:
    (first, second, third), _ = resolved(
        "A senior Osk official said the road was open.\n\nThe official said the bridge was not.\n\n"
        "“It is mined,” the senior official added."
    )
    assert first.actor == second.actor == third.actor
    assert third.sourcing is Sourcing.UNNAMED


def test_two_unnamed_sources_are_not_one(resolved: Resolved) -> None:
    (first, second, *_), _ = resolved(
        "A senior Osk official said the road was open.\n\nA Varra official said the bridge was mined."
    )
    assert first.actor != second.actor


def test_a_description_that_fits_two_and_follows_neither_is_its_own(resolved: Resolved) -> None:
    said, _ = resolved(
        "An Osk official said the road was open.\n\nA Varra official said the bridge was mined.\n\n"
        "The rain went on for a week.\n\nThe harbour closed and the ferries stopped.\n\n"
        "The official said help would come."
    )
    assert said[2].actor not in {said[0].actor, said[1].actor}


def test_one_who_gave_no_answer_is_not_taken_for_one_who_spoke(resolved: Resolved) -> None:
    said, _ = resolved(
        "A Varra official said the road was open.\n\nAn Osk official did not respond to a request for comment.\n\n"
        "The official said the bridge was mined."
    )
    assert said[-1].actor == said[0].actor


def test_the_day_it_was_said(resolved: Resolved) -> None:
    day = datetime.date(2031, 3, 9)  # a Sunday
    published = Published(begin=day, end=day, known=Known.GIVEN)
    (one,), _ = resolved("“The road is open,” an official told Reuters on Friday.", published)
    assert one.when is not None
    assert (one.when.begin, one.when.end) == (datetime.date(2031, 3, 7), datetime.date(2031, 3, 7))


def test_nothing_is_lost_and_the_order_stays(parsed_of: ParsedOf, resolved: Resolved) -> None:
    text = "Two diplomats said the road was open. The ministry did not comment. It was reported that it rained."
    found = attributions.find(parsed_of(text))
    said, _ = resolved(text)
    assert [a.id for a in said] == [a.id for a in found]
    assert [a.content for a in said] == [a.content for a in found]


def test_the_officials_are_the_latest_several_cited_with_that_word(resolved: Resolved) -> None:
    said, _ = resolved(
        "Varran officials had warned the bureau.\n\nThe bureau would go, according to a senior Osk official and two "
        "diplomats briefed on it.\n\n“It has been told,” one of the diplomats said.\n\n"
        "The officials did not say when it would leave."
    )
    assert said[-1].polarity is Polarity.DECLINES
    assert said[-1].actor == next(a.actor for a in said if a.wording and a.wording.startswith("a senior Osk"))


def test_the_officials_far_from_any_cited_are_not_joined(resolved: Resolved) -> None:
    said, _ = resolved(
        "The road is open, two Osk officials said.\n\n" + "The rain went on.\n\n" * 6 + "The officials did not comment."
    )
    assert said[-1].count is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peter Lund said the road was open. Helen Orsa said it was not. “We drove it,” he said.", "Peter Lund"),
        ("Peter Lund met Helen Orsa in Bern. She said the talks had failed.", "Helen Orsa"),
        ("Peter Lund said the council was strong. “Karl Renner is weak,” he said.", "Peter Lund"),
        ("Foreign Minister Helen Orsa flew to Bern. The minister said she had no map.", "Helen Orsa"),
        ("Ambassador Peter Lund said the gate was shut. The diplomat said it would open.", "Peter Lund"),
        ("Ana Kovar wept. Her neighbor, Karl Renner, said the lists were wrong.", "Karl Renner"),
        ("The Kerrin Liberation Front said it held the ridge. The group said it took 20 men.",
         "Kerrin Liberation Front"),
    ],
)  # fmt: skip
def test_who_spoke_last(resolved: Resolved, text: str, speaker: str) -> None:
    said, book = resolved(text)
    assert said[-1].actor is not None
    assert book.actor(said[-1].actor).name.removeprefix("The ") == speaker


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Two diplomats said it held. “Barely,” one of the diplomats said.", True),
        ("Two diplomats said it held. One said it would not for long.", True),
        ("Two diplomats said it held. “Barely,” one diplomat said.", True),
        ("An aide and two diplomats said it held. The two diplomats said it would not for long.", True),
        ("Two diplomats said it held. A third said it did not.", False),
        ("Two diplomats said it held. Another diplomat said it did not.", False),
        ("Two diplomats said it held. Some said it did not.", False),
        ("A diplomat said it held. A second diplomat said it did not.", False),
    ],
)
def test_one_of_several_is_no_source_of_its_own(resolved: Resolved, text: str, joined: bool) -> None:
    said, _ = resolved(text)
    assert (said[-1].actor == said[0].actor) is joined


def test_a_place_before_the_one_who_speaks_is_not_the_speaker(resolved: Resolved) -> None:
    text = "Osk has told the movement's bureau to leave Port Celine, a diplomat briefed on the talks said on Sunday."
    said, book = resolved(text)
    one = next(a for a in said if a.parent is None)
    assert one.sourcing is Sourcing.UNNAMED
    assert one.actor is not None
    assert not book.actor(one.actor).named


def test_no_condition_of_anonymity_is_that_of_the_named(resolved: Resolved) -> None:
    said, _ = resolved("Peter Lund said it held; an aide, who requested anonymity to speak freely, said it did not.")
    assert [(a.sourcing, a.anonymity is None) for a in said] == [(Sourcing.NAMED, True), (Sourcing.UNNAMED, False)]
