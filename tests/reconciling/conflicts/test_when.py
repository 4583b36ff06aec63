"""Since when: what lasts, told to have begun at times that do not meet."""

import pytest

from dragoman.records.rows.happenings import ConflictKind
from tests.reconciling.conflicts.reports import conflicts, item

SINCE = "Norway has hosted the delegation of Chile since 2029."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway has hosted the delegation of Chile for over 20 years.", 1),
        ("Norway has hosted the delegation of Chile for two years.", 0),
        ("Norway has hosted the delegation of Chile since 2029, when the war began.", 0),
        ("Norway has hosted the delegation of Chile for less than a year.", 1),
        ("Sweden has hosted the delegation of Chile for over 20 years.", 0),
    ],
)
def test_beginnings_that_do_not_meet(text: str, expected: int) -> None:
    found = conflicts(item(SINCE, outlet="Gazette"), item(text, outlet="Herald"), kind=ConflictKind.WHEN)
    assert len(found) == expected
