"""Piles that hold less, or other things, than the program is for: a short answer that says no more than they do."""

import datetime
import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dragoman.records.rows.talks import ChannelState
from dragoman.showing.brief import brief
from dragoman.showing.page.model import SectionKey
from dragoman.showing.screen import console
from dragoman.showing.tables import print_readings
from dragoman.workbench import Dossier, Filters
from tests.showing.finding import section

Open = Callable[[Mapping[str, str]], Dossier]
DAY = datetime.date(2021, 3, 10)
LONG_BEFORE = datetime.date(1950, 1, 1)


@pytest.fixture
def read(tmp_path: Path) -> Open:
    """Give it texts by file name; it gives the dossier that has read them."""

    def made(texts: Mapping[str, str]) -> Dossier:
        (tmp_path / "in").mkdir()
        for name, text in texts.items():
            (tmp_path / "in" / name).write_text(f"{text}\n", encoding="utf-8")
        dossier = Dossier.open(tmp_path / "talks.dossier")
        assert not dossier.read([tmp_path / "in"]).failures
        return dossier

    return made


DIRECT = {
    "2021-03-03_wire-a.txt": (
        "Norway and Chile held talks on fishing quotas on Monday. The talks between Norway and Chile stalled on "
        "Tuesday, a Norwegian official said. Chile rejected Norway's offer of 40 boats a season."
    ),
    "2021-03-10_wire-b.txt": "Norway and Chile resumed their talks on fishing quotas on Monday.",
}
MEDIATED = "Sweden brokered talks between Norway and Chile on Monday. Sweden has halted its mediation between Norway and Chile, a diplomat said."  # fmt: skip # noqa: E501


def stands(dossier: Dossier, day: datetime.date | None = None) -> list[str]:
    return [line.text for line in section(brief(dossier, day), SectionKey.STANDS).lines]


def test_without_a_mediator_the_direct_channel_is_the_channel(read: Open) -> None:
    with read(DIRECT) as dossier:
        (channel,) = dossier.channels()
        assert channel.mediators == ()
        assert {actor.name for actor in channel.parties} == {"Norway", "Chile"}
        assert [spell.state for spell in channel.states][-2:] == [ChannelState.STALLED, ChannelState.OPEN]
        assert section(brief(dossier), SectionKey.STANDS).lines[0].label == "No mediator told"


def test_two_unrelated_negotiations_are_two_processes_and_each_can_be_asked_for(read: Open) -> None:
    pile = {
        "2021-03-03_wire-a.txt": MEDIATED,
        "2021-03-04_wire-b.txt": "Denmark brokered talks between Peru and Kenya on Wednesday. "
        "The talks between Peru and Kenya stalled on Thursday.",
    }
    with read(pile) as dossier:
        channels = {row.mediators[0].name: row for row in dossier.channels()}
        assert set(channels) == {"Sweden", "Denmark"}
        assert channels["Sweden"].process != channels["Denmark"].process
        assert any("2 negotiations" in note for note in brief(dossier).notes)
        (alone,) = dossier.state(DAY, Filters(process=channels["Denmark"].process))
        assert {actor.name for actor in alone.parties} == {"Peru", "Kenya"}


def test_no_event_at_all_is_said_in_a_line(read: Open) -> None:
    with read({"2021-03-04_wire.txt": "The weather in the uplands was mild. Apples are cheap this year."}) as dossier:
        assert len(dossier.channels()) == 0
        assert section(brief(dossier), SectionKey.STANDS).note == "No channel of mediation is told of in these reports."
        assert not {part.key for part in brief(dossier).sections} & {SectionKey.HAPPENED, SectionKey.GAPS}


def test_reports_of_one_day_give_one_state_of_that_day(read: Open) -> None:
    pile = {f"2021-03-10_wire-{n}.txt": f"{MEDIATED} This is report {n}." for n in range(3)}
    with read(pile) as dossier:
        (row,) = dossier.state(DAY)
        assert (row.state, row.since.end) == (ChannelState.SUSPENDED, DAY)
        assert not row.certain  # one unnamed diplomat, however many reports print it
        (before,) = dossier.state(DAY - datetime.timedelta(days=5))
        assert before.state is ChannelState.NONE


@pytest.mark.parametrize("pile", [DIRECT, {"2021-03-03_wire-a.txt": MEDIATED}])
def test_before_everything_nothing_is_told(read: Open, pile: Mapping[str, str]) -> None:
    with read(pile) as dossier:
        states = dossier.state(LONG_BEFORE)
        assert [row.state for row in states] == [ChannelState.NONE]
        assert not states[0].evidence
        made = brief(dossier, LONG_BEFORE)
        assert any("Nothing in this record is told of 1 January 1950" in note for note in made.notes)
        assert not made.reports
        out = io.StringIO()
        print_readings(states, console(80, out))
        assert "NONE (nothing is told of it by then)" in " ".join(out.getvalue().split())
