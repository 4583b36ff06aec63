from pathlib import Path

import pytest
from training.attribution.examples import Example, examples

TEXT = "Ana Orsa has repeatedly said the talks, which began in May, are over.\n\nAccording to Osk, they go on.\n"


def _at(words: str, start: int = 0) -> str:
    at = TEXT.index(words, start)
    return f"{at} {at + len(words)}"


@pytest.fixture
def example(tmp_path: Path) -> Example:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "osk.txt").write_text(TEXT, "utf-8")
    lines = [
        f"T1\tSource {_at('Ana Orsa')}\tx",
        f"T2\tCue {_at('has repeatedly said')}\tx",
        f"T3\tContent {_at('the talks, which began in May, are over.')}\tx",
        "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1",
        f"T5\tSource {_at('Osk')}\tx",
        f"T6\tCue {_at('According to')}\tx",
        f"T7\tContent {_at('they go on')}\tx",
        "E2\tAttribution:T6 Content:T7 Cue:T6 Source:T5",
        f"T9\tDiscard {_at('in May')}\tx",
    ]
    (tmp_path / "attributions" / "osk_a.ann").write_text("\n".join(lines), "utf-8")
    (one,) = examples(tmp_path)
    return one


def _words(example: Example, numbers: tuple[int, ...]) -> str:
    return " ".join(example.text[a:b] for a, b in example.spans[list(numbers)])


def test_gold_is_told_in_words_with_the_governing_word_of_the_cue(example: Example) -> None:
    first, second = example.gold
    assert _words(example, (first.head,)) == "said"
    assert _words(example, first.source) == "Ana Orsa"
    assert _words(example, first.cue) == "has repeatedly said"
    # Signs inside a part stay, those at its ends do not.
    assert _words(example, first.content) == "the talks , which began in May , are over"
    assert _words(example, second.cue) == "According to"
    assert _words(example, second.content) == "they go on"


def test_words_set_aside_are_marked(example: Example) -> None:
    aside = tuple(i for i, one in enumerate(example.aside) if one)
    assert _words(example, aside) == "in May"
