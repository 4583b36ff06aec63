from importlib.resources import files

import pytest
import yaml

from dragoman.records.reading import ActorKind
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.voices import ActorRow
from dragoman.showing.naming import is_named, is_pronoun, standing


@pytest.mark.parametrize(
    "name",
    [
        *("Varra", "Ridge Council", "US officials", "UN", "the Council's delegation", "L. Taro", "Two Oskan officials"),
        *("Hesk’s foreign ministry", "senior Oskan official", "al-Taro", "Council fighters", "IT ministry of Osk"),
    ],
)
def test_names(name: str) -> None:
    assert is_named(name)


@pytest.mark.parametrize(
    "name",
    [
        *("It", "We", "both sides", "Both sides", "Twenty-three", "nobody", "Its envoy", "her country", "", "?", "30"),
        *("Mediators", "leadership", "The leadership", "At least 410 people", "11 captives of Osk", "All Oskans"),
        *("whose fighters", "Oskan terrorists", "Front gunmen", "the regime of Osk", "dozen wounded captives"),
    ],
)
def test_what_names_nobody(name: str) -> None:
    assert not is_named(name)


@pytest.mark.parametrize(
    ("name", "found"),
    [("he", True), ("Their envoy", True), ("US", False), ("a diplomat", False), ("one diplomat", False), ("one", True)],
)
def test_is_pronoun(name: str, found: bool) -> None:
    assert is_pronoun(name) is found


def row(name: str, kind: ActorKind, of: str | None) -> ActorRow:
    return ActorRow(
        id="a-1",
        name=name,
        kind=kind,
        named=True,
        aliases=(),
        of=ActorRef(id="a-2", name=of) if of else None,
        roles=(),
        framings=(),
        mention_count=1,
        report_count=1,
        evidence=(),
    )


@pytest.mark.parametrize(
    ("name", "kind", "of", "said"),
    [
        ("Varra", ActorKind.STATE, None, "Varra"),
        ("Two Oskan officials", ActorKind.GROUP, "Osk", "two Oskan officials"),
        ("the gunmen's so-called bureau", ActorKind.ORGANISATION, "Ridge Council", "a body of Ridge Council"),
        ("its commanders", ActorKind.GROUP, "Osk", "people of Osk"),
        ("its commanders", ActorKind.GROUP, "it", None),
        ("her country", ActorKind.OTHER, "Osk", None),
        ("both sides", ActorKind.GROUP, None, None),
    ],
)
def test_what_stands_for_an_actor(name: str, kind: ActorKind, of: str | None, said: str | None) -> None:
    assert standing(name, row(name, kind, of)) == said


def test_the_lists_hold_lower_case_words_each_once() -> None:
    lists = yaml.safe_load((files("dragoman.showing") / "unnamed.yaml").read_text(encoding="utf-8"))
    for words in lists.values():
        assert all(isinstance(word, str) and word == word.lower() for word in words)
        assert len(words) == len(set(words))
