"""The sheet of judged joins says what it must."""

from tests.reconciling.sheets.__main__ import KINDS, places, sheet


def test_every_line_names_its_places_and_every_wrong_one_its_reason() -> None:
    for kind in KINDS:
        for entry in sheet()[kind]:
            assert all(start < end for _, start, end in places(entry))
            assert len({report for report, _, _ in places(entry)}) > 1 or kind == "conflicts"
            assert entry["right"] or entry["reason"]


def test_the_shares_that_are_reached() -> None:
    share = {kind: sum(e["right"] for e in sheet()[kind]) / len(sheet()[kind]) for kind in KINDS}
    assert share["claims"] >= 0.9
    assert share["origins"] >= 0.9
