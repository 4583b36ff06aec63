"""The attributions labelled by hand: the labels themselves, how they are counted, and the errors made on them."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
import yaml

import dragoman
from dragoman.records.reading import Attribution, Polarity, QuoteKind, Sourcing
from dragoman.records.span import Span

from .hand.score import Count, Field, counts, judge, same_medium, score, table
from .hand.sheet import HERE, Label, report, sha256, sheet

FLOORS: dict[str, int] = yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8"))
# A label as a person would make it: "Peter Lund said in a statement that the road was open."
TEXT = "Peter Lund said in a statement that the road was open. The rain went on for a week."
RIGHT = Label(
    id="t1",
    file="",
    source=(Span(0, 10),),
    cue=(Span(11, 15),),
    content=(Span(31, 53),),
    kind=QuoteKind.INDIRECT,
    polarity=Polarity.ASSERTS,
    sourcing=Sourcing.NAMED,
    medium=Span(16, 30),
    who=(Span(0, 10),),
)


def test_there_are_fifteen_of_each_negotiation() -> None:
    folders = Counter(label.file.split("/")[0] for label in sheet().labels)
    assert len(folders) == 4
    assert set(folders.values()) == {15}


@pytest.mark.parametrize("label", sheet().labels, ids=lambda label: label.id)
def test_a_label_is_well_formed(label: Label) -> None:
    assert label.source and label.content and label.who
    assert len(label.cue) == 1
    assert label.kinds and label.sourcings
    assert all(0 <= span.start < span.end for span in label.spans)
    assert all(one.end <= other.start for one, other in pairwise(label.content))
    own = (*label.source, *label.cue, *label.content)
    assert not any(one.touches(other) for at, one in enumerate(own) for other in own[at + 1 :])


def test_every_label_has_its_own_name_and_place_and_a_text() -> None:
    labels = sheet().labels
    assert len({label.id for label in labels}) == len(labels)
    assert len({(label.file, label.cue) for label in labels}) == len(labels)
    assert {label.file for label in labels} == set(sheet().texts)


@pytest.mark.shared
def test_spans_lie_in_the_texts_that_were_labelled(shared: Path) -> None:
    told = sheet()
    texts = {file: report(shared / "clusters", file).text for file in told.texts}
    assert {file: sha256(text) for file, text in texts.items()} == told.texts
    for label in told.labels:
        text = texts[label.file]
        for span in label.spans:
            words = span.of(text)
            assert len(words) == span.end - span.start, (label.id, span)
            assert words == words.strip(), (label.id, span)
            assert not (text[span.start - 1 : span.start].isalnum() and words[0].isalnum()), (label.id, span)
            assert not (words[-1].isalnum() and text[span.end : span.end + 1].isalnum()), (label.id, span)


@pytest.fixture(scope="module")
def lines(shared: Path) -> dict[Field, Count]:
    """The errors of a fresh reading; printed, for a failure to show."""
    told = counts(score(sheet(), shared / "clusters"))
    print("\n" + table(told))
    return told


@pytest.mark.shared
@pytest.mark.parametrize("field", Field)
def test_no_more_errors_than_allowed(lines: dict[Field, Count], field: Field) -> None:
    line = lines[field]
    assert line.right + line.errors == len(sheet().labels)
    assert line.errors <= FLOORS[field]


def test_every_field_has_its_floor() -> None:
    assert list(FLOORS) == list(Field)


def _wrong(label: Label) -> set[Field]:
    return {verdict.field for verdict in judge(label, dragoman.annotate(TEXT)) if verdict.right is False}


def test_a_right_reading_has_no_errors() -> None:
    assert [verdict.field for verdict in judge(RIGHT, dragoman.annotate(TEXT))] == list(Field)
    assert not _wrong(RIGHT)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"content": (Span(31, 45),)}, Field.EXACT),
        ({"kind": QuoteKind.DIRECT}, Field.KIND),
        ({"polarity": Polarity.DECLINES}, Field.POLARITY),
        ({"sourcing": (Sourcing.UNNAMED, Sourcing.SOURCES)}, Field.SOURCING),
        ({"medium": None}, Field.MEDIUM),
        ({"medium": Span(59, 63)}, Field.MEDIUM),
        ({"who": (Span(59, 63),)}, Field.WHO),
    ],
)
def test_each_field_is_compared(changes: dict[str, object], field: Field) -> None:
    assert _wrong(msgspec.structs.replace(RIGHT, **changes)) == {field}


def test_one_of_several_grades_is_enough() -> None:
    assert not _wrong(msgspec.structs.replace(RIGHT, sourcing=(Sourcing.UNNAMED, Sourcing.NAMED)))


def test_another_source_is_not_found() -> None:
    other = msgspec.structs.replace(RIGHT, source=(Span(55, 63),))
    assert _wrong(other) == {Field.FOUND, Field.SOURCE}
    assert counts(judge(other, dragoman.annotate(TEXT)))[Field.KIND] == Count(Field.KIND, 0, 0, 1)


def test_another_content_is_not_found() -> None:
    other = msgspec.structs.replace(RIGHT, content=(Span(59, 82),))
    assert _wrong(other) == {Field.FOUND}
    assert counts(judge(other, dragoman.annotate(TEXT)))[Field.SOURCE].errors == 1


@pytest.mark.parametrize(
    ("given", "same"),
    [("in a statement", True), ("In a written statement", True), ("a speech", False), (None, False), ("in the", False)],
)
def test_a_medium_is_the_same_by_its_words(given: str | None, same: bool) -> None:
    (said,) = dragoman.annotate(TEXT).attributions
    changed: Callable[..., Attribution] = said.but
    assert same_medium(RIGHT, changed(medium=given), TEXT) is same
