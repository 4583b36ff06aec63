"""The scoring itself, on rows made by hand: right rows score, wrong ones do not."""

import datetime
from typing import Any

import msgspec
import pytest

from dragoman.records.reading import EventMode, Hedge, Polarity, Sourcing
from dragoman.records.rows.happenings import (
    ConflictKind,
    ConflictRow,
    TimelineRow,
)
from dragoman.records.rows.talks import (
    ChannelState,
    ConditionRow,
    ConditionStatus,
    HostingRow,
    HostingStatus,
)
from dragoman.records.rows.voices import StatementRow
from dragoman.records.time import Known, Precision, Published

from .by_hand import DAY, SHEET, TEXTS, A, actor, channel, conflict, event, evidence, point, report, said, series
from .placing import Tables
from .score import score
from .sheet import Sheet
from .tally import Tally
from .texts import Texts

HALT = "Belland has halted its mediation, a diplomat said on Sunday."
DENIAL = "Belland's spokesman denied that it had halted anything."
RUO = '"We are done," said Mr. Ruo.'
RUO_AGAIN = "“We are done,” Ruo said."


def tallies(**tables: Any) -> dict[str, Tally]:
    return score(msgspec.convert(SHEET, Sheet), Texts(TEXTS), Tables(**tables))


def counts(tally: Tally) -> tuple[int, int, int | None, int | None]:
    return tally.found, tally.wanted, tally.right, tally.given


def test_an_empty_record_scores_nothing() -> None:
    found = tallies()
    kinds = ("statements", "events", "figures", "origins", "conflicts", "channel states", "hosting")
    assert [found[kind].recall for kind in kinds] == [0.0] * len(kinds)
    assert [found[kind].precision for kind in kinds] == [None] * len(kinds)
    assert found["conditions"].recall == found["published"].recall == found["copies"].recall == 0.0


HALTED = said("a.txt", "a diplomat", "Belland has halted its mediation", HALT)
DECLINED = said(
    "a.txt",
    "He",
    "to comment on Cask",
    "He declined to comment on Cask",
    polarity=Polarity.DECLINES,
    sourcing=Sourcing.NAMED,
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (HALTED, (1, 3, 1, 1)),
        # Half of the content is enough, a few of its words are not.
        (HALTED.but(content="has halted its mediation"), (1, 3, 1, 1)),
        (HALTED.but(content="mediation"), (0, 3, 0, 1)),
        # Content that swallows its neighbours is another content.
        (said("a.txt", "a diplomat", A[12:160], A[12:160]), (0, 3, 0, 1)),
        # The right content from the wrong mouth is wrong.
        (HALTED.but(source="Mr. Ruo"), (0, 3, 0, 1)),
        (HALTED.but(source=None), (0, 3, 0, 1)),
        # The same words in another report do not count.
        (said("b.txt", "a diplomat", "halted anything", DENIAL), (0, 3, 0, 0)),
        # Optional: not wrong, and not one of those wanted.
        (said("a.txt", "The diplomat", "at least 40 people\nhad died", A[72:128]), (0, 3, 1, 1)),
        # The outlet's own voice is no attributed statement, right or wrong.
        (HALTED.but(sourcing=Sourcing.OUTLET), (0, 3, 0, 0)),
        # A refusal is known by its cue; a name stands for the pronoun.
        (DECLINED, (1, 3, 1, 1)),
        (DECLINED.but(source="x", actor=actor("Ruo")), (1, 3, 1, 1)),
        (DECLINED.but(source="x"), (0, 3, 0, 1)),
    ],
)
def test_statements(row: StatementRow, expected: tuple[int, ...]) -> None:
    assert counts(tallies(statements=(row,))["statements"]) == expected


def test_a_statement_is_found_once() -> None:
    assert counts(tallies(statements=(HALTED, HALTED.but(id="s-2")))["statements"]) == (1, 3, 1, 2)


