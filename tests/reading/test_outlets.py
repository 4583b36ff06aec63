"""News outlets by their names and by what they are called."""

import pytest

from dragoman.reading.outlets import is_outlet, outlet_named, same_outlet


@pytest.mark.parametrize(
    ("name", "expected"),
    [("CNN", True), ("The Varra Times", True), ("the Times of Varra", True), ("NBC News", True), ("reporters", False),
     ("the time", False), ("Peter Lund", False), ("", False), ("the post", False)],
)  # fmt: skip
def test_outlets(name: str, expected: bool) -> None:
    assert is_outlet(name) is expected


@pytest.mark.parametrize(
    ("phrase", "outlet"),
    [
        ("the broadcaster RTV", "RTV"),
        ("state news agency Kelda Press", "Kelda Press"),
        ("state television", "state television"),
        ("Osk's Channel 12", "Channel 12"),
        ("Radio Kesmark", "Radio Kesmark"),
        ("this newspaper", None),
        ("two officials familiar with the channel", None),
        ("the newspaper's editor, Ana Orsa", None),
        ("reporters", None),
        ("", None),
    ],
)
def test_outlets_by_what_they_are_called(phrase: str, outlet: str | None) -> None:
    assert outlet_named(phrase) == outlet


@pytest.mark.parametrize(
    ("name", "outlet", "expected"),
    [
        ("Reuters", "Reuters", True),
        ("The Varra Post", "Varra Post", True),
        ("CNN", "Reuters", False),
        ("CNN", None, False),
    ],
)
def test_same_outlet(name: str, outlet: str | None, expected: bool) -> None:
    assert same_outlet(name, outlet) is expected
