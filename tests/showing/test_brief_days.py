"""The brief's days: as of, since, known by, and since a brief that was kept."""

import datetime
from typing import Any

from dragoman.records.reading import EventMode
from dragoman.records.rows.talks import ChannelState
from dragoman.records.time import NO_DAY, Interval
from dragoman.showing.brief import brief
from dragoman.showing.brief.model import AsOfGround, SinceGround
from dragoman.showing.brief.pile import gather
from dragoman.showing.page.model import SectionKey
from dragoman.workbench import KeptBrief
from tests.showing.finding import section
from tests.showing.invented import full_tables
from tests.showing.memory import in_memory
from tests.showing.rows import (
    HALT,
    MARCH_8,
    MARCH_9,
    event,
    evidence,
    report,
)


def test_its_day_is_the_latest_that_the_record_holds(full: Any) -> None:
    made = brief(full)
    assert (made.as_of, made.as_of_ground) == (datetime.date(2031, 3, 9), AsOfGround.LATEST)
    assert made.since == datetime.date(2031, 3, 2)
    assert any("latest day" in note for note in made.notes)


def test_a_planned_event_does_not_move_its_day() -> None:
    tables = full_tables()
    later = datetime.date(2031, 5, 1)
    tables["timeline"] = (
        *tables["timeline"],
        event("t-9", "will meet", (HALT,), begin=later, end=later, mode=EventMode.PLANNED),
    )
    assert brief(in_memory(tables)).as_of == datetime.date(2031, 3, 9)


def test_its_day_can_be_asked_for_and_goes_into_every_table(full: Any) -> None:
    day = datetime.date(2031, 3, 8)
    made = brief(full, as_of=day)
    assert (made.as_of, made.as_of_ground) == (day, AsOfGround.GIVEN)
    assert full.asked
    assert {filters.as_of for filters in full.asked} == {day, None}  # all reports tell of it, the later ones too


def test_a_record_without_any_day_still_gives_a_brief() -> None:
    tables = full_tables()
    tables["reports"] = (report("r-1", None, None),)
    tables["timeline"] = ()
    made = brief(in_memory(tables))
    assert (made.as_of, made.since, made.as_of_ground) == (None, None, AsOfGround.UNKNOWN)
    assert section(made, SectionKey.STANDS).lines


def test_new_since_a_day_that_nothing_follows_says_so(full: Any) -> None:
    made = brief(full, since=datetime.date(2031, 3, 9))
    new = section(made, SectionKey.NEW)
    assert new.title == "NEW SINCE 9 MARCH"
    assert (new.lines, new.note) == ((), "Nothing in the record is told to have happened since.")


def test_an_event_is_told_once_either_as_new_or_before(full: Any) -> None:
    made = brief(full, since=datetime.date(2031, 3, 1))
    new = {row for line in section(made, SectionKey.NEW).lines for row in line.rows}
    before = {row for line in section(made, SectionKey.HAPPENED).lines for row in line.rows}
    assert (new, before) == ({"t-1"}, {"t-2"})  # "Osk says" is too thin a telling for a brief


def test_a_change_of_state_leads_what_is_new() -> None:
    tables = full_tables()
    now = tables["state"][0]
    tables["state_kept"] = (now.but(state=ChannelState.OPEN, channel="k-0"),)
    tables["kept"] = (kept(MARCH_8 - datetime.timedelta(days=1), {"r-1"}),)
    made = brief(in_memory(tables))
    new = section(made, SectionKey.NEW)
    assert new.title == "NEW SINCE THE LAST BRIEF, OF 7 MARCH"
    assert new.lines[0].label == "now"
    assert new.lines[0].text == "Varra's channel: OPEN, now SUSPENDED, since 8 March, disputed"
    assert any("kept on 7 March" in note for note in made.notes)


def test_since_a_kept_brief_only_what_its_reports_did_not_tell_is_new() -> None:
    tables = full_tables()
    tables["kept"] = (kept(MARCH_9, {"r-1"}),)
    made = brief(in_memory(tables))
    new = {row for line in section(made, SectionKey.NEW).lines for row in line.rows}
    assert new & {"t-1", "t-2", "t-3"} == {"t-2"}  # r-1 had told the others, the day of the brief included
    assert "(became known since)" in section(made, SectionKey.NEW).lines[-1].text
    tables["kept"] = (kept(MARCH_9, {"r-1", "r-2", "r-3"}),)
    assert "t-2" not in {row for line in section(brief(in_memory(tables)), SectionKey.NEW).lines for row in line.rows}


