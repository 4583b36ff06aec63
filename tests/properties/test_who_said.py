"""The running example: whose words a few telling ones are, and how it is told whose they are.

The reports belong to their publishers: each place is found by one or two words of it.
"""

from pathlib import Path

import pytest

from dragoman.reading.read import read
from dragoman.records.reading import Attribution, Polarity, Reading, Sourcing
from dragoman.records.report import Report
from dragoman.reports import load

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def readings(shared: Path) -> dict[str, tuple[Report, Reading]]:
    found: dict[str, tuple[Report, Reading]] = {}
    for path in sorted((shared / "reports").glob("*.txt")):
        (report,) = load(path)
        assert isinstance(report, Report)
        found[path.stem] = (report, read(report))
    return found


def _holding(report: Report, reading: Reading, words: str) -> list[Attribution]:
    """The attributions in whose content or cue the words stand."""
    return [a for a in reading.attributions if any(words in s.of(report.text) for s in (*a.content, *a.cue))]


def _source(report: Report, reading: Reading, one: Attribution) -> str:
    """All the names that go for the source's actor in the report, and the source's own words."""
    mentions = [m for actor in reading.actors if actor.id == one.actor for m in actor.mentions]
    return " / ".join(s.of(report.text) for s in (*one.source, *mentions))


def test_the_unnamed_official_s_sentence_is_found_in_both_reports(
    readings: dict[str, tuple[Report, Reading]],
) -> None:
    for name in ("qatar-001", "qatar-004"):
        (one,) = _holding(*readings[name], "terrorist group that")
        assert "official" in _source(*readings[name], one)
        assert (one.sourcing, one.polarity, one.count) == (Sourcing.UNNAMED, Polarity.ASSERTS, 1)


@pytest.mark.parametrize(
    ("name", "words", "source", "told"),
    [
        ("qatar-001", "inaccurate", "Ansari", (Sourcing.NAMED, Polarity.DENIES, "on X")),
        ("qatar-001", "given a deadline", "officials", (Sourcing.UNNAMED, Polarity.DECLINES, None)),
        ("qatar-002", "noses", "Theros", (Sourcing.NAMED, Polarity.ASSERTS, None)),
        ("qatar-004", "baseless", "Hamas", (Sourcing.ORGANISATION, Polarity.DENIES, None)),
    ],
)
def test_whose_words(
    readings: dict[str, tuple[Report, Reading]],
    name: str,
    words: str,
    source: str,
    told: tuple[Sourcing, Polarity, str | None],
) -> None:
    (one,) = _holding(*readings[name], words)
    assert source in _source(*readings[name], one)
    assert (one.sourcing, one.polarity, one.medium) == told
