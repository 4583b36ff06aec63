"""The gazetteer's tables hold names and nothing else."""

import re

import pycountry
import pytest
from babel import Locale

from dragoman.reading.actors.gazetteer.table import (
    Form,
    Gazetteer,
    Sense,
    form_parts,
    gazetteer,
    regions,
    rows,
    several,
)
from dragoman.reading.spelling import plain
from dragoman.records.reading import ActorKind

NAMED_STATES = {row["code"]: row for row in rows("states")}
ROLES = ("mediator", "party to", "host", "guarantor", "patron", "terrorist", "spoiler", "rebel group", "militant")


def test_no_two_entries_share_a_form() -> None:
    owners: dict[tuple[str, ...], set[str]] = {}
    for form in gazetteer().forms:
        owners.setdefault(tuple(form_parts(form.text)), set()).add(form.entry.key)
    shared = {words: keys for words, keys in owners.items() if len(keys) > 1}
    assert shared == {}


def test_state_codes_are_iso_codes() -> None:
    former = {"su", "yu", "cs", "dd"}
    for code in NAMED_STATES:
        if code in former:
            assert any(c.alpha_4.lower().startswith(code) for c in pycountry.historic_countries), code
        elif code != "xk":  # Kosovo's user-assigned code
            assert pycountry.countries.get(alpha_2=code.upper()) is not None, code


def test_every_member_state_is_there_under_its_iso_or_english_name() -> None:
    """Whatever pycountry or Babel calls a state of the table, the gazetteer knows it by one of these names."""
    english = Locale("en").territories
    forms = {plain(form.text) for form in gazetteer().forms if form.sense is Sense.NAME}
    for code, row in NAMED_STATES.items():
        country = pycountry.countries.get(alpha_2=code.upper())
        if country is None or code in {"cd", "cg"}:  # the two Congos, whose short names no two lists share
            continue
        names = {plain(country.name), plain(getattr(country, "common_name", "")), plain(english[code.upper()])}
        loose = {re.sub(r"&", "and", name).replace("st.", "saint") for name in names}
        known = any(name in forms for name in names | loose)
        assert known or any(plain(row["name"]) in name for name in names | loose), (code, names)


def test_almost_all_states_have_an_adjective_and_a_capital() -> None:
    without = [code for code, row in NAMED_STATES.items() if not (row["adjectives"] or row["peoples"])]
    assert set(without) == {"cg", "va"}
    assert sum(not row["capital"] for row in NAMED_STATES.values()) < 25


def test_there_are_groups_of_every_continent() -> None:
    groups = list(rows("groups"))
    states = {code for row in groups for code in several(row["states"])}
    assert len(groups) >= 80
    assert {
        "co",
        "pe",
        "ni",
        "gb",
        "es",
        "ru",
        "ng",
        "ug",
        "cd",
        "so",
        "sd",
        "af",
        "in",
        "lk",
        "ph",
        "mm",
        "pg",
        "sy",
    } <= states
    assert states <= set(NAMED_STATES)


@pytest.mark.parametrize("table", ["organisations", "groups", "places", "states", "seats", "regions"])
def test_tables_hold_no_roles_and_say_their_source(table: str) -> None:
    from importlib import resources

    text = resources.files("dragoman.reading.actors.gazetteer").joinpath(f"{table}.csv").read_text("utf-8")
    assert text.startswith("#")
    assert "Source:" in text
    listed = "\n".join(line for line in text.splitlines() if not line.startswith("#")).lower()
    assert [role for role in ROLES if role in listed] == []


def test_regions_are_of_known_states() -> None:
    for word, keys in regions().items():
        assert word == word.lower()
        assert keys <= set(gazetteer().entries), word


def test_slugs_are_unique_and_kinds_neutral() -> None:
    for table in ("organisations", "groups", "places"):
        slugs = [row["slug"] for row in rows(table)]
        assert len(slugs) == len(set(slugs)), table
        assert all(re.fullmatch(r"[a-z0-9-]+", slug) for slug in slugs), table
    kinds = {entry.key.split(":")[0]: entry.kind for entry in gazetteer().entries.values()}
    assert kinds == {
        "state": ActorKind.STATE,
        "place": ActorKind.OTHER,
        "org": ActorKind.ORGANISATION,
        "group": ActorKind.GROUP,
    }


def test_no_entry_is_a_person() -> None:
    titles = ("Mr ", "Mr. ", "Mrs ", "Dr. ", "President ", "Sheikh ", "Prime Minister ")
    titled = [form.text for form in gazetteer().forms if form.text.startswith(titles)]
    assert titled == []


@pytest.mark.parametrize(
    ("said", "key", "length"),
    [
        ("Al - Shabaab fighters", "group:al-shabaab", 3),
        ("The Hague is", "state:nl", 2),
        ("the Hague is", "state:nl", 2),
        ("US officials", "state:us", 1),
        ("U.S. officials", "state:us", 1),
        ("Türkiye said", "state:tr", 1),
        ("Turkiye said", "state:tr", 1),
        ("Burma said", "state:mm", 1),
        ("CÔTE D'IVOIRE said", "state:ci", 2),
        ("Washington Post reporters", "org:wapo", 2),
        ("Washington , D.C. on", "state:us", 3),
        ("People ’s Liberation Army units", "org:pla", 4),
        ("New York Times", "org:nyt", 3),
    ],
)
def test_the_longest_form_is_found(said: str, key: str, length: int) -> None:
    match = gazetteer().match(said.split(), 0)
    assert match is not None
    assert (match.form.entry.key, match.end) == (key, length)


@pytest.mark.parametrize(
    "said", ["us officials", "turkey sandwiches", "who said", "let us", "Let us", "the times", "chad"]
)
def test_lower_case_words_are_no_names(said: str) -> None:
    assert gazetteer().match(said.split(), 0) is None


def test_a_gazetteer_of_nothing_finds_nothing() -> None:
    assert Gazetteer(()).match(["Norway"], 0) is None


def test_forms_are_of_their_entry() -> None:
    form = next(form for form in gazetteer().forms if form.text == "Norwegians")
    assert isinstance(form, Form)
    assert (form.sense, form.entry.key) == (Sense.PEOPLE, "state:no")
