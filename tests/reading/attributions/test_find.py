"""Source, cue and content of single sentences."""

from collections.abc import Callable

import pytest

from dragoman.reading.attributions import find
from dragoman.reading.parsed import parsed_blocks
from dragoman.records.reading import Attribution, QuoteKind
from dragoman.records.report import Report
from dragoman.records.time import Published

Said = Callable[[str], list[Attribution]]
Triple = Callable[[Attribution, str], tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Two diplomats said the talks had failed.", "Two diplomats", "said", "the talks had failed"),
        ("The talks had failed, two diplomats said.", "two diplomats", "said", "The talks had failed"),
        (
            "The talks had failed, a senior official told Varra Radio late Friday.",
            "a senior official", "told", "The talks had failed",
        ),
        ("“The talks have failed,” the envoy said.", "the envoy", "said", "“The talks have failed,”"),
        ("“The talks fail,” said Ana Orsa, the envoy.", "Ana Orsa, the envoy", "said", "“The talks fail,”"),
        (
            "“We will stay,” Orsa said. “Nobody can move us.”",
            "Orsa", "said", "“We will stay,” / “Nobody can move us.”",
        ),
        ("“We will stay,” Orsa said, “until it is done.”", "Orsa", "said", "“We will stay,” / “until it is done.”"),
        ("Orsa said: “We will stay until it is done.”", "Orsa", "said", "“We will stay until it is done.”"),
        (
            "According to two diplomats, the council rejected the text.",
            "two diplomats", "According to", "the council rejected the text",
        ),
        (
            "The council rejected the text, according to two diplomats briefed on the matter.",
            "two diplomats briefed on the matter", "according to", "The council rejected the text",
        ),
        (
            "The council has told the movement to leave Varra, a diplomat briefed on the talks said on Sunday, "
            "a blow to the mission.",
            "a diplomat briefed on the talks", "said", "The council has told the movement to leave Varra",
        ),
        (
            "PORT OSK, May 3 (Varra Wire) - The talks have failed, two diplomats said on Monday.",
            "two diplomats", "said", "The talks have failed",
        ),
        (
            "Two envoys said the road was open; the bridge was mined, the army said.",
            "the army", "said", "the bridge was mined",
        ),
        (
            "Orsa accused the council of giving them “cover and cash,” and added that she would not leave.",
            "Orsa", "added", "that she would not leave",
        ),
        ("The council vowed to continue the siege.", "The council", "vowed", "to continue the siege"),
        ("The council called for a ceasefire.", "The council", "called for", "a ceasefire"),
        (
            "The ministry accused the council of breaking the truce.",
            "The ministry", "accused", "the council of breaking the truce",
        ),
        (
            "The minister issued a warning that the bridge would be closed.",
            "The minister", "issued a warning", "that the bridge would be closed",
        ),
        (
            "His claim that the bridge was mined surprised the envoys.",
            "His", "claim", "that the bridge was mined",
        ),
        ("The council is believed to have left the city.", "", "is believed", "The council / to have left the city"),
    ],
)  # fmt: skip
def test_source_cue_content(said: Said, triple: Triple, text: str, source: str, cue: str, content: str) -> None:  # noqa: PLR0917
    assert (source, cue, content) in [triple(a, text) for a in said(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will stay,” Orsa said.", QuoteKind.DIRECT),
        ("Orsa said they would stay.", QuoteKind.INDIRECT),
        ("Orsa said the reports were “wholly invented” by others.", QuoteKind.MIXED),
    ],
)
def test_kind(said: Said, text: str, kind: QuoteKind) -> None:
    assert [a.kind for a in said(text)] == [kind]


def test_a_quotation_over_two_paragraphs_stays_with_its_speaker(said: Said, triple: Triple) -> None:
    text = "“We began in spring,” Osk said. “It was hard.\n\n“It is harder now.”\n"
    (one,) = said(text)
    assert triple(one, text) == ("Osk", "said", "“We began in spring,” / “It was hard. / “It is harder now.”")


def test_a_floating_quotation_goes_to_who_spoke_before_it(said: Said, triple: Triple) -> None:
    text = "Orsa told reporters that the ferry would sail. “The harbour is open to all.”"
    (one,) = said(text)
    source, cue, content = triple(one, text)
    assert (source, cue) == ("Orsa", "told")
    assert content.endswith("“The harbour is open to all.”")


def test_one_inside_another_names_its_parent(said: Said, triple: Triple) -> None:
    text = "Two diplomats said the ministry had announced that the border would open."
    outer, inner = said(text)
    assert triple(outer, text)[0] == "Two diplomats"
    assert triple(inner, text)[0] == "the ministry"
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_a_relative_pronoun_is_worded_by_what_it_stands_for(said: Said, triple: Triple) -> None:
    text = "The governor of Varra, who said the road was safe, left on Monday."
    (one,) = said(text)
    assert triple(one, text)[0] == "who"
    assert one.wording == "The governor of Varra"


@pytest.mark.parametrize("text", ["", "   \n\n ", "The ferry sailed at noon.", "— * —", "12 34 56", "“”", "” “"])
def test_where_nobody_is_cited_there_is_nothing(text: str) -> None:
    report = Report(id="r-000000000000", text=text, published=Published())
    assert [a for parsed in parsed_blocks(report) for a in find(parsed)] == []


def test_the_same_text_gives_the_same_records(said: Said) -> None:
    text = "Two officials said the text was final. “It is done,” one of them said."
    assert said(text) == said(text)
    assert len({a.id for a in said(text)}) == len(said(text)) == 2


def test_the_lines_of_a_transcript_are_their_speakers(said: Said, triple: Triple) -> None:
    text = "LUND: Will the ferry sail?\n\nORSA: It will sail at noon.\n\nLUND: Thank you.\n"
    assert [triple(a, text) for a in said(text)] == [
        ("LUND", ":", "Will the ferry sail"),
        ("ORSA", ":", "It will sail at noon"),
        ("LUND", ":", "Thank you"),
    ]


def test_a_name_a_colon_and_a_quotation(said: Said, triple: Triple) -> None:
    text = "Minister Orsa: “We will stay.”"
    assert [triple(a, text) for a in said(text)] == [("Minister Orsa", ":", "“We will stay.”")]


def test_capital_letters_do_not_hide_who_speaks(said: Said, triple: Triple) -> None:
    text = "“WE TRIED,” THE MINISTER SAID."
    assert [triple(a, text) for a in said(text)] == [("THE MINISTER", "SAID", "“WE TRIED,”")]
