"""What the wording says and who the source is, over all invented reports: shares that are right, and their floors."""

import pytest

from .cases.score import Answer, alike, answers, place
from .cases.sheet import FIELDS, NOBODY, Case, floors, load
from .cases.tally import RESOLVED, Share, by_field, share, table

# What the program promises, on the tuned and the held files alike.
PROMISED = ("sourcing", "polarity", "medium", RESOLVED)
LEAST = 0.95
FLOORS = floors()
MANY = 120  # cases, at least


@pytest.fixture(scope="module")
def given() -> list[Answer]:
    """The program's answer to every question; the table is printed, for a failure to show."""
    found = [answer for case in load() for answer in answers(case)]
    print("\n" + table(found))
    return found


@pytest.mark.parametrize("field", sorted(FLOORS))
def test_floor(given: list[Answer], field: str) -> None:
    reached = by_field(given)[field]
    # What is wrong in held cases is not shown: they are only counted.
    wrong = [str(a) for a in given if not a.right and not a.case.held and a.field == field]
    assert reached.value >= FLOORS[field], "\n".join((f"{field}: {reached}", *wrong))


def test_what_is_promised_is_a_floor() -> None:
    assert {field: FLOORS[field] >= LEAST for field in PROMISED} == dict.fromkeys(PROMISED, True)
    assert {RESOLVED, NOBODY, *FIELDS} - {"who", "not_who", "one_of"} == set(FLOORS)


def test_there_are_enough_cases_half_of_them_held() -> None:
    cases = load()
    held = sum(case.held for case in cases)
    assert len(cases) >= MANY
    assert 0.4 <= held / len(cases) <= 0.6
    assert {case.theme for case in cases if case.held} == {case.theme for case in cases if not case.held}


@pytest.mark.parametrize("case", load(), ids=lambda case: case.name)
def test_the_words_of_a_case_stand_in_its_text(case: Case) -> None:
    words = [said.at for said in case.said] + list(case.nobody)
    words += [s.asked[f] for s in case.said for f in ("who", "not_who", "one_of") if f in s.asked]
    assert [w for w in words if place(case.text, w).of(case.text) != w] == []


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        ("in a statement", "in a joint statement released on Sunday", True),
        ("Reuters", "the Reuters news agency", True),
        ("in a statement", "on television", False),
        ("in a statement", None, False),
        (None, "in a statement", False),
        (None, None, True),
        ("in a speech", "in a long and winding speech that nobody heard but the guards", False),
    ],
)
def test_wordings_are_alike_but_for_words_at_the_ends(wanted: str | None, given: str | None, right: bool) -> None:
    assert alike(wanted, given) is right


def test_a_statement_that_is_not_found_is_wrong_in_every_field() -> None:
    case = load()[0]
    lost = [Answer(case, field, "", None, "not found", False) for field in ("kind", "who")]
    assert share(lost) == Share(0, 2)
