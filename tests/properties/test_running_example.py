"""The five real reports, from files to a brief: what is set aside is nobody's word, and every line cites."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.records.report import BoilerplateKind
from dragoman.records.span import Span
from dragoman.records.time import Known
from dragoman.showing.brief import brief
from dragoman.workbench import Dossier
from tests.properties.tables import TABLES

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def dossier(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    with Dossier.open(tmp_path_factory.mktemp("q") / "q.dossier") as dossier:
        result = dossier.read([shared / "reports"])
        assert (result.new_count, result.failures) == (5, ())
        yield dossier


def test_the_one_dated_report_is_dated_and_the_others_are_inferred(dossier: Dossier) -> None:
    published = {row.file: row.published for row in dossier.reports()}
    assert published["qatar-003.txt"].begin == published["qatar-003.txt"].end == datetime.date(2024, 11, 9)
    assert {name for name, p in published.items() if p.known is Known.STATED} == {"qatar-003.txt"}
    assert all(p.evidence for p in published.values())


@pytest.mark.parametrize(
    ("file", "first", "last", "longest"),
    [
        ("qatar-001.txt", datetime.date(2024, 11, 9), datetime.date(2024, 11, 9), 7),
        ("qatar-004.txt", datetime.date(2024, 11, 9), datetime.date(2024, 11, 9), 7),
        ("qatar-002.txt", datetime.date(2024, 5, 4), datetime.date(2024, 5, 4), 14),
    ],
)
def test_an_inferred_interval_holds_the_day(
    dossier: Dossier, file: str, first: datetime.date, last: datetime.date, longest: int
) -> None:
    (p,) = (row.published for row in dossier.reports() if row.file == file)
    assert p.known is Known.INFERRED and p.begin is not None and p.end is not None
    assert p.begin <= first <= last <= p.end and (p.end - p.begin).days < longest


def test_a_report_of_weeks_later_lies_inside_its_bounds(dossier: Dossier) -> None:
    (p,) = (row.published for row in dossier.reports() if row.file == "qatar-000.txt")
    assert p.begin is not None and p.end is not None
    assert datetime.date(2024, 5, 18) <= p.begin <= p.end <= datetime.date(2024, 5, 31)


@pytest.mark.parametrize(
    ("kind", "begin", "end"),
    [
        ("kill", datetime.date(2023, 10, 7), datetime.date(2023, 10, 7)),
        ("agree", datetime.date(2023, 11, 1), datetime.date(2023, 11, 30)),
        ("ask_to_leave", datetime.date(2024, 4, 1), datetime.date(2024, 4, 30)),
        ("kill", datetime.date(2024, 7, 1), datetime.date(2024, 7, 31)),
        ("request", datetime.date(2024, 10, 15), datetime.date(2024, 11, 5)),
        ("agree", datetime.date(2024, 10, 25), datetime.date(2024, 11, 5)),
        ("request", datetime.date(2024, 11, 8), datetime.date(2024, 11, 8)),
    ],
)
def test_the_timeline_has(dossier: Dossier, kind: str, begin: datetime.date, end: datetime.date) -> None:
    days = [(row.begin, row.end) for row in dossier.timeline() if row.type == kind]
    assert [(b, e) for b, e in days if b and e and begin <= b and e <= end], days


def test_an_act_told_months_after_another_of_its_kind_is_another(dossier: Dossier) -> None:
    asked = [row for row in dossier.timeline() if row.type == "ask_to_leave" and row.begin]
    told_in = {e.report for row in asked for e in row.evidence}
    (later,) = (row.id for row in dossier.reports() if row.file == "qatar-004.txt")
    assert later not in told_in


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("qatar-001.txt", BoilerplateKind.NOTICE),
        ("qatar-002.txt", BoilerplateKind.EMBED),
        ("qatar-003.txt", BoilerplateKind.CAPTION),
        ("qatar-003.txt", BoilerplateKind.LATEST),
        ("qatar-004.txt", BoilerplateKind.FOOTER),
    ],
)
def test_what_stands_around_the_reports_is_set_aside(dossier: Dossier, file: str, kind: BoilerplateKind) -> None:
    row = next(row for row in dossier.reports() if row.file == file)
    assert kind in {passage.kind for passage in dossier.report(row.id).boilerplate}


def test_nothing_of_it_is_in_any_table(dossier: Dossier) -> None:
    aside = {row.id: [b.span for b in dossier.report(row.id).boilerplate] for row in dossier.reports()}
    checked = 0
    for name in TABLES[1:]:
        for row in getattr(dossier, name)():
            for e in getattr(row, "evidence", ()):
                checked += 1
                inside = [s for s in aside[e.report] if s.covers(Span(e.start, e.end))]
                assert not inside, f"{name} {row.id} rests on boilerplate: {e.quote[:60]}"
    assert checked > 500


def test_every_line_of_the_brief_cites_a_report_and_its_words(dossier: Dossier) -> None:
    made = brief(dossier)
    lines = [line for section in made.sections for line in section.lines]
    assert len(lines) > 20
    assert all(line.cites for line in lines)


def test_one_official_s_sentence_in_two_outlets_is_one_origin(dossier: Dossier) -> None:
    shared_origins = [o for o in dossier.origins() if len(o.reports) > 1 and o.source]
    files = {row.id: row.file for row in dossier.reports()}
    assert any({"qatar-001.txt", "qatar-004.txt"} <= {files[r] for r in o.reports} for o in shared_origins)


def test_both_mediators_have_a_channel_between_both_parties(dossier: Dossier) -> None:
    states = {row.mediators[0].name: row for row in dossier.state(datetime.date(2024, 11, 10))}
    assert len(states) >= 2
    assert all(len(row.parties) == 2 for row in states.values())
    assert any(str(row.state) == "suspended" and row.conditions for row in states.values())
