"""Bad input: no crash, spans exact, whatever the marks and breaks."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading import attributions, dates
from dragoman.reading.actors import ActorBook
from dragoman.reading.parsed import parsed_blocks
from dragoman.records.reading import Attribution
from dragoman.records.report import Report
from dragoman.records.time import Published

_PIECES = [
    "“", "”", '"', "'", "’", "‘", "«", "»", "„", "``", "''", "\n", "\n\n", "\r\n", "\t",
    ",", ".", ":", "!", "?", "—", "...",
    "said", "told", "denied", "according to", "claims that", "announcement that", "he", "she", "they", "it", "who",
    "Orsa", "the ministry", "two diplomats", "one of the officials", "did not comment", "declined to", "Reuters",
    "on Friday", "the talks", "failed", "will stay", "and", "because", "is believed to", "SMITH:",
    "Capt.", "’s", "😀", "𝔘",
]  # fmt: skip


def _read(text: str) -> list[Attribution]:
    found: list[Attribution] = []
    for parsed in parsed_blocks(Report(id="r-000000000000", text=text, published=Published())):
        said = attributions.find(parsed)
        found += attributions.resolve(said, parsed, ActorBook(parsed), dates.find(parsed))
    return found


def _check(text: str, found: list[Attribution]) -> None:
    assert len({a.id for a in found}) == len(found)
    for one in found:
        assert one.cue
        assert one.parent is None or one.parent in {a.id for a in found}
        for spans in (one.source, one.cue, one.content):
            assert list(spans) == sorted(spans)
            for span in spans:
                assert 0 <= span.start < span.end <= len(text)
                words = span.of(text)
                assert words == words.strip()
            assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=60).map(" ".join))
def test_any_order_of_words_marks_and_breaks(text: str) -> None:
    _check(text, _read(text))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=60).map("".join))
def test_without_spaces(text: str) -> None:
    _check(text, _read(text))


@pytest.mark.parametrize(
    "text",
    [
        "“" + "We went on and on. " * 200,
        "“" + "We went on and on. " * 50 + "”",
        "HAMLET TALKS FAIL, OFFICIALS SAY. “WE TRIED,” SAID THE MINISTER. THE COUNCIL DID NOT COMMENT.",
        "SMITH: Will you stay?\n\nORSA: We said we would.\n\nSMITH: You told us otherwise.\n",
        "“““““““““”””””””””",
        "said said said, said said: “said” said.",
        "1234 5678 .... ,,,, ;;;; !!!!",
        "The talks “failed",
        "”He said” “it “was” over”",
        "， 。 「 」 『交渉』",
    ],
)
def test_odd_texts(text: str) -> None:
    _check(text, _read(text))


def test_a_long_text_without_a_sentence_end() -> None:
    text = "the envoy said the talks “went on and the council told reporters " * 400
    _check(text, _read(text))
