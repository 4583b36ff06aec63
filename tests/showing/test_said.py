"""Words of rows as one text give what going through the rows gives."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.showing.said import Said

TEXTS = st.text("ab é\n", max_size=12)
WORDS = st.text("abé", min_size=1, max_size=3)


@given(st.lists(TEXTS, max_size=8), st.lists(WORDS, min_size=1, max_size=3))
def test_a_row_is_found_where_it_has_all_words(texts: list[str], words: list[str]) -> None:
    said = Said((f"c-{place}", text) for place, text in enumerate(texts))
    assert said.with_all(words) == [place for place, text in enumerate(texts) if all(word in text for word in words)]


def test_without_words_all_are_found() -> None:
    assert Said([("c-1", "truce"), ("c-2", "")]).with_all([]) == [0, 1]
    assert Said([]).with_all(["truce"]) == []


@given(st.lists(TEXTS, min_size=1, max_size=8), st.data())
def test_amended_words_are_those_made_anew(texts: list[str], data: st.DataObject) -> None:
    before = {f"c-{place}": text for place, text in enumerate(texts)}
    changed = data.draw(st.dictionaries(st.sampled_from([*before, "c-x", "c-y"]), TEXTS, max_size=4))
    now = before | changed
    names = data.draw(st.permutations([name for name in now if name in changed or data.draw(st.booleans())]))
    anew = Said((name, now[name]) for name in names)
    amended = Said(before.items()).amended(names, changed)
    assert amended.names == anew.names
    for words in (["a"], ["b", "é"], []):
        assert amended.with_all(words) == anew.with_all(words)