def test_a_brief_kept_of_a_later_day_is_not_what_an_earlier_one_goes_by() -> None:
    tables = full_tables()
    tables["kept"] = (kept(MARCH_9, {"r-1"}),)
    assert brief(in_memory(tables), as_of=MARCH_8).since_ground == SinceGround.WEEK
    assert brief(in_memory(tables), since=MARCH_8).since_ground == SinceGround.GIVEN


def test_since_a_day_what_only_later_reports_tell_is_new_too() -> None:
    tables = full_tables()
    january = datetime.date(2031, 1, 20)
    tables["reports"] = (*tables["reports"], report("r-0", "Port Wire", january))
    tables["timeline"] = (
        event("t-1", HALT.quote, (HALT,), begin=datetime.date(2031, 1, 2), end=datetime.date(2031, 1, 2)),
        event("t-2", "Varra halted it", (evidence("r-0", "Varra halted it all", 5),), begin=january, end=january),
    )
    made = brief(in_memory(tables), since=MARCH_8)
    new = section(made, SectionKey.NEW)
    assert [line.rows for line in new.lines if "t-1" in line.rows] == [("t-1",)]
    assert all("t-2" not in line.rows for line in new.lines)


def kept(as_of: datetime.date, reports: set[str]) -> KeptBrief:
    at = datetime.datetime(as_of.year, as_of.month, as_of.day, 9, tzinfo=datetime.UTC)
    return KeptBrief(number=1, at=at, by="ada", as_of=as_of, known_by=None, reports=frozenset(reports))


def test_before_everything_there_is_an_honest_short_answer() -> None:
    tables = full_tables()
    tables["reports"] = tuple(row for row in tables["reports"] if row.published.begin)
    tables["timeline"] = ()
    made = brief(in_memory(tables), as_of=datetime.date(2031, 1, 1))
    assert made.sections == ()
    assert made.notes == (
        "Nothing in this record is told of 1 January 2031 or before it: its first report is of 9 March 2031.",
    )
    assert "3 reports" not in made.heading


def test_nothing_known_by_a_day_says_so(empty: Any) -> None:
    made = brief(empty, known_by=MARCH_8)
    assert made.notes == ("No report in this dossier is known to have been published by 8 March 2031.",)


def test_the_heading_tells_both_days(full: Any) -> None:
    made = brief(full, as_of=MARCH_8, known_by=MARCH_9)
    assert made.heading.endswith(", as of 8 March 2031, by the reports up to 9 March 2031")
    assert {filters.known_by for filters in full.asked} == {MARCH_9}


def test_a_figure_of_later_is_not_told_of_a_day_before_it() -> None:
    tables = full_tables()
    point = tables["figures"][0].points[0]
    later = point.but(low=900, high=900, as_of=Interval.day(MARCH_9))
    undated = point.but(low=901, high=901, evidence=(evidence("r-2", "901 people", 60),))
    tables["figures"] = (tables["figures"][0].but(points=(later, undated, point.but(as_of=Interval.day(MARCH_8)))),)
    told = section(brief(in_memory(tables), as_of=MARCH_8), SectionKey.FIGURES).lines[0].text
    assert "250" in told
    assert "90" not in told


def test_a_condition_that_later_reports_tell_is_not_told_of_a_day_before_them() -> None:
    tables = full_tables()
    tables["reports"] = tuple(
        row.but(published=row.published.but(begin=MARCH_9, end=MARCH_9)) for row in tables["reports"]
    )
    made = brief(in_memory(tables), as_of=MARCH_8)
    assert section(made, SectionKey.REOPENS).note == "No condition is told of in these reports."


def test_a_channel_without_a_state_yet_is_told_with_the_day() -> None:
    tables = full_tables()
    tables["state"] = (tables["state"][0].but(state=ChannelState.NONE, since=NO_DAY, readings=(), evidence=()),)
    line = section(brief(in_memory(tables)), SectionKey.STANDS).lines[0]
    assert line.text.startswith("NONE told by 9 March; between")
    assert line.cites


def test_what_a_report_of_several_days_tells_may_be_so_from_the_first_of_them() -> None:
    tables = full_tables()
    told, last = datetime.date(2031, 3, 8), datetime.date(2031, 3, 11)
    late = report("r-late", None, told)
    tables["reports"] = (*tables["reports"], late.but(published=late.published.but(end=last)))
    by_then = event("t-9", "left", (evidence("r-late", "left"),), begin=None, end=last)
    tables["timeline"] = (*tables["timeline"], by_then)
    for day, known in ((told - datetime.timedelta(days=1), False), (told, True)):
        pile = gather(in_memory(tables), day)
        assert ("t-9" in {row.id for row in pile.timeline}) is known
