import pytest

from dragoman.records.report import Boilerplate, BoilerplateKind, Report
from dragoman.records.rows.evidence import Evidence
from dragoman.records.span import Span
from dragoman.records.time import Published
from dragoman.showing.brief.context import LONGEST, is_whole, widener

TEXT = (
    "Varra Walks Away\n"
    "Varra has halted its efforts, Sen. Taro said on Oct. 7. He blamed the U.S. delegation for\nleaving early. "
    "“We will not host them,” he said. Reports of it were “inaccurate.” It opened in 2012\n\nThe office is open."
)


def report(text: str = TEXT, *, set_aside: tuple[Boilerplate, ...] = ()) -> Report:
    return Report(id="r-1", text=text, published=Published(), boilerplate=set_aside)


def at(words: str, text: str = TEXT) -> Evidence:
    start = text.index(words)
    return Evidence(report="r-1", file="r-1.txt", start=start, end=start + len(words), quote=words)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("for\nleaving early", "He blamed the U.S. delegation for\nleaving early."),
        ("not host them", "“We will not host them,” he said."),
        ("inaccurate", "Reports of it were “inaccurate.”"),
        ("in 2012", "It opened in 2012"),
        ("is open", "The office is open."),
    ],
)
def test_a_fragment_comes_in_its_sentence_as_exact_words(words: str, sentence: str) -> None:
    made = widener(lambda _: report())(at(words))
    assert made.quote == sentence
    assert TEXT[made.start : made.end] == sentence


def test_a_sentence_never_reaches_into_what_was_set_aside() -> None:
    headline = Boilerplate(span=Span(0, TEXT.index("\n")), kind=BoilerplateKind.HEADLINE)
    made = widener(lambda _: report(set_aside=(headline,)))(at("halted its efforts"))
    assert made.quote == "Varra has halted its efforts, Sen. Taro said on Oct. 7."


def test_words_that_can_stand_alone_stay_as_they_are() -> None:
    item = at("Varra has halted its efforts, Sen. Taro said on Oct. 7.")
    assert widener(lambda _: report())(item) == item


def test_a_sentence_without_end_is_left_out() -> None:
    text = "and so " * 200 + "hosting them " + "and so " * 200
    item = at("hosting them", text)
    assert widener(lambda _: report(text))(item) == item
    assert len(text) > LONGEST


def test_evidence_that_the_text_does_not_hold_is_left_alone() -> None:
    item = at("is open").but(start=3, end=10)
    assert widener(lambda _: report())(item) == item


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Varra has halted its efforts.", True),
        ("“We will not host them.”", True),
        ("Varra’s retreat from its role", False),
        ("Varra has told the Council and Osk that it is done", True),
        ("to close the office", False),
        ("Varra", False),
        ("", False),
    ],
)
def test_is_whole(words: str, whole: bool) -> None:
    assert is_whole(words) is whole
