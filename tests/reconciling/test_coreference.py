"""Acts that are told in other words, or by fewer of those who took part, are one; like acts of other days are not."""

import pytest

from dragoman.reconciling import reconcile
from dragoman.records.reading import ActorKind, EventMode
from dragoman.records.time import NO_DAY
from tests.reconciling.builders import Maker, day, pile


def act(
    file: str, words: str, type_: str, agents: tuple[str, ...], others: tuple[str, ...] = (), *,
    when: str | None = None, published: str = "2031-03-08", mode: EventMode = EventMode.HAPPENED,
    trigger: str | None = None,
) -> Maker:  # fmt: skip
    made = Maker(
        f"{words}. {file.title()} was told by {', '.join((*agents, *others))}.", file=file, published=published
    )
    ids = {name: made.actor(name, ActorKind.PERSON if " " in name else ActorKind.STATE) for name in (*agents, *others)}
    made.event(
        words, type_, agent=tuple(ids[name] for name in agents), patient=tuple(ids[name] for name in others),
        when=day(when) if when else NO_DAY, mode=mode, trigger=trigger,
    )  # fmt: skip
    return made


def happenings(*makers: Maker) -> list[int]:
    rows = reconcile(pile(*makers)).timeline
    return sorted((len({e.report for e in row.evidence}) for row in rows), reverse=True)


DEAL = "the deal between Osk and Varra"


def test_a_deal_told_by_its_noun_is_the_deal_that_was_made() -> None:
    made = act("herald", "Osk and Varra struck a deal over the ferries", "agree", ("Osk", "Varra"), when="2031-03-07")
    assert happenings(
        made, act("wire", "the newly announced deal with Osk", "agree", (), ("Osk",), trigger="deal")
    ) == [2]


def test_a_deal_that_may_be_any_is_not() -> None:
    made = act("herald", "Osk and Varra struck a deal over the ferries", "agree", ("Osk", "Varra"), when="2031-03-07")
    assert happenings(made, act("wire", "a deal with Osk", "agree", (), ("Osk",), trigger="deal")) == [1, 1]


@pytest.mark.parametrize("mode", [EventMode.POSSIBLE, EventMode.REQUESTED, EventMode.PLANNED])
def test_what_did_not_happen_is_not_what_happened(mode: EventMode) -> None:
    made = act("herald", "the deal of Osk and Varra", "agree", ("Osk", "Varra"), when="2031-03-07", trigger="deal")
    assert happenings(made, act("wire", DEAL, "agree", ("Osk", "Varra"), mode=mode, trigger="deal")) == [1, 1]


def test_days_that_are_apart_keep_acts_apart() -> None:
    one = act("herald", "Osk and Varra agreed on ferries", "agree", ("Osk", "Varra"), when="2031-03-03")
    other = act("wire", "Varra agreed with Osk on ferries", "agree", ("Varra",), ("Osk",), when="2031-03-07")
    assert happenings(one, other) == [1, 1]


def test_who_met_whom_is_a_matter_of_the_sentence() -> None:
    one = act("herald", "Kay Lund met Tom Venn for two hours", "meet", ("Kay Lund",), ("Tom Venn",))
    other = act("wire", "Tom Venn sat down with Kay Lund", "meet", ("Tom Venn",), ("Kay Lund",), published="2031-03-09")
    assert happenings(one, other) == [2]


def test_another_who_speaks_for_the_same_is_another_meeting() -> None:
    one = act("herald", "Kay Lund met Tom Venn for two hours", "meet", ("Kay Lund",), ("Tom Venn",))
    other = act("wire", "Ada Orr met Tom Venn by the harbour", "meet", ("Ada Orr",), ("Tom Venn",))
    assert happenings(one, other) == [1, 1]


def test_weeks_later_without_a_day_it_is_another() -> None:
    one = act("herald", "Kay Lund met Tom Venn for two hours", "meet", ("Kay Lund",), ("Tom Venn",))
    other = act("wire", "Kay Lund met Tom Venn", "meet", ("Kay Lund",), ("Tom Venn",), published="2031-03-28")
    assert happenings(one, other) == [1, 1]


def test_acts_of_fighting_are_one_only_by_their_day() -> None:
    one = act("herald", "Osk shelled the harbour town of Lisse", "attack", ("Osk",), ("Varra",))
    other = act("wire", "shells that Osk fired at the harbour town", "attack", ("Osk",), ("Varra",))
    assert happenings(one, other) == [1, 1]
    dated = [
        act(
            "herald",
            "Osk shelled the harbour town of Lisse",
            "attack",
            ("Osk",),
            ("Varra",),
            when="2031-03-07",
            trigger="shelled",
        ),
        act(
            "wire",
            "Osk’s shelling of Varra’s harbour",
            "attack",
            ("Osk",),
            ("Varra",),
            when="2031-03-07",
            trigger="shelling",
        ),
    ]
    assert happenings(*dated) == [2]


def test_the_order_of_the_reports_is_without_effect() -> None:
    makers = [
        act("herald", "Osk and Varra struck a deal over the ferries", "agree", ("Osk", "Varra"), when="2031-03-07"),
        act("wire", "the newly announced deal with Osk", "agree", (), ("Osk",), trigger="deal"),
        act("post", "the deal that Varra signed", "agree", ("Varra",), trigger="deal"),
    ]
    assert reconcile(pile(*makers)) == reconcile(pile(*reversed(makers)))
