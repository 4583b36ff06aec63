"""The publication date: from which words, how known, and never from a post or a caption."""

import datetime
from pathlib import Path

import pytest

from dragoman.records.time import Known, Precision
from dragoman.reports import from_text, load, understand_date
from dragoman.reports.daylines import date_line

DAY = datetime.date(2031, 3, 9)
STORY = "The mediator said on Monday that both sides had agreed to meet again in the port city."


@pytest.mark.parametrize(
    "words",
    [
        "2031-03-09", "2031-03-09T16:05:00Z", "2031-03-09 16:05", "2031/3/9", "20310309", "9 March 2031",
        "9th March 2031",
        "March 9, 2031", "Mar. 9, 2031", "Sunday, March 9, 2031", "Sun, 09 Mar 2031 16:05:00 GMT", "9.3.2031",
        "Sunday 9 March 2031 16.05 GMT", "March 9, 2031 at 4:05 pm EST", "9-Mar-2031", "2031-03-09T16:05:00+02:00",
    ],
)  # fmt: skip
def test_whole_dates_are_understood(words: str) -> None:
    when = understand_date(words)
    assert when is not None
    assert (when.begin, when.end, when.precision) == (DAY, DAY, Precision.DAY)


@pytest.mark.parametrize(
    "words", ["", "soon", "2031-02-30", "3/4/2031", "31 April 2031", "yesterday", "2031-13", "0000-01-01"]
)
def test_no_day_is_invented(words: str) -> None:
    assert understand_date(words) is None


@pytest.mark.parametrize(
    ("words", "begin", "end", "precision"),
    [
        ("2031-02", datetime.date(2031, 2, 1), datetime.date(2031, 2, 28), Precision.MONTH),
        ("March 2031", datetime.date(2031, 3, 1), datetime.date(2031, 3, 31), Precision.MONTH),
        ("2031", datetime.date(2031, 1, 1), datetime.date(2031, 12, 31), Precision.YEAR),
    ],
)
def test_months_and_years_are_intervals(
    words: str, begin: datetime.date, end: datetime.date, precision: Precision
) -> None:
    when = understand_date(words)
    assert when is not None
    assert (when.begin, when.end, when.precision) == (begin, end, precision)


@pytest.mark.parametrize(
    "line",
    ["Published: 9 March 2031", "March 9, 2031 4:05 PM", "date 2031-03-09", "Sun 9 Mar 2031 16.05 GMT", "(2031-03-09)"],
)
def test_a_date_line_in_the_head_is_the_date(line: str) -> None:
    report = from_text(f"Talks to resume\n{line}\n\n{STORY}")
    assert (report.published.begin, report.published.known) == (DAY, Known.STATED)
    (ground,) = report.published.evidence
    assert ground.span is not None
    assert ground.span.of(report.text) == ground.quote


def test_a_date_before_the_title_is_the_date_and_the_rest_the_title() -> None:
    report = from_text(f" date 2031-03-09 Talks to resume in the capital\n\n{STORY}")
    assert report.published.begin == DAY
    assert report.title == "Talks to resume in the capital"
    assert report.published.evidence[0].quote == "2031-03-09"


@pytest.mark.parametrize("line", ["March 9, 2031 was a day of rain in the capital.", "On 2031-03-09 the talks ended."])
def test_a_sentence_with_a_date_is_no_date_line(line: str) -> None:
    assert date_line(line, first=True) is None
    assert from_text(f"{line}\n{STORY}").published.known is Known.UNKNOWN


@pytest.mark.parametrize(
    "dirt",
    [
        "The bridge is shut again pic.twitter.com/abc123\n— Ana Rell (@anarell) March 9, 2031",
        "The envoy on March 9, 2031. Photograph: A. Rell/AFP/Getty",
        "Latest stories\n  • A storm nears the coast\n    March 9, 2031",
    ],
)
def test_days_in_posts_captions_and_lists_never_count(dirt: str) -> None:
    assert from_text(f"{STORY}\n{dirt}").published.known is Known.UNKNOWN


def test_an_update_counts_only_where_nothing_else_does() -> None:
    updated = "Updated: 10 March 2031"
    assert from_text(f"Talks resume\n{updated}\n\n{STORY}").published.begin == datetime.date(2031, 3, 10)
    both = from_text(f"Talks resume\nPublished: 9 March 2031\n{updated}\n\n{STORY}")
    assert both.published.begin == DAY
    assert both.warnings == ()


def test_a_files_name_is_the_weakest_ground(tmp_path: Path) -> None:
    path = tmp_path / "2031-03-09_talks.txt"
    path.write_text(STORY)
    (report,) = load(path)
    assert not isinstance(report, Exception)
    assert (report.published.begin, report.published.evidence[0].says) == (DAY, "the file's name")
    (given,) = load(path, published="2031-03-20")
    assert not isinstance(given, Exception)
    assert given.published.known is Known.GIVEN
    assert any("differ" in warning for warning in given.warnings)


def test_what_the_file_states_outranks_what_is_given_for_a_pile(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(f"Published: 9 March 2031\n\n{STORY}")
    (report,) = load(path, published="2031-03-20")
    assert not isinstance(report, Exception)
    assert (report.published.begin, report.published.known) == (DAY, Known.STATED)


def test_a_bad_date_is_said_and_leaves_the_report_undated(tmp_path: Path) -> None:
    path = tmp_path / "talks.json"
    path.write_text('{"text": "The talks ended in the port city.", "date": "31 February 2031"}')
    (report,) = load(path)
    assert not isinstance(report, Exception)
    assert report.published.known is Known.UNKNOWN
    assert "31 February 2031" in report.warnings[0]
