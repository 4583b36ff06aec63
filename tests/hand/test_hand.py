"""The events, figures and positions labelled by hand: the labels themselves, how they count, and what is found."""

import hashlib
from itertools import islice
from pathlib import Path

import msgspec
import pytest
import yaml

import dragoman
from dragoman.process.issues import issue_of, issues
from dragoman.reading.events import event_types
from dragoman.records.reading import EventMode, Hedge
from dragoman.records.span import Span

from .draw import ANY, CLUSTERS, NUMBERED, draw, has_number, passage, sentences
from .judge import Held, Kind, Verdict, judge
from .score import ALL, Count, counts, score, table
from .sheet import HERE, EventLabel, FigureLabel, Holding, Label, Passage, PositionLabel, Sheet, drawn, report, sheet
from .sheet import spans_of as spans

FLOORS: dict[str, dict[str, float]] = yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8"))
# Labels as a person would make them.
TEXT = "Norland has expelled about 30 Sudorian envoys. Sudoria rejected the plan."
PASSAGES = {"t1": Passage(file="some/file", span=Span(0, 73))}
EVENT = EventLabel(
    id="t1-e1",
    trigger=Span(12, 20),
    types=("expel",),
    modes=(EventMode.HAPPENED,),
    agent=(Span(0, 7),),
    patient=(Span(30, 45),),
)
FIGURE = FigureLabel(
    id="t1-f1",
    number=Span(27, 29),
    bounds=((30, 30),),
    hedges=(Hedge.ABOUT,),
    units=("person",),
    counts=Span(39, 45),
)
POSITION = PositionLabel(id="t1-s1", kinds=(Holding.REFUSES,), clause=Span(55, 72), actor=(Span(47, 54),))
OTHER = EventLabel(id="t1-e2", trigger=Span(55, 63), types=("reject",), agent=(Span(47, 54),), unjudged=())
HELD = Held(Holding.REFUSES, Span(47, 73), (Span(47, 54),))


def test_there_are_enough_of_each_kind() -> None:
    told = sheet()
    for labels, least in ((told.events, 60), (told.figures, 40), (told.positions, 20)):
        assert sum(not label.optional for label in labels) >= least


def test_every_label_stands_in_a_passage_of_its_negotiation() -> None:
    labels = sheet().labels
    passages = drawn().passages
    assert len({label.id for label in labels}) == len(labels)
    for label in labels:
        passage = passages[label.passage]
        assert passage.passed_over is None
        assert passage.cluster in CLUSTERS
    assert {passage.file for passage in passages.values()} == set(drawn().texts)


@pytest.mark.parametrize("label", sheet().events, ids=lambda label: label.id)
def test_an_event_is_well_formed(label: EventLabel) -> None:
    assert label.types and label.modes
    assert set(label.types) <= set(event_types())


@pytest.mark.parametrize("label", sheet().figures, ids=lambda label: label.id)
def test_a_figure_is_well_formed(label: FigureLabel) -> None:
    assert label.optional or (label.bounds and label.hedges and label.units)
    for low, high in label.bounds:
        assert low is not None or high is not None
        assert low is None or high is None or low <= high


@pytest.mark.parametrize("label", sheet().positions, ids=lambda label: label.id)
def test_a_position_is_well_formed(label: PositionLabel) -> None:
    assert label.kinds
    if label.kinds[0] is Holding.CONDITION:
        assert label.cue is not None and label.clause.covers(label.cue)
        assert label.governs is not None and not label.governs.touches(label.clause)
    else:
        assert label.optional or (label.actor and label.issues)


def test_issues_are_those_of_the_process() -> None:
    known = issues()
    assert issue_of("") in known
    assert {issue for label in sheet().positions for issue in label.issues} <= known


@pytest.mark.shared
def test_labels_lie_in_the_texts_that_were_labelled(shared: Path) -> None:
    told = drawn()
    texts = {file: report(shared / "clusters", file).text for file in told.texts}
    assert {file: hashlib.sha256(text.encode()).hexdigest() for file, text in texts.items()} == told.texts
    for label in sheet().labels:
        passage = told.passages[label.passage]
        text = texts[passage.file]
        for span in spans(label):
            words = span.of(text)
            assert words and len(words) == span.end - span.start, (label.id, span)
            assert words == words.strip(), (label.id, span)
            assert not (text[span.start - 1 : span.start].isalnum() and words[0].isalnum()), (label.id, span)
            assert not (words[-1].isalnum() and text[span.end : span.end + 1].isalnum()), (label.id, span)
        assert passage.span.covers(next(iter(spans(label)))), label.id


