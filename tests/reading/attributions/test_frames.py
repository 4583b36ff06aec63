"""Cues that close their sentence or are set into it, and cues before a colon, whatever the parser makes of them."""

from collections.abc import Callable

import pytest

from dragoman.records.reading import Attribution

Said = Callable[[str], list[Attribution]]
Triple = Callable[[Attribution, str], tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Varra has halted its mediation between Osk and the River Front, a diplomat briefed on the talks said on "
            "Sunday. The mediation had stalled after the talks in Lund broke down on Thursday.",
            "a diplomat briefed on the talks",
            "Varra has halted its mediation between Osk and the River Front",
        ),
        (
            "Varra asked the delegation to leave Port Lund, the capital, a person with knowledge of the order said.",
            "a person with knowledge of the order",
            "Varra asked the delegation to leave Port Lund, the capital",
        ),
        (
            "The army has begun to leave the valley, two officials said on Monday, a step long asked for.",
            "two officials",
            "The army has begun to leave the valley",
        ),
        (
            "The channel has been stalled since, said the person close to the movement, who asked not to be named "
            "because the talks are confidential.",
            "the person close to the movement",
            "The channel has been stalled since",
        ),
        (
            "On Saturday the army shelled the ridge, its spokesman, Ivo Lund, said.",
            "its spokesman, Ivo Lund",
            "On Saturday the army shelled the ridge",
        ),
        ("The road was open again, Orsa, 58, said.", "Orsa", "The road was open again"),
        (
            "The bureau, the diplomat added, “has outlived its use.”",
            "the diplomat",
            "The bureau / “has outlived its use.”",
        ),
        ("Such talk, the aide said, is part of the threat.", "the aide", "Such talk / is part of the threat"),
        (
            "Osk would send a team, the official said, but only if the Front released the captives.",
            "the official",
            "Osk would send a team / but only if the Front released the captives",
        ),
        (
            "If they refuse, one of the officials said, Varra would withdraw from the process.",
            "one of the officials",
            "If they refuse / Varra would withdraw from the process",
        ),
        (
            "Nobody was hurt, he said, and they had no plans to go.",
            "he",
            "Nobody was hurt / and they had no plans to go",
        ),
        (
            "The ministry had no reply, the official said, and repeated the request that the group leave.",
            "the official",
            "The ministry had no reply",
        ),
        (
            "The talks were “in a pause,” he said, and contacts with both sides went on.",
            "he",
            "The talks were “in a pause,” / and contacts with both sides went on",
        ),
        (
            "Sources close to the army said the opposite: its commanders had refused the order.",
            "Sources close to the army",
            "the opposite: its commanders had refused the order",
        ),
        (
            "Nobody had leaned on Varra, according to the same source: the minister made up her own mind.",
            "the same source",
            "Nobody had leaned on Varra / the minister made up her own mind",
        ),
    ],
)
def test_frame(said: Said, triple: Triple, text: str, source: str, content: str) -> None:
    found = [triple(a, text) for a in said(text)]
    assert (source, content) in [(who, what) for who, _, what in found]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Holding up a letter, Orsa said, “We will stay until it is done.”", "“We will stay until it is done.”"),
        ("Later, when they had left, Orsa added, “We will stay.”", "“We will stay.”"),
        ("Asked if it was over, she said it was not.", "it was not"),
    ],
)
def test_what_stands_before_is_not_always_said(said: Said, triple: Triple, text: str, content: str) -> None:
    assert [triple(a, text)[2] for a in said(text)] == [content]


def test_a_relative_clause_is_no_source(said: Said, triple: Triple) -> None:
    text = "The plan needs money — something she has often asked — and the council has none."
    assert "something she" not in [triple(a, text)[0] for a in said(text)]


def test_a_participle_goes_on_with_the_speaker(said: Said, triple: Triple) -> None:
    text = "The minister announced that her country would review its role, complaining that both sides were stalling."
    assert [triple(a, text) for a in said(text)] == [
        ("The minister", "announced", "that her country would review its role"),
        ("The minister", "complaining", "that both sides were stalling"),
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The movement has always put the number at 58.", "has always put", "the number at 58"),
        ("Osk counts 64 people taken at the dam.", "counts", "64 people taken at the dam"),
        ("Varran officials are certain that it was theirs.", "are certain", "that it was theirs"),
        ("The diplomat stood by the account.", "stood by", "the account"),
    ],
)
def test_less_common_cues(said: Said, triple: Triple, text: str, cue: str, content: str) -> None:
    assert (cue, content) in [triple(a, text)[1:] for a in said(text)]


@pytest.mark.parametrize(
    "text", ["She put the letter on the table.", "They counted the votes.", "Orsa stood by the door."]
)
def test_the_same_verbs_at_other_work(said: Said, text: str) -> None:
    assert [a for a in said(text) if "door" not in text] == []


@pytest.mark.parametrize("cue", ["first", "last"])
def test_one_quotation_over_paragraphs_has_one_speaker(said: Said, triple: Triple, cue: str) -> None:
    lines = ["“We came to every table.", "“We came in spring.", "“We left with nothing"]
    if cue == "first":
        text = "Marek Osk said: " + "\n".join(lines) + ".”\n"
    else:
        text = "\n".join(lines) + ",” said Marek Osk.\n"
    (one,) = said(text)
    source, _, content = triple(one, text)
    assert source == "Marek Osk"
    assert content.count(" / ") == 2


def test_a_quotation_after_an_indirect_one_is_the_same_speakers(said: Said, triple: Triple) -> None:
    text = "The envoy, Marek Osk, said his side would not sit down.\n“We came to every table that was laid for us.”\n"
    (one,) = said(text)
    assert triple(one, text)[2] == "his side would not sit down / “We came to every table that was laid for us.”"
