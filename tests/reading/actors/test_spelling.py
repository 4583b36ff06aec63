"""Spellings."""

import pytest

from dragoman.reading.actors.bodies import introduces, join_bodies
from dragoman.reading.actors.people import alike, core, join_people
from dragoman.reading.spelling import demonym_stems, looks_like_demonym, parts, plain, stem


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Élysée", "elysee"), ("Þór", "þor"), ("Łódź", "lodz"), ("Kızıl", "kizil"), ("Sana’a", "sana'a"), ("ABC", "abc")],
)
def test_plain(word: str, expected: str) -> None:
    assert plain(word) == expected


def test_parts() -> None:
    assert parts("Al-Thor") == ("al", "thor")
    assert parts("-") == ()


@pytest.mark.parametrize(
    ("people", "country"),
    [
        ("Varran", "Varra"),
        ("Varrans", "Varra"),
        ("Oskan", "Osk"),
        ("Oskish", "Osk"),
        ("Lornian", "Lorne"),
        ("Tammish", "Tamm"),
        ("Pelland", "Pelland"),
        ("Quernese", "Querna"),
        ("Zemmari", "Zemmar"),
        ("Nellanians", "Nellany"),
    ],
)
def test_a_people_has_its_countrys_stem(people: str, country: str) -> None:
    assert stem(country) in (*demonym_stems(people), stem(people))


def test_other_words_have_no_countrys_stem() -> None:
    assert stem("Varra") not in demonym_stems("Oskan")
    assert not looks_like_demonym("Front")
    assert looks_like_demonym("Varrian")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("meshal", "meshaal", True),
        ("mohammed", "muhammad", True),
        ("mohamed", "mohammed", True),
        ("martin", "martina", False),
        ("maria", "mario", False),
        ("anna", "anne", False),
        ("tellis", "tallis", True),
        ("orme", "orma", False),
    ],
)
def test_two_spellings_of_one_name(a: str, b: str, expected: bool) -> None:
    assert alike(a, b) is expected


def people(*names: str) -> list[tuple[str, ...]]:
    return [tuple(name.lower().split()) for name in names]


def test_one_person_in_several_spellings() -> None:
    names = people("mohammed bin taro al thor", "mohammed al thor", "mohammed bin taro", "mohamed bin taro al thor")
    joined = join_people(names, {("thor",): True})
    assert {joined[name] for name in (*names, ("thor",))} == {names[0]}


def test_two_of_one_surname_stay_two_and_the_bare_surname_is_neither() -> None:
    anna, bela = people("anna taro", "bela taro")
    joined = join_people([anna, bela], {("taro",): True})
    assert joined[anna] != joined[bela]
    assert joined[("taro",)] == ("taro",)


def test_a_junior_is_not_his_father() -> None:
    son, father = people("ludo tarrow jr", "ludo tarrow")
    joined = join_people([son, father], {("tarrow",): True, ("jr",): True})
    assert joined[son] != joined[father]
    assert joined[("tarrow",)] == father


def test_a_father_is_not_his_son() -> None:
    son, father = people("tamm bin hadad al thor", "hadad al thor")
    joined = join_people([son, father], {})
    assert joined[son] != joined[father]


def test_a_name_that_may_be_no_person_is_joined_as_a_surname_only() -> None:
    (full,) = people("anna taro")
    assert join_people([full], {("taro",): False, ("anna",): False}) == {full: full, ("taro",): full}


def test_particles_are_no_surname() -> None:
    assert core(("ludo", "van", "der", "meer")) == ("ludo", "meer")
    assert core(("al",)) == ("al",)


def test_bodies_by_short_form_and_acronym() -> None:
    front, council = ("upland", "front"), ("osk", "trade", "union")
    joined = join_bodies([front, council, ("otu",)], [("front",)], {("uf",): front})
    assert joined[("front",)] == joined[("uf",)] == front
    assert joined[("otu",)] == council


def test_a_short_form_of_two_bodies_is_neither() -> None:
    joined = join_bodies([("upland", "front"), ("lowland", "front")], [("front",)], {})
    assert ("front",) not in joined


@pytest.mark.parametrize(
    ("acronym", "words", "expected"),
    [("OTU", ["Osk", "Trade", "Union"], True), ("MOL", ["Movement", "of", "Lorne"], True), ("XYZ", ["Osk"], False)],
)
def test_acronyms_are_of_the_words_before_them(acronym: str, words: list[str], expected: bool) -> None:
    assert introduces(acronym, words) is expected