@pytest.mark.shared
def test_the_passages_are_those_that_the_seed_draws(shared: Path) -> None:
    again = [place for cluster in CLUSTERS for place in islice(draw(shared / "clusters", cluster), ANY + NUMBERED)]
    assert [(p.file, p.start, p.end) for p in again] == [(p.file, *p.span) for p in drawn().passages.values()]


def test_a_passage_is_of_whole_sentences() -> None:
    text = "A heading\n\nMr. Tamm left the hall in the rain. He did not speak to us then.\n\nThe talks went on."
    ends = sentences(text)
    assert [text[start:end] for start, end in ends] == [
        "Mr. Tamm left the hall in the rain.",
        "He did not speak to us then.",
    ]
    assert passage(text, ends, 0) == (11, 75)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("It took 40 men.", True),
        ("Dozens fled.", True),
        ("In 2012, on May 3, at 9:30 p.m.", False),
        ("It rained.", False),
    ],
)
def test_whether_a_number_stands_in_a_text(text: str, holds: bool) -> None:
    assert has_number(text) is holds


@pytest.fixture(scope="module")
def lines(shared: Path) -> dict[tuple[str, Kind], Count]:
    """The counts on a fresh reading; printed, for a failure to show."""
    told = counts(score(drawn(), sheet(), shared / "clusters"))
    print("\n" + table(told))
    return told


@pytest.mark.shared
@pytest.mark.parametrize("kind", Kind)
def test_no_less_found_than_before(lines: dict[tuple[str, Kind], Count], kind: Kind) -> None:
    count = lines[ALL, kind]
    assert count.labels > 0
    assert count.recall >= FLOORS[kind]["recall"]
    assert count.precision >= FLOORS[kind]["precision"]


def test_every_kind_has_its_floors() -> None:
    assert list(FLOORS) == list(Kind)


def _judged(*labels: Label, held: tuple[Held, ...] = (HELD,)) -> tuple[Verdict, ...]:
    told = Sheet(
        events=tuple(label for label in labels if isinstance(label, EventLabel)),
        figures=tuple(label for label in labels if isinstance(label, FigureLabel)),
        positions=tuple(label for label in labels if isinstance(label, PositionLabel)),
    )
    return tuple(judge(PASSAGES, told, dragoman.annotate(TEXT), held))


def test_a_right_reading_has_no_errors() -> None:
    verdicts = _judged(EVENT, OTHER, FIGURE, POSITION)
    assert [v.note for v in verdicts if not v.right] == []
    assert counts(verdicts)[ALL, Kind.EVENTS].details == {"agent": (2, 2), "mode": (2, 2), "patient": (2, 2)}
    assert counts(verdicts)[ALL, Kind.FIGURES].details == {"hedge": (1, 1), "of": (1, 1), "unit": (1, 1)}
    assert all(line.recall == line.precision == 1 for line in counts(verdicts).values())


@pytest.mark.parametrize(
    ("label", "changes"),
    [
        (EVENT, {"types": ("kill",)}),
        (EVENT, {"trigger": Span(0, 7)}),
        (FIGURE, {"bounds": ((30, None),)}),
        (FIGURE, {"number": Span(0, 7)}),
        (POSITION, {"kinds": (Holding.WANTS,)}),
        (POSITION, {"clause": Span(0, 7)}),
        (POSITION, {"actor": (Span(0, 7),)}),
    ],
)
def test_another_label_is_missed_and_what_was_found_is_wrong(label: Label, changes: dict[str, object]) -> None:
    labels = [one for one in (EVENT, OTHER, FIGURE, POSITION) if one is not label]
    verdicts = _judged(*labels, msgspec.structs.replace(label, **changes))
    assert sorted(v.is_label for v in verdicts if not v.right) == [False, True]


@pytest.mark.parametrize(
    ("label", "changes", "field"),
    [
        (EVENT, {"modes": (EventMode.PLANNED,)}, "mode"),
        (EVENT, {"agent": (Span(47, 54),)}, "agent"),
        (EVENT, {"patient": ()}, "patient"),
        (FIGURE, {"hedges": (Hedge.EXACT,)}, "hedge"),
        (FIGURE, {"units": ("day",)}, "unit"),
    ],
)
def test_each_detail_is_compared(label: Label, changes: dict[str, object], field: str) -> None:
    (verdict,) = [v for v in _judged(msgspec.structs.replace(label, **changes)) if v.is_label]
    assert verdict.right
    assert [name for name, right in verdict.details.items() if not right] == [field]


def test_what_is_optional_counts_neither_way() -> None:
    optional = (msgspec.structs.replace(label, optional=True) for label in (EVENT, OTHER, FIGURE, POSITION))
    assert _judged(*optional) == ()
