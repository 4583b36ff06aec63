import datetime
from typing import Any

import pytest

from dragoman.records.rows.happenings import ClaimStatus
from dragoman.records.rows.talks import ChannelState, StateSpell
from dragoman.records.time import NO_DAY, Interval
from dragoman.showing.brief import brief
from dragoman.showing.page.model import Picture, SectionKey
from tests.showing.invented import full_tables
from tests.showing.memory import in_memory
from tests.showing.rows import DENIAL, HALT, HALT_COPY, MARCH_8, MARCH_9, event

DAY = datetime.timedelta(days=1)


def picture(tables: dict[str, tuple[Any, ...]], key: SectionKey) -> Picture | None:
    return next((section.picture for section in brief(in_memory(tables)).sections if section.key == key), None)


def spell(state: ChannelState, begin: datetime.date | None, since: Interval, *, disputed: bool = False) -> StateSpell:
    return StateSpell(
        state=state, begin=begin, end=None, since=since, disputed=disputed, grounds="", claims=(), evidence=(HALT,)
    )


def drawn(*spells: StateSpell) -> list[tuple[str, datetime.date | None, datetime.date | None]]:
    tables = full_tables()
    tables["channels"] = (tables["channels"][0].but(states=spells),)
    found = picture(tables, SectionKey.STANDS)
    return [(one.state.value, one.begin, one.end) for one in found.lanes[0].spells] if found else []


def test_a_state_ends_where_the_next_begins_and_the_last_goes_on() -> None:
    stalled = spell(ChannelState.STALLED, MARCH_8 - 3 * DAY, Interval.day(MARCH_8 - 3 * DAY))
    suspended = spell(ChannelState.SUSPENDED, MARCH_8, Interval.day(MARCH_8))
    assert drawn(stalled, suspended) == [
        ("stalled", MARCH_8 - 3 * DAY, MARCH_8),
        ("suspended", MARCH_8, None),
    ]


def test_a_state_without_a_first_day_begins_where_it_is_told() -> None:
    told = Interval(end=MARCH_8)
    assert drawn(spell(ChannelState.OPEN, None, told)) == [("open", MARCH_8, None)]
    assert drawn(spell(ChannelState.OPEN, None, NO_DAY)) == [("open", None, None)]


def test_of_states_of_one_day_the_last_is_drawn_and_like_ones_are_one() -> None:
    day = Interval.day(MARCH_8)
    first, second = spell(ChannelState.OPEN, MARCH_8, day), spell(ChannelState.STALLED, MARCH_8, day)
    assert drawn(first, second) == [("stalled", MARCH_8, None)]
    again = spell(ChannelState.STALLED, MARCH_9, Interval.day(MARCH_9))
    assert drawn(second, again) == [("stalled", MARCH_8, None)]


def test_a_state_of_later_and_none_are_not_drawn() -> None:
    later = MARCH_9 + 5 * DAY
    assert drawn(spell(ChannelState.OPEN, later, Interval.day(later))) == []
    assert drawn(spell(ChannelState.NONE, MARCH_8, Interval.day(MARCH_8))) == []


def test_what_is_drawn_is_told_in_words() -> None:
    found = picture(full_tables(), SectionKey.STANDS)
    assert found is not None
    assert found.told.endswith("Varra: SUSPENDED, since 8 March, disputed.")
    assert "question mark" in found.title


def marks(*rows: Any) -> Picture | None:
    tables = full_tables()
    tables["timeline"] = rows
    return picture(tables, SectionKey.HAPPENED) or picture(tables, SectionKey.NEW)


def test_a_day_counts_its_events_and_their_origins() -> None:
    old = {"begin": MARCH_8 - 2 * DAY, "end": MARCH_8 - 2 * DAY, "type": "stall"}
    found = marks(
        event("t-1", HALT.quote, (HALT, HALT_COPY), **old),
        event("t-2", DENIAL.quote, (DENIAL,), **{**old, "type": "meet"}),
        event("t-3", HALT.quote, (HALT,), begin=MARCH_8 - 30 * DAY, end=MARCH_8 - 30 * DAY, type="host"),
        event("t-4", DENIAL.quote, (DENIAL,), begin=MARCH_8 - 200 * DAY, end=MARCH_8 + DAY, type="return"),
        event("t-5", "Varra withdrew from it", (evidence_of_old(),), begin=None, end=None, type="withdraw"),
    )
    assert found is not None
    (mark,) = found.marks  # what lies before the picture, over many days or on none is left to its line
    assert (mark.begin, mark.event_count, mark.origin_count) == (MARCH_8 - 2 * DAY, 2, 2)


def evidence_of_old() -> Any:
    return DENIAL.but(start=900, end=920, quote="Varra withdrew from it.")


@pytest.mark.parametrize("status", [ClaimStatus.DISPUTED, ClaimStatus.SINGLE_ORIGIN])
def test_a_disputed_event_is_marked_as_such(status: ClaimStatus) -> None:
    found = marks(
        event("t-1", HALT.quote, (HALT,), status=status),
        event("t-2", "Varra withdrew from it", (evidence_of_old(),), begin=None, end=None, type="withdraw"),
    )
    assert found is not None
    assert (
        found.marks[0].label == ("disputed: " if status == ClaimStatus.DISPUTED else "") + "Varra suspended mediation"
    )
