"""Issues, terms and likeness of wordings."""

import pytest

from dragoman.process.issues import issue_of
from dragoman.process.likeness import are_alike
from dragoman.process.terms import terms_of


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("a permanent truce", "duration"),
        ("an end to rocket fire from the hills", "hostilities"),
        ("the swap of forty prisoners", "exchange"),
        ("lower quotas for growers", "trade"),
        ("a further cut in pensions", "reforms"),
        ("a write-off of half the debt", "money"),
        ("the number of centrifuges", "weapons"),
        ("the lifting of the oil embargo", "sanctions"),
        ("the government", "other"),
        ("", "other"),
    ],
)
def test_issue(text: str, issue: str) -> None:
    assert issue_of(text) == issue


def test_terms_are_parted_by_issue() -> None:
    found = terms_of("a truce of ten days, the swap of forty prisoners and fuel for the port")
    assert [(term.issue, term.text) for term in found] == [
        ("duration", "a truce of ten days"),
        ("exchange", "the swap of forty prisoners"),
        ("aid", "fuel for the port"),
    ]


@pytest.mark.parametrize("text", ["", " , ", "and"])
def test_terms_of_nothing(text: str) -> None:
    assert all(term.text for term in terms_of(text))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("an end to the siege", "the end of the siege", True),
        ("a permanent truce", "a permanent truce in the hills", True),
        ("an end to the siege", "the release of prisoners", False),
        ("", "the siege", False),
    ],
)
def test_likeness(one: str, other: str, alike: bool) -> None:
    assert are_alike(one, other) is alike
