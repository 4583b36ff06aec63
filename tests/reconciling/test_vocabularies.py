"""The vocabularies of reconciling and process are well-formed and name things that exist."""

from importlib import resources

import pytest
import yaml

from dragoman.process.issues import issue_of
from dragoman.reading.events import event_types
from dragoman.reconciling.happenings import acts
from dragoman.reconciling.roles import vocabulary as roles
from dragoman.reconciling.series import vocabulary as figures
from dragoman.records.rows.voices import Role

FILES = [
    (package, file.name)
    for package in ("dragoman.reconciling", "dragoman.reconciling.conflicts", "dragoman.process")
    for file in resources.files(package).iterdir()
    if file.name.endswith(".yaml")
]


@pytest.mark.parametrize(("package", "name"), FILES)
def test_every_vocabulary_says_where_it_comes_from(package: str, name: str) -> None:
    text = resources.files(package).joinpath(name).read_text("utf-8")
    assert text.startswith("#")
    assert "ource" in text or "design" in text or "written for dragoman" in text
    assert yaml.safe_load(text)


def test_roles_rest_on_event_types_that_exist() -> None:
    rules = {name: rules for name, rules in roles().items() if name not in {"party_least", "mediator_share"}}
    assert set(rules) <= {role.value for role in Role}
    named = {rule["type"] for entries in rules.values() for rule in entries}
    assert named <= set(event_types())


def test_families_and_questions_name_event_types_that_exist() -> None:
    assert set(acts().families) | set(acts().families.values()) | acts().told_once <= set(event_types())
    doers = yaml.safe_load(
        resources.files("dragoman.reconciling.conflicts").joinpath("questions.yaml").read_text("utf-8")
    )
    assert set(doers["one_doer"]) <= set(event_types())


def test_no_noun_is_both_generic_and_somebody() -> None:
    known = figures()
    assert not known.generic & set(known.alike)


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("a 45-day truce", "duration"),
        ("an exchange of captives for prisoners", "exchange"),
        ("to withdraw its troops from the dam", "withdrawal"),
        ("monitors to verify", "guarantees"),
        ("a loan of 3 billion", "money"),
        ("something else entirely", "other"),
    ],
)
def test_issues_are_told_by_their_words(text: str, issue: str) -> None:
    assert issue_of(text) == issue
