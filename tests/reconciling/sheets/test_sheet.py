"""The sheet of judged joins says what it must."""

import pytest

from tests.reconciling.sheets.__main__ import KINDS, places, sheet


def test_every_line_names_its_places_and_every_wrong_one_its_reason() -> None:
    for kind in KINDS:
        for entry in sheet()[kind]:
            assert all(start < end for _, start, end in places(entry))
            assert len({report for report, _, _ in places(entry)}) > 1 or kind == "conflicts"
            assert (entry["right"] and entry.get("blind", True)) or entry["reason"]


@pytest.mark.parametrize(("kind", "least"), [("claims", 0.9), ("conflicts", 0.75), ("origins", 0.9)])
@pytest.mark.parametrize("judge", ["right", "blind"])
def test_the_shares_that_are_reached(kind: str, least: float, judge: str) -> None:
    judged = [entry[judge] for entry in sheet()[kind] if judge in entry]
    assert len(judged) >= 0.8 * len(sheet()[kind])
    assert sum(judged) / len(judged) >= least
