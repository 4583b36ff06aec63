"""The real reports: what is known of them, and how well the main text of pages is found."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from dragoman.records.report import BoilerplateKind as Kind
from dragoman.records.report import Report
from dragoman.reports import discover, from_text, load

pytestmark = pytest.mark.shared

MAIN_TEXT_FLOOR = 0.93
PAGES = 40


def reports(folder: Path) -> list[Report]:
    files = [path for path in discover([folder]) if isinstance(path, Path)]
    found = [report for path in files for report in load(path)]
    assert all(isinstance(report, Report) for report in found)
    return [report for report in found if isinstance(report, Report)]


def body(report: Report) -> str:
    kept, at = [], 0
    for passage in report.boilerplate:
        kept.append(report.text[at : passage.span.start])
        at = passage.span.end
    return "\n".join([*kept, report.text[at:]])


def test_the_one_dated_report_is_dated_and_the_dirt_is_set_aside(shared: Path) -> None:
    found = reports(shared / "reports")
    assert len(found) == 5
    assert [str(report.published.begin) for report in found if report.published.begin] == ["2024-11-09"]
    kinds = Counter(passage.kind for report in found for passage in report.boilerplate)
    assert {Kind.EMBED, Kind.NOTICE, Kind.CAPTION, Kind.LATEST, Kind.BYLINE, Kind.FOOTER, Kind.RELATED} <= set(kinds)
    left = "\n".join(map(body, found))
    assert not re.search(r"pic\.twitter|Photograph:|Latest Stories|our website|appeared first|min read", left)


def test_reports_of_four_negotiations_are_all_dated_and_keep_their_text(shared: Path) -> None:
    found = reports(shared / "clusters")
    assert len(found) > 100
    assert all(report.published.begin and report.title and report.outlet for report in found)
    # Less than one word in twenty of a whole pile is dirt.
    assert sum(len(body(report)) for report in found) > 0.95 * sum(len(report.text) for report in found)


def test_no_attributed_words_are_set_aside(shared: Path) -> None:
    lost = total = 0
    for path in sorted((shared / "yardsticks/polnear/dev/text").glob("*.txt")):
        text = path.read_bytes().decode()
        total += len(text)
        lost += sum(p.span.end - p.span.start for p in from_text(text).boilerplate)
    assert lost < 0.005 * total


def test_the_main_text_of_pages_is_found(shared: Path) -> None:
    truth = json.loads((shared / "noisy/aeb/ground-truth.json").read_text())
    precision, recall = [], []
    for name in sorted(truth)[:PAGES]:
        (report,) = load(shared / "noisy/aeb/html" / f"{name}.html.gz")
        assert isinstance(report, Report)
        gold, found = _runs(truth[name]["articleBody"]), _runs(body(report))
        both = sum((gold & found).values())
        precision.append(both / max(1, sum(found.values())))
        recall.append(both / max(1, sum(gold.values())))
    mean = sum(precision) / PAGES, sum(recall) / PAGES
    assert 2 * mean[0] * mean[1] / sum(mean) >= MAIN_TEXT_FLOOR


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[n : n + 4]) for n in range(max(1, len(words) - 3)))
