"""Numbers: who did it to the counted, totals of one year, two sources beside each other, one source's own."""

from dragoman.records.rows.happenings import ConflictKind
from tests.reconciling.conflicts.reports import conflicts, item, says


def test_one_number_of_killed_by_different_doers() -> None:
    one = item(
        "Some 1,240 people were killed, including some by Chile and others by Canadian forces.", outlet="Gazette"
    )
    other = item("The war began with an attack by Chile, which killed around 1,240 people.", outlet="Herald")
    found = conflicts(one, other, kind=ConflictKind.WHO)
    assert [len(row.sides) for row in found] == [2]


def test_totals_of_one_year_that_are_far_apart() -> None:
    one = item("Norway helped in the release of nearly 200 prisoners last year.", outlet="Gazette")
    other = item("The talks last year led to the release of over 100 prisoners.", outlet="Herald")
    found = conflicts(one, other, kind=ConflictKind.HOW_MANY)
    assert [says(row) for row in found] == [[{"nearly 200 prisoners"}, {"over 100 prisoners"}]]


def test_two_sources_beside_each_other() -> None:
    text = (
        "Seventeen people were killed on Wednesday when shells hit the market, doctors at the hospital said. "
        "Nine people had died, an army spokesman, Ivo Brand, claimed."
    )
    found = conflicts(item(text, outlet="Gazette"), kind=ConflictKind.HOW_MANY)
    assert [says(row) for row in found] == [[{"Seventeen people"}, {"Nine people"}]]


def test_one_source_that_changes_its_number_contradicts_nobody() -> None:
    one = item("Thirty people were killed on March 8, Canada's army said.", outlet="Gazette")
    other = item(
        "Thirty-six people were killed on March 8, Canada's army said.", outlet="Herald", published="2031-03-10"
    )
    assert conflicts(one, other, kind=ConflictKind.HOW_MANY) == []


def test_killed_or_wounded_in_one_number_is_no_toll_of_the_killed() -> None:
    one = item("Forty people were killed on March 8, Canada's army said.", outlet="Gazette")
    other = item("Fifty people were killed or wounded on March 8, the mayor, Ivo Brand, said.", outlet="Herald")
    assert conflicts(one, other, kind=ConflictKind.HOW_MANY) == []


def test_tolls_of_two_places_are_two_series() -> None:
    one = item("Forty people were killed in Oslo on March 8, Canada's army said.", outlet="Gazette")
    here = item("Fifty people were killed in Oslo on March 8, the mayor, Ivo Brand, said.", outlet="Herald")
    there = item("Fifty people were killed in Lima on March 8, the mayor, Ivo Brand, said.", outlet="Herald")
    assert len(conflicts(one, here, kind=ConflictKind.HOW_MANY)) == 1
    assert conflicts(one, there, kind=ConflictKind.HOW_MANY) == []
