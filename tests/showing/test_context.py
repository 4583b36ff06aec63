import pytest

from dragoman.records.reading import Reading, ReportHead
from dragoman.records.rows.evidence import Evidence
from dragoman.records.span import Span
from dragoman.records.time import Published
from dragoman.showing.brief.context import Sentences, is_whole

SENTENCES = (
    "Varra has halted its efforts, Sen. Taro said on Oct. 7.",
    "He blamed the U.S. delegation for\nleaving early.",
    "“We will not host them,” he said.",
    "It opened in 2012",
)
HEADLINE = "Varra Walks Away\n"
TEXT = HEADLINE + " ".join(SENTENCES)


def sentences(text: str = TEXT, parts: tuple[str, ...] = SENTENCES) -> Sentences:
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)
    head = ReportHead(id="r-1", title=None, outlet=None, byline=None, published=Published(), language=None)
    return Sentences(lambda _: Reading(report=head, text=text, sentences=spans))


def at(words: str, text: str = TEXT) -> Evidence:
    start = text.index(words)
    return Evidence(report="r-1", file="r-1.txt", start=start, end=start + len(words), quote=words)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("for\nleaving early", SENTENCES[1]),
        ("not host them", SENTENCES[2]),
        ("in 2012", SENTENCES[3]),
        ("Taro said on Oct. 7. He blamed", " ".join(SENTENCES[:2])),
    ],
)
def test_a_fragment_comes_in_its_sentence_as_exact_words(words: str, sentence: str) -> None:
    made = sentences().readable(at(words))
    assert made.quote == sentence == TEXT[made.start : made.end]


def test_a_clause_that_begins_its_sentence_stays_as_it_is() -> None:
    item = at("Varra has halted its efforts, Sen. Taro said")
    assert sentences().readable(item) == item
    assert sentences().around(item).quote == SENTENCES[0]


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT VARRA, March 9 (Harbour Wire) - ",
        "Port Varra (Harbour Wire) — ",
        "PORT VARRA, Osk – ",
        "VARRA — ",
    ],
)
def test_a_dateline_is_no_part_of_what_a_sentence_says(dateline: str) -> None:
    said = "Varra has halted its efforts - for now - a diplomat said."
    text = dateline + said
    made = sentences(text, (text,)).readable(at("its efforts", text))
    assert made.quote == said == text[made.start : made.end]
    assert sentences(text, (text,)).readable(at(text, text)).quote == said


@pytest.mark.parametrize(
    "said", ["Varra has agreed (for now) to go on - but when?", "Osk – which Varra hosts – has left."]
)
def test_a_dash_alone_makes_no_dateline(said: str) -> None:
    assert sentences(said, (said,)).around(at(said[-8:], said)).quote == said


@pytest.mark.parametrize("item", [at("is", "This is not in it"), at(HEADLINE), at("in 2012").but(start=3, end=10)])
def test_what_stands_in_no_sentence_is_left_alone(item: Evidence) -> None:
    assert sentences().readable(item) == item
    assert sentences(TEXT, ()).readable(item) == item


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Varra has halted its efforts.", True),
        ("“We will not host them.”", True),
        ("Varra’s retreat from its role", False),
        ("Varra has told the Council and Osk that it is done", True),
        ("to close the office", False),
        ("Varra", False),
        ("Mr. Taro told the Herald that he had “never really left", False),
        ("", False),
    ],
)
def test_is_whole(words: str, whole: bool) -> None:
    assert is_whole(words) is whole
