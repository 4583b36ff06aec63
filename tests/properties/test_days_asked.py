"""As of a day and as known by a day, on drawn piles: no later report in what was known, nothing that begins later."""

import datetime
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.records.base import Frozen
from dragoman.records.rows.evidence import Evidence
from dragoman.showing.brief import brief
from dragoman.showing.brief.pile import gather
from dragoman.showing.compare import compare
from dragoman.workbench import Dossier, Filters
from tests.properties.tables import TABLES

START = datetime.date(2021, 3, 1)
LENGTH = 24  # days that reports are drawn from
TOLD = (
    "Olmara mediates in talks between Sardova and the Upland Front, a diplomat said.",
    "Olmara brokered talks between Sardova and the Upland Front on {ago}.",
    "Olmara has halted its mediation between Sardova and the Upland Front, an official said.",
    "Olmara resumed its mediation between Sardova and the Upland Front on {ago}.",
    "The talks between Sardova and the Upland Front stalled last week.",
    "The talks are at a stalemate, Lena Taro, a spokeswoman for Olmara, said.",
    "Olmara told the Upland Front's leaders to leave Port Celine. The reports were inaccurate, Lena Taro said.",
    "The Upland Front's leaders remain in Olmara.",
    "Corvane proposed a truce of {number} days to Sardova and the Upland Front on {ago}.",
    "Sardova rejected the plan. It would accept a pause if the Upland Front released the hostages.",
    "Sardova and the Upland Front agreed to a truce on {ago}.",
    "Two weeks later, Corvane made a proposal of its own to Sardova.",
    "More than {number} people have been killed since January, the ministry said.",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

reports = st.lists(
    st.tuples(
        st.integers(0, LENGTH),
        st.lists(st.sampled_from(TOLD), min_size=1, max_size=3, unique=True),
        st.sampled_from(_WEEKDAYS),
        st.integers(20, 90),
    ),
    min_size=2,
    max_size=6,
)
days = st.integers(-2, LENGTH + 2).map(lambda n: START + datetime.timedelta(days=n))
drawn = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def dossier_of(pile: list[Any], until: datetime.date | None = None) -> Iterator[Dossier]:
    """A dossier that has read the drawn reports, or those of them that were published by a day."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for n, (offset, sentences, weekday, number) in enumerate(pile):
            day = START + datetime.timedelta(days=offset)
            if until is None or day <= until:
                text = " ".join(sentences).format(ago=weekday, number=number)
                (folder / "in" / f"{day}_wire-{n}.txt").write_text(f"{text}\n", encoding="utf-8")
        with Dossier.open(folder / "talks.dossier") as dossier:
            if any((folder / "in").iterdir()):
                assert not dossier.read([folder / "in"]).failures
            yield dossier


def every_evidence(found: object) -> Iterator[Evidence]:
    """All evidence anywhere in a row."""
    if isinstance(found, Evidence):
        yield found
    elif isinstance(found, Frozen):
        for field in found.__struct_fields__:
            yield from every_evidence(getattr(found, field))
    elif isinstance(found, tuple | list):
        for one in found:
            yield from every_evidence(one)


def as_json(rows: Any) -> bytes:
    return msgspec.json.encode(rows.as_dicts())


@drawn
@given(pile=reports, known=days, asked=days)
def test_what_was_known_by_a_day_is_what_the_reports_up_to_it_give(
    pile: list[Any], known: datetime.date, asked: datetime.date
) -> None:
    with dossier_of(pile) as full, dossier_of(pile, known) as early:
        filters = Filters(known_by=known)
        read_by_then = {row.id for row in early.reports()}
        later = {row.id for row in full.reports()} - read_by_then
        for name in TABLES:
            rows = getattr(full, name)(filters)
            assert not {e.report for row in rows for e in every_evidence(row)} & later, name
            assert as_json(rows) == as_json(getattr(early, name)()), name
        states = full.state(asked, filters)
        assert not {e.report for row in states for e in every_evidence(row)} & later
        assert as_json(states) == as_json(early.state(asked))


@drawn
@given(pile=reports, known=days, asked=days)
def test_a_brief_of_what_was_known_cites_no_later_report(
    pile: list[Any], known: datetime.date, asked: datetime.date
) -> None:
    with dossier_of(pile) as full:
        by_then = {row.id for row in full.reports(Filters(known_by=known))}
        made = brief(full, asked, known_by=known)
        assert {cited.report for cited in made.reports} <= by_then
        beside = compare(full, min(known, asked), max(known, asked), known_then=True)
        last = {row.id for row in full.reports(Filters(known_by=max(known, asked)))}
        assert {cited.report for cited in beside.reports} <= last


@drawn
@given(pile=reports, one=days, other=days)
def test_what_has_begun_by_a_day_has_begun_by_every_later_one(
    pile: list[Any], one: datetime.date, other: datetime.date
) -> None:
    first, second = sorted((one, other))
    with dossier_of(pile) as dossier:
        for name in ("timeline", "hosting", "proposals", "positions", "conditions", "channels", "figures"):
            before = {row.id for row in getattr(dossier, name)(Filters(as_of=first))}
            assert before <= {row.id for row in getattr(dossier, name)(Filters(as_of=second))}, name
        told = ({row.id for row in gather(dossier, day).timeline} for day in (first, second))
        early, late = told
        assert early <= late


@drawn
@given(pile=reports, asked=days)
def test_the_state_on_a_day_is_that_of_the_last_spell_begun_by_it(pile: list[Any], asked: datetime.date) -> None:
    with dossier_of(pile) as dossier:
        channels = {row.id: row for row in dossier.channels()}
        states = dossier.state(asked)
        assert {row.channel for row in states} == set(channels)
        for row in states:
            begun = [s for s in channels[row.channel].states if s.begin is None or s.begin <= asked]
            assert row.state == (begun[-1].state if begun else "none")
            assert row.since == begun[-1].since if begun else not row.since.known
            held = begun[-1].end if begun else None
            assert held is None or held >= asked
            if not begun:
                assert not row.evidence
