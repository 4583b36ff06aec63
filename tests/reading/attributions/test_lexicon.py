"""The cue and source vocabularies: well formed, no entry twice."""

from collections import Counter

import pytest

from dragoman.reading.attributions.lexicon import CueClass, Takes, lexicon, raw_cues
from dragoman.reading.attributions.words import raw_words, source_words


@pytest.mark.parametrize("kind", ["verbs", "nouns"])
def test_every_group_is_well_formed(kind: str) -> None:
    known = {"class", "takes", "prepositions", "addressee", "passive", "framing", "lemmas"}
    for group in raw_cues()[kind]:
        assert set(group) <= known
        assert group["class"] in set(CueClass)
        assert set(group["takes"]) <= set(Takes)
        assert group["lemmas"]
        assert all(isinstance(lemma, str) and lemma == lemma.strip().lower() for lemma in group["lemmas"])
        assert group["takes"] or group.get("prepositions")
        assert all(word == word.lower() for word in group.get("prepositions", ()))


@pytest.mark.parametrize("kind", ["verbs", "nouns"])
def test_no_cue_stands_twice(kind: str) -> None:
    counts = Counter(lemma for group in raw_cues()[kind] for lemma in group["lemmas"])
    assert [lemma for lemma, count in counts.items() if count > 1] == []


def test_misread_forms_lead_to_known_verbs() -> None:
    assert set(lexicon().forms.values()) <= set(lexicon().verbs)


@pytest.mark.parametrize("name", sorted(set(raw_words()) - {"numbers"}))
def test_no_source_word_stands_twice(name: str) -> None:
    listed = raw_words()[name]
    assert listed
    assert [word for word, count in Counter(listed).items() if count > 1] == []
    assert all(word == str(word).lower() for word in listed)


def test_numbers_count_people() -> None:
    assert all(isinstance(number, int) and number > 0 for number in source_words().numbers.values())


def test_lists_of_one_kind_of_source_share_no_word_that_would_hide_another() -> None:
    words = source_words()
    assert not words.sources & (words.bodies | words.documents | words.media)
    assert not words.documents & words.bodies


@pytest.mark.parametrize(
    "name",
    ["light", "denying", "subordinators", "continuers", "plain", "states", "participles"],
)
def test_word_lists_hold_words(name: str) -> None:
    listed = raw_cues()[name]
    assert listed
    assert all(isinstance(word, str) and word == word.strip().lower() for word in listed)
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize(
    ("group", "name"), [("counting", "verbs"), ("counting", "nouns"), ("denials", "phrases"), ("denials", "nobody")]
)
def test_grouped_word_lists_hold_words(group: str, name: str) -> None:
    assert all(isinstance(word, str) and word == word.strip().lower() for word in raw_cues()[group][name])


def test_words_that_point_to_verbs_are_known() -> None:
    words = lexicon()
    assert words.plain | words.participles | words.counting <= set(words.verbs)
