"""The gold sheet itself: every quotation stands in its report, once, and every name it uses is known."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import yaml

from .sheet import Marked, Sheet, load, several
from .texts import Texts, texts_of

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NEAR = 420  # a source or cue stands within this many characters of its content


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return load(EXAMPLES / "gold.yaml")


@pytest.fixture(scope="module")
def texts() -> Texts:
    return texts_of(EXAMPLES / "reports")


def _quotes(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Every quotation that must stand exactly once in its report."""
    for marked in (sheet.events, sheet.figures):
        for report, lines in marked.items():
            line: Marked
            for line in lines:
                yield report, line.words
    for origin in sheet.origins:
        yield from ((place.report, place.quote) for place in origin.members)
    for pair in (*sheet.origins_apart, *sheet.not_conflicts):
        yield from ((place.report, place.quote) for place in (pair.a, pair.b))
    for conflict in sheet.conflicts:
        yield from ((place.report, place.quote) for place in (*conflict.a, *conflict.b))
    for place in (*sheet.hosting, *sheet.conditions):
        yield place.report, place.quote
    for report, asides in sheet.boilerplate.items():
        yield from ((report, aside.quote) for aside in asides)


def test_every_quotation_stands_once_in_its_report(sheet: Sheet, texts: Texts) -> None:
    wrong = [(r, q, texts.count(r, q)) for r, q in _quotes(sheet) if texts.count(r, q) != 1]
    assert wrong == []


def test_statements_stand_in_their_reports(sheet: Sheet, texts: Texts) -> None:
    """The longest piece of the content stands once; source, cue and the other pieces stand near it."""
    wrong: list[tuple[str, str]] = []
    for report, statements in sheet.statements.items():
        for statement in statements:
            pieces = sorted(several(statement.content), key=len, reverse=True)
            others = [*several(statement.source), *several(statement.cue), *several(statement.may_add), *pieces[1:]]
            anchor = pieces[0] if pieces else (statement.cue or "")
            wide = anchor if pieces else others[0]
            if (pieces and texts.count(report, anchor) != 1) or texts.find(report, wide) is None:
                wrong.append((report, anchor))
                continue
            home = texts.find(report, wide)
            assert home is not None
            for words in others:
                place = texts.find(report, words, home.start)
                if place is None or place.start > home.end + NEAR or place.end < home.start - NEAR:
                    wrong.append((report, words))
    assert wrong == []


def test_reports_are_all_there(sheet: Sheet, texts: Texts) -> None:
    named = {report for report, _ in _quotes(sheet)} | set(sheet.statements) | set(sheet.complete)
    named |= {name for copy in sheet.copies for name in (copy.report, copy.of)}
    assert named <= set(texts.reports)
    assert set(sheet.published) == set(texts.reports)


def test_actors_are_known(sheet: Sheet) -> None:
    used = {statement.actor for lines in sheet.statements.values() for statement in lines if statement.actor}
    used |= {spell.mediator for spell in sheet.channel_states} | {line.who for line in sheet.conditions}
    used |= {name for line in sheet.hosting for name in (line.who, line.host)}
    assert used <= set(sheet.actors)


def test_event_types_are_known(sheet: Sheet) -> None:
    used = {t for lines in sheet.events.values() for line in lines for t in several(line.type)}
    used |= {act for line in sheet.conditions for act in several(line.act)}
    assert used <= set(sheet.types)
    assert len(set(sheet.types)) == len(sheet.types)


def test_event_quotations_mark_the_act(sheet: Sheet) -> None:
    lines = [line for kind in (sheet.events, sheet.figures) for marked in kind.values() for line in marked]
    assert [line.quote for line in lines if line.quote.count("[") != 1 or line.quote.count("]") != 1] == []
    assert [line.quote for line in lines if not line.words[slice(*line.marked)].strip()] == []


def test_days_run_forward(sheet: Sheet) -> None:
    told = [line.day for lines in sheet.events.values() for line in lines if isinstance(line.day, list)]
    assert [day for day in told if len(day) != 2 or day[0] > day[1]] == []
    assert [spell for spell in sheet.channel_states if spell.end is not None and spell.end < spell.begin] == []


def test_the_sheet_is_worth_scoring(sheet: Sheet) -> None:
    """Enough of everything, optional lines apart, that a figure over it means something."""
    assert sum(not s.optional for lines in sheet.statements.values() for s in lines) >= 60
    assert sum(not e.optional for lines in sheet.events.values() for e in lines) >= 50
    assert sum(not f.optional for lines in sheet.figures.values() for f in lines) >= 20
    assert len(sheet.origins) >= 5
    assert len(sheet.conflicts) >= 5
    assert len(sheet.not_conflicts) >= 4
    assert len(sheet.channel_states) >= 8
    assert 3 <= len(sheet.complete) <= 4


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"statments": {}}, "statments"),
        ({"published": {"a.txt": {"day": "yesterday", "known": "stated"}}}, "published"),
        ({"conflicts": [{"about": "x", "kind": "how", "a": [], "b": []}]}, "conflicts"),
    ],
)
def test_a_misspelt_sheet_is_refused(tmp_path: Path, changes: dict[str, object], says: str) -> None:
    raw = yaml.safe_load((EXAMPLES / "gold.yaml").read_text(encoding="utf-8")) | changes
    bad = tmp_path / "gold.yaml"
    bad.write_text(yaml.safe_dump(raw), encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match=says):
        load(bad)
