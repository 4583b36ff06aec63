"""The vocabulary of boilerplate: well formed, and every notice can be reached."""

import re

import pytest

from dragoman.reports.vocabulary import cues, vocabulary, wording

PATTERNS = sorted(
    name for name in vocabulary("cues.yaml") if name.endswith(("_lines", "_cues", "_headings", "_strong", "_weak"))
)


@pytest.mark.parametrize("section", PATTERNS)
def test_patterns_compile_and_match_no_empty_line(section: str) -> None:
    assert wording(section)
    assert cues(section).fullmatch("") is None


@pytest.mark.parametrize("section", sorted(set(vocabulary("cues.yaml")) - set(PATTERNS)))
def test_plain_lists_hold_words_once(section: str) -> None:
    words = wording(section)
    assert all(isinstance(word, str) and word.strip() == word for word in words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("cue", [*wording("notice_strong"), *wording("notice_weak")])
def test_every_notice_cue_names_a_trigger(cue: str) -> None:
    triggers = set(wording("notice_triggers"))
    spoken = set(re.findall(r"[a-z]+", re.sub(r"\\[bswWd]", " ", cue).lower()))
    assert spoken & triggers
