"""Every span of a reading lies in the text and its slice is what it claims, on generated and on real texts."""

import functools
import itertools
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.records.errors import InputError
from dragoman.records.reading import Reading
from dragoman.records.report import Report
from dragoman.records.schemas import schema
from dragoman.records.span import Span
from dragoman.reports import load

WHO = ["The envoy of Brenn", "a diplomat briefed on the talks", "Ada Orr", "Two officials", "She", "“Brenn", "Nobody"]
DID = ["said", "has halted its mediation", "told Lisse to leave", "denied that it had", "released 11 captives", ", 45,"]
REST = [
    "on Monday",
    "about two weeks ago.",
    "“in good faith,”",
    "'no",
    "until 31 February 2031",
    "if both sides agree.",
]
ODD = ["\n", "\n\n", "\r\n", "\u2028", "\ufeff", "—", "«", "»", "’", '"', "\t", "é", "𝔘", "\x00", "(AP) -", "•", "By"]
TEXTS = st.lists(st.sampled_from([*WHO, *DID, *REST, *ODD]), max_size=40).map(" ".join)


def check(reading: Reading) -> None:
    text = reading.text

    def words(span: Span) -> str:
        assert 0 <= span.start < span.end <= len(text)
        return span.of(text)

    for one, other in itertools.pairwise(reading.boilerplate):
        assert one.span.end <= other.span.start
    for sentence in reading.sentences:
        assert words(sentence) == words(sentence).strip()
    for said in reading.attributions:
        assert said.source or said.cue or said.content
        for span in (*said.source, *said.cue, *said.content):
            assert words(span).strip()
    for time in reading.dates:
        assert any(map(str.isalnum, words(time.span)))
        assert time.begin is None or time.end is None or time.begin <= time.end
    for actor in reading.actors:
        assert actor.mentions
        assert all(words(mention).strip() for mention in actor.mentions)
    for event in reading.events:
        assert event.span.covers(event.trigger)
        assert words(event.trigger).strip()
        if event.condition is not None:
            assert words(event.condition).strip()
    for figure in reading.figures:
        assert any(map(str.isalnum, words(figure.span)))
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    _reading_schema().validate(reading.as_dict())


@functools.cache
def _reading_schema() -> jsonschema.Draft202012Validator:
    """Checked once: to check it takes longer than to read."""
    known = schema("reading")
    jsonschema.Draft202012Validator.check_schema(known)
    return jsonschema.Draft202012Validator(known)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from([None, "2031-03-08"]))
def test_generated_texts(text: str, published: str | None) -> None:
    reading = dragoman.annotate(text, published=published)
    assert reading.text == text.replace("\x00", "\ufffd")
    check(reading)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    check(dragoman.annotate(text))


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "42", "?!", "“" * 500, "a" * 20_000, "No end to this " * 3_000, "SAID SAID SAID", "الوسيط قال"],
    ids=["empty", "blank", "lines", "number", "marks", "quotes", "one word", "no stop", "capitals", "other script"],
)
def test_odd_texts(text: str) -> None:
    check(dragoman.annotate(text))


@pytest.mark.shared
def test_real_texts_are_the_file_character_for_character(shared: Path) -> None:
    for path in sorted((shared / "reports").glob("*.txt")):
        (report,) = load(path)
        assert isinstance(report, Report)
        assert report.text.encode() == path.read_bytes()
        check(dragoman.annotate(report.text))


@pytest.mark.shared
def test_real_articles(shared: Path) -> None:
    for path in sorted((shared / "yardsticks" / "polnear" / "dev" / "text").glob("*.txt"))[:12]:
        check(dragoman.annotate(path.read_text("utf-8"), published="2016-10-01"))


@pytest.mark.shared
def test_real_clusters(shared: Path) -> None:
    for path in sorted((shared / "clusters" / "iran-geneva-2013").glob("*.json"))[:4]:
        (report,) = load(path)
        assert not isinstance(report, InputError)
        check(dragoman.annotate(report.text, published=report.published.begin, outlet=report.outlet))
