"""Property 1: every row cites report and span, and the text there is the quoted words."""

from pathlib import Path

import msgspec
import pytest

from dragoman.reconciling.review import evidence_of
from dragoman.records.reading import Attribution, Reading
from dragoman.records.rows.reports import ReportRow
from dragoman.records.span import Span
from dragoman.workbench import Dossier
from tests.properties.tables import TABLES


def check(dossier: Dossier, least: int) -> None:
    texts = {row.id: dossier.report(row.id).text for row in dossier.reports()}
    checked = 0
    for name in TABLES:
        for row in getattr(dossier, name)():
            if isinstance(row, ReportRow):
                continue
            evidence = evidence_of(row)
            assert evidence, f"{name} {row.id} rests on nothing"
            for e in evidence:
                assert e.quote
                assert texts[e.report][e.start : e.end] == e.quote
                checked += 1
    assert checked > least


def test_every_row_of_the_example_opens_on_its_words(example_dossier: Dossier) -> None:
    check(example_dossier, least=500)


@pytest.mark.shared
def test_every_row_of_real_reports_opens_on_its_words(shared: Path, tmp_path: Path) -> None:
    with Dossier.open(tmp_path / "q.dossier") as dossier:
        result = dossier.read([shared / "reports"])
        assert result.new_count == 5
        check(dossier, least=300)


def spans_of(reading: Reading) -> list[Span]:
    found = [b.span for b in reading.boilerplate] + list(reading.sentences)
    for a in reading.attributions:
        found += [*a.source, *a.cue, *a.content]
    found += [d.span for d in reading.dates] + [m for actor in reading.actors for m in actor.mentions]
    found += [s for e in reading.events for s in (e.span, e.trigger)] + [f.span for f in reading.figures]
    return found


def test_nothing_of_a_reading_stands_in_boilerplate(example_dossier: Dossier) -> None:
    for row in example_dossier.reports():
        reading = example_dossier.reading(row.id)
        aside = [b.span for b in reading.boilerplate]
        told: list[Span] = list(reading.sentences)
        told += [s for a in reading.attributions for s in (*a.source, *a.cue, *a.content)]
        told += [e.trigger for e in reading.events] + [f.span for f in reading.figures]
        assert told
        assert not [s for s in told for b in aside if s.touches(b)]


def test_all_spans_lie_in_the_text_and_refer_to_what_is_there(example_dossier: Dossier) -> None:
    for row in example_dossier.reports():
        reading = example_dossier.reading(row.id)
        assert all(0 <= s.start < s.end <= len(reading.text) for s in spans_of(reading))
        actors = {actor.id for actor in reading.actors}
        said = {a.id for a in reading.attributions}
        assert all(a.actor is None or a.actor in actors for a in reading.attributions)
        assert all(a.parent is None or a.parent in said for a in reading.attributions)
        for event in reading.events:
            assert {*event.agent, *event.patient, *event.recipient} <= actors
            assert event.attribution is None or event.attribution in said
        assert all(f.attribution is None or f.attribution in said for f in reading.figures)
        ids = [x.id for rows in (reading.attributions, reading.events, reading.figures) for x in rows]
        assert len(ids) == len(set(ids))


def test_a_reading_survives_its_json(example_dossier: Dossier) -> None:
    reading = example_dossier.reading(example_dossier.reports()[0].id)
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading
    assert all(isinstance(a, Attribution) for a in reading.attributions)