def test_polarity_and_sourcing_are_asked_of_found_statements() -> None:
    right = tallies(statements=(HALTED, DECLINED))
    assert counts(right["polarity"])[:2] == counts(right["sourcing"])[:2] == (2, 2)
    wrong = tallies(statements=(HALTED.but(polarity=Polarity.DENIES, sourcing=Sourcing.NAMED), DECLINED))
    assert counts(wrong["polarity"])[:2] == counts(wrong["sourcing"])[:2] == (1, 2)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (event("a.txt", "Belland has halted its mediation", "suspend_mediation", "Belland"), (1, 2, 1, 1)),
        (event("a.txt", "Belland has halted its mediation", "resume_mediation", "Belland"), (0, 2, 0, 1)),
        (event("a.txt", "Belland would resume it", "suspend_mediation", "Belland"), (0, 2, 0, 1)),
        (event("a.txt", "It told the envoys to leave", "ask_to_leave", "It"), (0, 2, 1, 1)),
        # A type that is none of the sheet's is not scored.
        (event("a.txt", "We are done", "surrender", "We"), (0, 2, 0, 0)),
        # Precision is of the complete reports only.
        (event("b.txt", "put the dead", "meet", "rebels"), (0, 2, 0, 0)),
        (event("b.txt", "it had halted anything", "suspend_mediation", "it"), (1, 2, 0, 0)),
    ],
)
def test_events(row: TimelineRow, expected: tuple[int, ...]) -> None:
    assert counts(tallies(timeline=(row,))["events"]) == expected


def test_agents_modes_and_days_are_asked_of_found_events() -> None:
    row = event("a.txt", "Belland has halted its mediation", "suspend_mediation", "The Belland")
    kinds = ("event agents", "event modes", "event days")
    assert [tallies(timeline=(row,))[kind].recall for kind in kinds] == [1.0, 1.0, 1.0]
    late = datetime.date(2031, 3, 9)
    wrong = row.but(agent=(actor("Cask"),), mode=EventMode.PLANNED, begin=late, end=late)
    assert [tallies(timeline=(wrong,))[kind].recall for kind in kinds] == [0.0, 0.0, 0.0]
    open_ended = tallies(timeline=(row.but(begin=None),))["event days"]
    assert counts(open_ended)[:2] == (0, 1)


def test_figures_and_their_series() -> None:
    forty = point("a.txt", "at least 40 people", 40, None, Hedge.AT_LEAST)
    fifty = point("b.txt", "the dead at 55", 55, 55, Hedge.EXACT)
    one = tallies(figures=(series("dead", forty, fifty),))
    assert counts(one["figures"]) == (2, 2, 1, 1)
    assert counts(one["figure hedges"])[:2] == (2, 2)
    assert counts(one["figure series"]) == (1, 1, 1, 1)
    two = tallies(figures=(series("dead", forty), series("more", fifty)))
    assert counts(two["figure series"]) == (0, 1, 0, 0)
    wrong = tallies(figures=(series("dead", forty.but(high=40), fifty.but(low=5, hedge=Hedge.ABOUT)),))
    assert counts(wrong["figures"]) == (0, 2, 0, 1)


def test_series_that_do_not_belong_together_cost_precision() -> None:
    sheet = msgspec.convert(SHEET, Sheet)
    other = msgspec.structs.replace(sheet.figures["b.txt"][0], series="taken")
    sheet = msgspec.structs.replace(sheet, figures=sheet.figures | {"b.txt": [other]})
    row = series(
        "dead",
        point("a.txt", "at least 40 people", 40, None, Hedge.AT_LEAST),
        point("b.txt", "the dead at 55", 55, 55, Hedge.EXACT),
    )
    assert counts(score(sheet, Texts(TEXTS), Tables(figures=(row,)))["figure series"]) == (0, 0, 0, 1)


def test_origins() -> None:
    ruo = said("a.txt", "Mr. Ruo", '"We are done,"', RUO, origin="o-1")
    again = said("b.txt", "Ruo", "“We are done,”", RUO_AGAIN, origin="o-1")
    denial = said("b.txt", "spokesman", "that it had halted anything", DENIAL, origin="o-3")
    halted = HALTED.but(origin="o-2")
    assert counts(tallies(statements=(ruo, again, halted, denial))["origins"]) == (1, 1, 1, 1)
    everything_one = tuple(row.but(origin="o-1") for row in (ruo, again, halted, denial))
    assert counts(tallies(statements=everything_one)["origins"]) == (1, 1, 0, 1)
    unattributed = (ruo, again.but(sourcing=Sourcing.OUTLET))
    assert counts(tallies(statements=unattributed)["origins"]) == (0, 1, 0, 0)
    apart = (ruo, again.but(origin="o-4"))
    assert counts(tallies(statements=apart)["origins"]) == (0, 1, 0, 0)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((conflict(ConflictKind.WHETHER, ("a.txt", HALT), ("b.txt", DENIAL)),), (1, 1, 1, 1)),
        ((conflict(ConflictKind.WHETHER, ("b.txt", DENIAL), ("a.txt", HALT)),), (1, 1, 1, 1)),
        # The kind is asked for recall, not for precision.
        ((conflict(ConflictKind.WHO, ("a.txt", HALT), ("b.txt", DENIAL)),), (0, 1, 1, 1)),
        # One side alone, or both answers on one side, is no such conflict.
        ((conflict(ConflictKind.WHETHER, ("a.txt", HALT), ("a.txt", RUO)),), (0, 1, 0, 1)),
    ],
)
def test_conflicts(rows: tuple[ConflictRow, ...], expected: tuple[int, ...]) -> None:
    found = tallies(conflicts=rows)
    assert counts(found["conflicts"]) == expected
    assert found["no conflicts"].recall == 1.0


