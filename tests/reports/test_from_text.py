"""A text at hand: nothing of it is lost, and what is set aside is in order."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records.errors import InputError, Notices
from dragoman.records.time import Known
from dragoman.reports import MAX_CHARACTERS, from_text

LINES = st.sampled_from(
    [
        "Talks on the ferry routes break down",
        "By Ana Rell and Tomas Iber in Port Varra",
        "·4 min read",
        "9 March 2031",
        "PORT VARRA (Reuters) - The mediator said the talks were over.",
        "<p>The mediator said the talks were over.</p>",
        "The envoy arrives on Friday. Photograph: A. Rell/AFP/Getty",
        "The talks are over. — Ana Rell (@anarell) March 9, 2031",
        "— Ana Rell (@anarell) March 9, 2031",
        "Related: What the ferry deal says",
        "Latest stories",
        "  • A storm nears the coast",
        "    It will land on Monday, forecasters say.",
        "Thank you for visiting our website!",
        "The post Talks break down appeared first on The Varra Ledger.",
        "Island News",
        "",
        "\u2028",
        "\r",
    ]
)
PAGES = st.one_of(st.text(max_size=400), st.lists(LINES, max_size=14).map("\n".join))


# The language model is loaded within one of the examples: no deadline for a single one.
@settings(deadline=None, max_examples=80)
@given(PAGES)
def test_boilerplate_is_sorted_apart_and_in_range(text: str) -> None:
    report = from_text(text)
    at = 0
    for passage in report.boilerplate:
        assert at <= passage.span.start < passage.span.end <= len(report.text)
        assert passage.span.of(report.text).strip()
        at = passage.span.end
    for teaser in report.teasers:
        assert teaser.span.of(report.text) == teaser.title


# The language model is loaded within one of the examples: no deadline for a single one.
@settings(deadline=None, max_examples=80)
@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=300))
def test_a_text_is_kept_character_for_character(text: str) -> None:
    assert from_text(text).text == text


# The language model is loaded within one of the examples: no deadline for a single one.
@settings(deadline=None, max_examples=80)
@given(PAGES)
def test_the_same_text_gives_the_same_report(text: str) -> None:
    assert from_text(text) == from_text(text)


@pytest.mark.parametrize(("text", "count"), [("The talks\0 ended", 1), ("\ud800 and \udfff ended", 2)])
def test_what_cannot_stand_in_a_text_is_replaced_and_said(text: str, count: int) -> None:
    report = from_text(text)
    assert report.text.count("\ufffd") == count
    assert Notices.REPLACED.format(count=count) in report.warnings


def test_what_the_caller_says_comes_first() -> None:
    report = from_text(
        "Date: 2031-03-08\nThe mediator spoke.", published="2031-03-09", outlet="The Varra Ledger", byline="Ana Rell"
    )
    assert report.published.begin == datetime.date(2031, 3, 9)
    assert report.published.known is Known.GIVEN
    assert (report.outlet, report.byline) == ("The Varra Ledger", "Ana Rell")
    assert any("2031-03-08" in warning and "2031-03-09" in warning for warning in report.warnings)


def test_a_text_over_the_limit_is_refused() -> None:
    with pytest.raises(InputError, match=f"{MAX_CHARACTERS + 1:,}"):
        from_text("a" * (MAX_CHARACTERS + 1))


def test_two_outlets_with_one_text_are_two_reports() -> None:
    text = "The mediator said on Monday that the talks were over."
    ids = {from_text(text, outlet=outlet).id for outlet in ("The Varra Ledger", "Coast Radio", None)}
    assert len(ids) == 3
