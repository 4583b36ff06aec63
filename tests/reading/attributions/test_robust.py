"""Bad input: no crash, spans exact, whatever the marks and breaks."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import annotate
from dragoman.reading import attributions, dates
from dragoman.reading.actors import ActorBook
from dragoman.reading.marks import styles
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


_SPOKEN = "We have seen the draft, and we shall answer it by Friday"
_MARKS = sorted({mark for style in styles().values() for pair in style for mark in pair})


def _annotated(text: str) -> tuple[Attribution, ...]:
    reading = annotate(text)
    assert reading.text == text
    _check(text, list(reading.attributions))
    for span in (*reading.sentences, *(d.span for d in reading.dates), *(f.span for f in reading.figures)):
        assert 0 <= span.start < span.end <= len(text)
    assert list(reading.sentences) == sorted(reading.sentences)
    return reading.attributions


@pytest.mark.parametrize("mark", _MARKS)
def test_one_odd_mark_of_any_style_costs_no_other_sentence(mark: str) -> None:
    odd = f"The {mark} council met in Ossary on Monday.\n\n"
    found = _annotated(odd + "The envoy said the talks had failed.\n\nThe council denied that it had left.\n")
    cues = [" ".join(span.of(odd + "The envoy said the talks had failed.") for span in one.cue) for one in found]
    assert "said" in cues
    assert len(found) == 2


@pytest.mark.parametrize("name", sorted(styles()))
@pytest.mark.parametrize(
    "shape", ["{0}{2}{1} {0}{2}{1}", "{0}{0}{2}{1}{1}", "{1}{2}{0}", "{0}{2}", "{2}{1}", "{0}{1}{2}"]
)
def test_marks_in_any_order(name: str, shape: str) -> None:
    (opening, closing), _ = styles()[name]
    words = shape.format(opening, closing, _SPOKEN)
    text = f"The envoy said: {words}, on Monday. {words}\n\nThe ministry said that it would wait.\n"
    assert any("wait" in span.of(text) for one in _annotated(text) for span in one.content)


@pytest.mark.parametrize("name", sorted(styles()))
def test_a_statement_in_any_style_is_the_same_statement(name: str) -> None:
    (opening, closing), (inner, outer) = styles()[name]
    text = f"{opening}We said {inner}no{outer} to the draft,{closing} Lena Orsa, the envoy, said on Monday."
    (one,) = _annotated(text)
    assert " ".join(span.of(text) for span in one.cue) == "said"
    assert [span.of(text) for span in one.content] == [f"{opening}We said {inner}no{outer} to the draft,{closing}"]
    assert "Lena Orsa" in one.source[0].of(text)


def test_a_report_that_is_one_long_quotation() -> None:
    paragraphs = ["“" + f"{_SPOKEN}. The council told us that it would wait. " * 3 for _ in range(8)]
    _annotated("\n\n".join(paragraphs).rstrip() + "”\n")
    _annotated("“" + f"{_SPOKEN}. " * 60 + "”")


@pytest.mark.parametrize(
    "text",
    [
        "Q: Will you stay?\nA: We said we would.\nQ: Who told you so?\nA: The council did.\n",
        "MR. OSK: Will you stay?\n\nTHE ENVOY: We said that we would.\n\nMR. OSK: (laughs) You told us otherwise.\n",
        "Interviewer: The council denies it.\nLena Orsa: I said “no”, and I say it again.\nInterviewer: Why?\n",
        "— Will you stay? — the envoy asked.\n— We said that we would, — she answered.\n— You told us otherwise.\n",
        ">> OSK: WILL YOU STAY?\n>> ENVOY: WE SAID WE WOULD. >> OSK: WHO TOLD YOU?\n",
        "[CROSSTALK]\n[Osk]: \n[Envoy]: We said -- we said we would --\n",
        ": : :\n:\nMR.:\nQ:\nA:\n",
    ],
)
def test_transcripts(text: str) -> None:
    _annotated(text)


@pytest.mark.parametrize(
    "text",
    [
        "HAMLET TALKS FAIL, OFFICIALS SAY\n\nENVOY DENIES CLAIM: 'NO DEAL'\n\nCOUNCIL SAYS \"WE TRIED\"\n",
        "TALKS FAIL\n" * 40,
        "......\n——————\n“”“”“”\n12 34 (56) [78]\n",
        "\u200b\ufeff\u2028“\u2029”\x85«\x0c»",
        "«Мы придём», — сказал посланник. „Нет“, ответил совет.",
        "「来ます」と特使は言った。『いいえ』",
        "قال المبعوث «سنعود» يوم الاثنين.",
        "the envoy said “we " * 100,
        "talks" * 4_000,
        "it said they told him that she denied it and " * 80,
    ],
)
def test_bad_reports(text: str) -> None:
    _annotated(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("« Nous reviendrons », a déclaré lundi le médiateur, qui a rencontré les deux parties à Ossary.", "French"),
        ("„Wir kommen wieder“, sagte der Vermittler am Montag nach dem Treffen mit beiden Seiten in Ossary.", "German"),
        ("”Vi kommer tillbaka”, sade medlaren på måndagen efter mötet med de båda parterna i Ossary.", "Swedish"),
        ("«Vamos a volver», dijo el lunes el mediador después de reunirse con las dos partes en Ossary.", "Spanish"),
        ("«Мы вернёмся», — сказал в понедельник посредник после встречи с обеими сторонами в Оссари.", "Russian"),
    ],
)
def test_another_language_is_said_and_read_as_far_as_it_goes(text: str, language: str) -> None:
    reading = annotate(text)
    _check(text, list(reading.attributions))
    assert any(language in warning for warning in reading.warnings)
    assert reading.sentences


def test_a_few_words_are_of_no_language() -> None:
    assert annotate("Bonjour, Ossary.").warnings == ()