def test_a_conflict_that_is_none_is_told() -> None:
    row = conflict(ConflictKind.HOW_MANY, ("a.txt", "at least 40 people"), ("b.txt", "The rebels put the dead at 55."))
    found = tallies(conflicts=(row,))
    assert found["no conflicts"].recall == 0.0
    assert counts(found["conflicts"]) == (0, 1, 0, 1)


def test_channel_states() -> None:
    suspended = (ChannelState.SUSPENDED, DAY, None, True)
    opened = (ChannelState.OPEN, DAY, None, True)
    both = tallies(channels=(channel(suspended, opened),))
    assert counts(both["channel states"]) == (1, 1, 2, 2)
    assert both["states disputed"].recall == 1.0
    sure = tallies(channels=(channel((ChannelState.SUSPENDED, DAY, None, False)),))
    assert sure["states disputed"].recall == 0.0
    wrong = tallies(channels=(channel((ChannelState.ENDED, DAY, None, True)),))
    assert counts(wrong["channel states"]) == (0, 1, 0, 1)
    over = tallies(channels=(channel((ChannelState.SUSPENDED, None, DAY, True)),))
    assert counts(over["channel states"]) == (0, 1, 0, 0)


def test_hosting_and_conditions() -> None:
    row = HostingRow(
        id="h-1",
        who=actor("the envoys"),
        host=actor("Belland"),
        place=None,
        status=HostingStatus.ASKED_TO_LEAVE,
        begin=DAY,
        end=None,
        precision=Precision.DAY,
        disputed=False,
        evidence=evidence("a.txt", "It told the envoys to leave Tor."),
    )
    assert counts(tallies(hosting=(row,))["hosting"]) == (1, 1, 1, 1)
    assert counts(tallies(hosting=(row.but(status=HostingStatus.LEFT),))["hosting"]) == (0, 1, 0, 1)
    assert counts(tallies(hosting=(row.but(host=actor("Cask")),))["hosting"]) == (0, 1, 0, 1)
    condition = ConditionRow(
        id="d-1",
        channel=None,
        act="resume_mediation",
        negated=False,
        who=(actor("Belland"),),
        text="once both sides write",
        status=ConditionStatus.OPEN,
        evidence=evidence("a.txt", "Belland would resume it once both sides write."),
    )
    assert tallies(conditions=(condition,))["conditions"].recall == 1.0
    assert tallies(conditions=(condition.but(act="meet"),))["conditions"].recall == 0.0


def test_reports() -> None:
    stated = report("a.txt", datetime.date(2031, 3, 9), Known.STATED)
    undated = report("b.txt", None, Known.UNKNOWN, copies="r-a.txt")
    right = tallies(reports=(stated, undated))
    assert right["published"].recall == right["copies"].recall == right["copies"].precision == 1.0
    guessed = undated.but(published=Published(begin=DAY, end=DAY, known=Known.STATED), copies_of=None)
    wrong = tallies(reports=(stated.but(published=Published(begin=DAY, end=DAY, known=Known.STATED)), guessed))
    assert wrong["published"].recall == wrong["copies"].recall == 0.0
    inferred = undated.but(published=Published(begin=DAY, end=DAY, known=Known.INFERRED))
    assert counts(tallies(reports=(inferred,))["published"])[:2] == (1, 2)


def test_boilerplate_that_is_read_is_told() -> None:
    assert tallies(statements=(HALTED,))["boilerplate"].recall == 1.0
    read = said("a.txt", None, "By Ann Orr", "By Ann Orr", sourcing=Sourcing.OUTLET)
    assert tallies(statements=(read,))["boilerplate"].recall == 0.0
