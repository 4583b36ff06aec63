"""Whose positions are, on piles made by hand."""

from tests.process.talking import run, tell


def test_the_many_of_a_side_hold_theirs_for_it_under_their_own_word() -> None:
    found = run(
        tell("Talks between Ossary and its creditors began.", "meet", "2031-02-01", by=["Ossary", "its creditors"]),
        tell("Ossary is negotiating with its creditors.", "meet", "2031-02-02", by=["Ossary"], to=["its creditors"]),
        tell("The lenders demanded a cut in pensions.", "demand", "2031-02-03", by=["lenders"]),
        tell("Ossary rejected a cut in pensions.", "reject", "2031-02-04", by=["Ossary"]),
    )[1]
    (side,) = [ref for ref in found.channels[0].parties if ref.name != "Ossary"]
    held = {row.actor.name: row.of for row in found.positions}
    assert held == {"lenders": side, "Ossary": None}


def test_a_few_of_the_many_speak_for_themselves_alone() -> None:
    found = run(
        tell("Talks between Ossary and its creditors began.", "meet", "2031-02-01", by=["Ossary", "its creditors"]),
        tell("Of them only some lenders demanded a cut in pensions.", "demand", "2031-02-03", by=["some lenders"]),
    )[1]
    assert [(row.actor.name, row.of) for row in found.positions] == [("some lenders", None)]
