"""What a page shows first, and how it says it."""

import re
from typing import Any

import pytest

from dragoman.records.journal import EntryKind
from dragoman.records.rows.evidence import Evidence
from dragoman.records.span import Span
from dragoman.showing.web.marking import Mark, paragraphs
from dragoman.showing.web.templating import by_report, calm
from dragoman.workbench import Dossier
from tests.showing.web.conftest import Visitor

ENTRY = re.compile(r'<li class="entry[^"]*" id="([^"]+)"')
ISO = re.compile(r">[^<]*\b20\d\d-\d\d-\d\d\b[^<]*<")


def entries(visitor: Visitor, page: str) -> list[str]:
    return ENTRY.findall(visitor.get(page).text)


def test_claims_that_are_disputed_come_first(visitor: Visitor) -> None:
    rows: dict[str, Any] = {row["id"]: row for row in visitor.get("/api/claims?limit=1000").json()}
    shown = [rows[name] for name in entries(visitor, "/claims")]
    ranks = [{"disputed": 0, "denied": 1, "corroborated": 2}.get(row["status"], 3) for row in shown]
    assert ranks == sorted(ranks)
    assert ranks[0] < ranks[-1]
    second = entries(visitor, "/claims?offset=50")
    assert second
    assert not set(second) & set(entries(visitor, "/claims"))


def test_longer_series_come_first(visitor: Visitor) -> None:
    rows = {row["id"]: row for row in visitor.get("/api/figures?limit=1000").json()}
    shown = [(rows[name]["conflict"] is None, -len(rows[name]["points"])) for name in entries(visitor, "/figures")]
    assert shown == sorted(shown)


@pytest.mark.parametrize(("table", "field"), [("claims", "status"), ("statements", "polarity")])
def test_how_many_there_are_of_each_status_is_what_the_link_leads_to(visitor: Visitor, table: str, field: str) -> None:
    page = visitor.get(f"/{table}").text
    found = re.findall(rf'href="/{table}\?status=(\w+)"[^>]*>[^<]*<b>([\d,]+)</b>', page)
    rows = visitor.get(f"/api/{table}?limit=1000").json()
    assert len(found) > 1
    for status, count in found:
        assert int(count.replace(",", "")) == sum(row[field] == status for row in rows)


def test_days_are_told_in_words(visitor: Visitor) -> None:
    for page in ("/events", "/claims", "/time", "/proposals", "/figures"):
        assert ISO.findall(visitor.get(page).text) == [], page


def test_sources_are_counted_as_of_a_day(visitor: Visitor) -> None:
    told = {
        day: len(visitor.get("/api/statements", params={"limit": 1000, "as_of": day}).json())
        for day in ("2031-03-01", "2031-04-09")
    }
    assert told["2031-03-01"] < told["2031-04-09"]
    for day, count in told.items():
        assert f"{count} statements" in visitor.get(f"/sources?as_of={day}").text


def test_a_conflict_leads_to_its_claims_in_their_words(visitor: Visitor, dossier: Dossier) -> None:
    conflict = next(row for row in dossier.conflicts() if row.claims)
    page = visitor.get(f"/row/{conflict.id}").text
    assert "see claim" not in page
    assert f'href="/row/{conflict.claims[0]}"' in page


def test_the_pages_say_what_a_person_checked(visitor: Visitor, dossier: Dossier) -> None:
    claim = dossier.claims()[0].id
    dossier.correct(EntryKind.CONFIRM, (claim,), by="R. Lind")
    assert "confirmed by <bdi>R. Lind</bdi>" in visitor.get(f"/row/{claim}").text


def evidence(report: str, start: int) -> Evidence:
    return Evidence(report=report, file="a.txt", start=start, end=start + 1, quote="x")


def test_reports_are_named_once_in_the_order_they_come() -> None:
    told = [evidence("r-2", 1), evidence("r-1", 4), evidence("r-2", 9)]
    assert [[one.start for one in held] for held in by_report(told)] == [[1, 9], [4]]


def test_titles_in_capitals_keep_their_months() -> None:
    assert calm("NEW SINCE 7 NOVEMBER") == "New since 7 November"
    assert calm("WHO IS WHO") == "Who is who"


LONG = "Varra's envoy met the Ridge Council in Port Varra for a third day and left without a word to anybody there."
WRAPPED = "Varra's envoy met the Ridge Council\nin Port Varra for a third day and\nleft without a word."


@pytest.mark.parametrize(
    ("text", "count"), [(f"{LONG}\n{LONG}", 2), (WRAPPED, 1), (f"{WRAPPED}\n\n{WRAPPED}", 2), (f"{LONG}\n\n{LONG}", 2)]
)
def test_lines_too_long_to_be_wrapped_are_paragraphs(text: str, count: int) -> None:
    made = paragraphs(text, (), (), (), None)
    assert len(made) == count
    assert "".join(one.text for each in made for one in each.segments).replace("\n", "") == text.replace("\n", "")


def test_a_space_between_two_marks_is_no_link() -> None:
    marks = (
        Mark(kind="event", span=Span(0, 7), row="t-1"),
        Mark(kind="cue", span=Span(6, 7)),
        Mark(kind="actor", span=Span(0, 6), row="a-1"),
    )
    (made,) = paragraphs("Varra’ met Osk", marks, (), (), None)
    assert [(one.text, one.row) for one in made.segments] == [("Varra’", "a-1"), (" ", None), ("met Osk", None)]
