"""Datelines."""

import pytest

from dragoman.reports import from_text
from dragoman.reports.dateline import read_dateline


@pytest.mark.parametrize(
    ("text", "words", "agency"),
    [
        ("DOHA/CAIRO (Reuters) -The mediator said", "DOHA/CAIRO (Reuters)", "Reuters"),
        ("GENEVA, Nov. 9 — The mediator said", "GENEVA, Nov. 9", None),
        ("WASHINGTON - The mediator said", "WASHINGTON", None),
        ("DEIR AL-VARRA, Osk Strip (AP) — The mediator said", "DEIR AL-VARRA, Osk Strip (AP)", "AP"),
        ("PORT VARRA, March 9 (Xinhua) -- The mediator said", "PORT VARRA, March 9 (Xinhua)", "Xinhua"),
        ("FLINT, Mich., Oct. 4 (UPI) -- The mediator said", "FLINT, Mich., Oct. 4 (UPI)", "UPI"),
        ("Port Varra (AFP) – The mediator said", "Port Varra (AFP)", "AFP"),
    ],
)
def test_datelines_as_wires_write_them(text: str, words: str, agency: str | None) -> None:
    found = read_dateline(text)
    assert found is not None
    assert (found.words, found.agency) == (words, agency)
    assert text[: found.span.end].endswith(("-", "- ", "— ", "-- ", "– "))


@pytest.mark.parametrize(
    "text",
    [
        "The mediator - a former judge - said so.",
        "Osk-based officials said so.",
        "BREAKING - The talks are over.",
        "Osk and Varra - both at the table - agreed.",
        "Q - What did the mediator say?",
        "",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


def test_a_report_tells_its_dateline_and_is_the_agency_s_where_nothing_else_says_whose() -> None:
    report = from_text("Ferry talks resume\n\nPORT VARRA (Reuters) - The mediator said the talks would go on in May.")
    assert report.dateline == "PORT VARRA (Reuters)"
    assert report.outlet == "Reuters"
