"""Who decided it: on its own by one account, asked to by another."""

from dragoman.records.rows.happenings import ConflictKind, ConflictStrength
from tests.reconciling.conflicts.reports import conflicts, item, says

OWN = (
    "Norway's decision to end its role as mediator came on Friday. A diplomat said that Norway made this decision "
    "independently."
)
ASKED = "Canada asked Norway to expel the delegates of Chile two weeks ago, a senior Canadian official said."


def test_one_voice_has_it_decide_alone_and_another_has_it_asked() -> None:
    found = conflicts(item(OWN, outlet="Gazette"), item(ASKED, outlet="Herald"), kind=ConflictKind.WHO)
    assert [row.strength for row in found] == [ConflictStrength.DIFFERS]
    own, asked = says(found[0])
    assert own == {"that Norway made this decision independently"}
    assert asked == {"Canada asked Norway to expel the delegates of Chile two weeks ago"}
    assert [side.who for side in found[0].sides] == ["A diplomat", "a senior Canadian official"]


def test_both_inside_one_report() -> None:
    text = (
        "Canada asked Norway to expel the delegates of Chile two weeks ago, a senior Canadian official said. "
        "Once the Norwegians had made their decision, they told Chile, one of the diplomats said. "
        "“All sides were given no advance warning,” the diplomat said."
    )
    found = conflicts(item(text, outlet="Gazette"), kind=ConflictKind.WHO)
    assert len(found) == 1
    assert "“All sides were given no advance warning" in next(iter(says(found[0])[0]))


def test_asked_long_after_is_another_decision() -> None:
    later = item(ASKED, outlet="Herald", published="2032-05-09")
    assert conflicts(item(OWN, outlet="Gazette"), later, kind=ConflictKind.WHO) == []


def test_asked_of_somebody_else_is_no_answer() -> None:
    other = item(ASKED.replace("Norway", "Sweden"), outlet="Herald")
    assert conflicts(item(OWN, outlet="Gazette"), other, kind=ConflictKind.WHO) == []
