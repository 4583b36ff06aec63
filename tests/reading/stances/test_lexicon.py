"""The words of stances: well formed, and of no one negotiation."""

from dragoman.reading.stances.lexicon import lexicon

SLOTS = {"object", "comp", "deal"}


def test_every_word_says_where_its_content_stands() -> None:
    known = lexicon()
    tellings = [t for found in known.verbs.values() for t in found] + [
        *known.adjectives.values(),
        *known.nouns.values(),
    ]
    assert tellings
    for telling in tellings:
        assert telling.slots
        assert all(slot in SLOTS or slot.isalpha() for slot in telling.slots)


def test_words_are_lower_case_lemmas() -> None:
    known = lexicon()
    for words in (known.verbs, known.adjectives, known.nouns, known.idle_verbs, known.idle_nouns):
        assert words
        assert all(word == word.lower() for word in words)
