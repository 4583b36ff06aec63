"""The view that the parser reads: one style of marks whatever the report's, and every character led back to its own."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.marks import styles
from dragoman.reading.view import View
from dragoman.records.report import Boilerplate, BoilerplateKind, Report
from dragoman.records.span import Span
from dragoman.records.time import Published

_ALIKE = set("“”‘’'")  # and the apostrophe
_PIECES = [
    "“", "”", '"', "'", "’", "‘", "«", "»", "„", "``", "''", "‘‘", ",,", "‹", "›", "「", "」", "\n", "\n\n", "\r\n",
    " ", "  ", "\u00a0", ",", ".", "—", "-", "s", "the workers", "Orsa", "We tried", "said", "90s", "6", "😀",
]  # fmt: skip


def _view(text: str, boilerplate: tuple[Boilerplate, ...] = ()) -> View:
    return View(Report(id="r-000000000000", text=text, published=Published(), boilerplate=boilerplate))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('"We ask," he said.', "“We ask,” he said."),
        ("``We ask,'' he said.", "“We ask,” he said."),
        ("« We ask », he said.", "“We ask”, he said."),
        ("«\u00a0We ask\u00a0», he said.", "“We ask”, he said."),
        ('He said,"We ask."Then he left.', "He said, “We ask.” Then he left."),
        ("'Ask \"why,\"' he said.", "“Ask ‘why,’” he said."),
        ("`` `Ask' them '', he said.", "“‘Ask’ them”, he said."),
        ("The workers' \"union\" isn't.", "The workers' “union” isn't."),
        ("``We ask,\nand wait,'' he said.", "“We ask, and wait,” he said."),
    ],
)
def test_the_parser_sees_one_style(text: str, seen: str) -> None:
    assert _view(text).text == seen


@pytest.mark.parametrize("name", sorted(styles()))
def test_what_is_around_a_mark_is_led_back(name: str) -> None:
    (opening, closing), _ = styles()[name]
    text = f"Orsa said {opening}we ask{closing} twice."
    view = _view(text)
    start, end = view.text.index("“"), view.text.index("”") + 1
    assert view.hull(start, end).of(text) == f"{opening}we ask{closing}"
    assert view.hull(start + 1, end - 1).of(text) == "we ask"
    assert view.hull(end + 1, len(view.text)).of(text) == "twice."
    assert view.back(0, len(view.text)) == (Span(0, len(text)),)
    assert view.forth(text.index("twice")) == view.text.index("twice")


def test_boilerplate_inside_a_quotation_is_left_out() -> None:
    text = "``We ask,\nSign up now\nand wait,'' he said.\n"
    notice = Span(text.index("Sign"), text.index("now") + 3)
    view = _view(text, (Boilerplate(kind=BoilerplateKind.NOTICE, span=notice),))
    assert [span.of(text) for span in view.back(0, len(view.text))] == ["``We ask,", "and wait,'' he said."]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_every_character_is_led_back_to_its_own(text: str) -> None:
    view = _view(text)
    for at, character in enumerate(view.text):
        spans = view.back(at, at + 1)
        assert len(spans) <= 1
        if not spans:
            assert character.isspace()
            continue
        (span,) = spans
        own = span.of(text)
        assert span.end - span.start == 1
        assert own == character or (character in _ALIKE and not own.isalnum())
        assert view.forth(span.start) == at
    for one, other in itertools.pairwise(view.quotations):
        assert one.start < other.start or one.depth < other.depth
    for one in view.quotations:
        assert 0 <= one.start < one.end <= len(view.text)
        assert not one.opens or view.text[one.start] in "“‘"
        assert not one.closes or view.text[one.end - 1] in "”’"
        assert view.text[one.start : one.end].strip() == view.text[one.start : one.end]
