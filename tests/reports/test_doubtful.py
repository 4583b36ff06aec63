"""Dates that are none, that could be two, and that lie in the future: no day is invented, and each is said."""

import datetime
import json
import time
from pathlib import Path

import pytest

from dragoman import open as open_dossier
from dragoman.records.report import Report
from dragoman.records.time import Interval, Known, Precision
from dragoman.reports import from_text, load
from dragoman.reports.doubtful import MOST

STORY = "The mediator said on Monday that both sides had agreed to meet again in the port city."
APRIL, MARCH = datetime.date(2031, 4, 3), datetime.date(2031, 3, 4)


def _loaded(tmp_path: Path, name: str = "talks.json", **fields: str) -> Report:
    return _loaded_on(None, tmp_path, name, **fields)


def _loaded_on(today: datetime.date | None, tmp_path: Path, name: str = "talks.json", **fields: str) -> Report:
    path = tmp_path / name
    path.write_text(json.dumps({"text": STORY, **fields}))
    (report,) = load(path, today=today)
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The talks opened on 31 February 2031 in the port.", "31 February 2031"),
        ("They signed it on February 30, 2031.", "February 30, 2031"),
        ("They met on 13/13/2024.", "13/13/2024"),
        ("They met on 32.1.2024.", "32.1.2024"),
        ("They met on 2031-02-30.", "2031-02-30"),
        ("They met on 0000-01-01.", "0000-01-01"),
        ("The truce ends on June 31.", "June 31"),
        ("The truce holds until the 31st of April.", "the 31st of April"),
        ("It was built in the year 0.", "in the year 0"),
        ("It lasts until the year 99999.", "until the year 99999"),
        ("On 1 March 99999 it ends.", "1 March 99999"),
        ("On 29 February 2031 it ends.", "29 February 2031"),
    ],
)
def test_an_impossible_date_in_the_text_is_said(text: str, value: str) -> None:
    report = from_text(f"{STORY} {text}")
    assert not report.published.interval.known
    (warning,) = report.warnings
    assert f"`{value}`" in warning and "no day of the calendar" in warning


@pytest.mark.parametrize(
    "text",
    [
        "The talks opened on 28 February 2031, on February 29 and on 2031-02-28.",
        "On 25/04/2031 and on 04/25/2031 they met.",
        "Version 1.14.2 of the text, page 45, and 31 March protesters.",
        "On May 3 people came; in May 45 people came; a march 40 years ago.",
        "They spent 99999 crowns in 2031 and 1.5.2031 was the day.",
        "It is 13/13 done, at 10.20.3040.50, see /2031/45/90/.",
    ],
)
def test_what_is_no_wrong_date_is_not_said(text: str) -> None:
    assert from_text(f"{STORY} {text}").warnings == ()


def test_many_are_counted() -> None:
    text = " ".join(f"They met on {day} February 2031." for day in range(30, 42))
    warnings = from_text(f"{STORY} {text}").warnings
    assert len(warnings) == MOST + 1
    assert str(12 - MOST) in warnings[-1]


@pytest.mark.parametrize(
    ("outlet", "when", "why"),
    [
        ("The Guardian", Interval.day(APRIL), "GB"),
        ("The New York Times", Interval.day(MARCH), "US"),
        ("Evening Post", Interval(begin=MARCH, end=APRIL, precision=Precision.INTERVAL), "nothing tells"),
    ],
)
@pytest.mark.parametrize("where", ["field", "line", "byline"])
def test_an_order_that_is_not_told(tmp_path: Path, where: str, outlet: str, when: Interval, why: str) -> None:
    heads = {"line": f"Talks resume\nPublished: 03/04/2031\n\n{STORY}", "byline": f"By Ann Bell, 03/04/2031\n\n{STORY}"}
    fields = {"date": "03/04/2031"} if where == "field" else {"text": heads[where]}
    report = _loaded(tmp_path, outlet=outlet, **fields)
    assert (report.published.interval, report.published.known) == (when, Known.STATED)
    (warning,) = report.warnings
    assert "`03/04/2031`" in warning and "2031-03-04 or 2031-04-03" in warning and why in warning


def test_another_date_of_the_report_tells_the_order(tmp_path: Path) -> None:
    report = _loaded(tmp_path, date="03/04/2031", url="https://evening-post.com/2031/04/02/talks")
    assert report.published.interval == Interval.day(APRIL)
    assert "another date" in report.warnings[0]


def test_an_order_in_the_text_is_said() -> None:
    text = f"{STORY} It was signed on 03/04/2031."
    assert "nothing tells" in from_text(text).warnings[0]
    assert "day first" in from_text(text, outlet="Irish Times").warnings[0]


@pytest.mark.parametrize(
    ("name", "fields", "value"),
    [
        ("2031-02-31_talks.json", {}, "2031-02-31"),
        ("talks.json", {"url": "https://evening-post.com/2031/02/31/talks"}, "2031/02/31"),
        ("talks.json", {"date": "13/13/2031"}, "13/13/2031"),
        ("talks.json", {"date": "0"}, "0"),
        ("talks.json", {"date": "99999"}, "99999"),
        ("talks.json", {"date": "9" * 10_000}, "9" * 60),
    ],
)
def test_a_wrong_date_beside_the_text_is_said(tmp_path: Path, name: str, fields: dict[str, str], value: str) -> None:
    report = _loaded(tmp_path, name, **fields)
    assert not report.published.interval.known
    (warning,) = report.warnings
    assert f"`{value}`" in warning and "left out" in warning


@pytest.mark.parametrize("piece", ["9 ", "1/", "March ", "on 3 ", "2031-", "the day after ", "Published: "])
def test_ten_thousand_characters_are_read_quickly(piece: str) -> None:
    long = (piece * 10_000)[:10_000]
    began = time.perf_counter()
    reports = [from_text(f"{long}\n\n{STORY}"), from_text(f"{STORY} {long}"), from_text(STORY, published=long)]
    assert time.perf_counter() - began < 5
    assert not any(one.published.interval.known for one in reports)


TODAY = datetime.date(2031, 3, 9)


@pytest.mark.parametrize(
    ("date", "is_said"),
    [("2031-03-09", False), ("2031-03-10", False), ("2031-03-11", True), ("2931-03-09", True), ("2031-03", False),
     ("2031-04", True), ("2031-03-01", False)],
)  # fmt: skip
def test_a_publication_in_the_future_is_said_and_kept(tmp_path: Path, date: str, is_said: bool) -> None:
    report = _loaded_on(TODAY, tmp_path, date=date)
    assert report.published.known is Known.STATED
    assert ["after the day of reading" in one for one in report.warnings] == [True] * is_said
    assert _loaded(tmp_path, date=date).warnings == ()  # without a clock nothing is in the future


def test_reading_into_a_dossier_says_so_with_the_file(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "talks.json").write_text(json.dumps({"text": STORY, "date": "2931-03-09"}))
    with open_dossier(tmp_path / "a.dossier") as bench:
        (warned,) = bench.read([tmp_path / "in"]).warnings
        assert warned.file == "talks.json" and "2931-03-09" in warned.message
        (row,) = bench.reports()
        assert warned.message in row.warnings
