"""However many print one text, it is one source: one claim for what it cites, one origin for each of its sources."""

import pytest

from dragoman.reconciling import Pile
from dragoman.reconciling.blocks import Changed, Engine, MemoryShelf
from dragoman.reconciling.blocks.sharing import COMMON
from dragoman.reconciling.given import Given
from dragoman.reconciling.stages import STAGES
from dragoman.reconciling.whole import reconcile, record_on
from dragoman.records.corrections import NO_CORRECTIONS
from dragoman.records.reading import ActorKind, Sourcing
from dragoman.records.rows.happenings import ClaimStatus
from tests.reconciling.builders import Maker, day, pile

TEXT = (
    "“The ferries go at noon,” said Kay Lund on the quay. Varra and Osk signed the ferry accord on Friday. Nobody in "
    "the harbour knew when the next boat was to come, as the storm had not yet passed the outer islands and the crews "
    "were asleep. “They will come back,” a diplomat said. More than forty people waited in the old customs house."
)


def copy(number: int) -> Maker:
    made = Maker(TEXT, file=f"f{number:03d}.txt", outlet=f"Outlet {number}", published="2031-03-08")
    lund, diplomat = made.actor("Kay Lund", ActorKind.PERSON), made.actor("a diplomat", ActorKind.PERSON, named=False)
    varra, osk = made.actor("Varra"), made.actor("Osk")
    made.says("“The ferries go at noon,”", source="Kay Lund", cue="said", actor=lund)
    made.says("“They will come back,”", source="a diplomat", cue="said", actor=diplomat, sourcing=Sourcing.UNNAMED)
    words = "Varra and Osk signed the ferry accord on Friday"
    made.event(words, "agree", agent=(varra, osk), trigger="signed", when=day("2031-03-07"))
    return made


@pytest.mark.parametrize("count", [3, COMMON + 20])
def test_a_text_printed_over_and_over_is_one_source(count: int) -> None:
    record = reconcile(pile(*(copy(number) for number in range(count))))
    assert [(c.report_count, c.status) for c in record.claims] == [(count, ClaimStatus.SINGLE_ORIGIN)] * 3
    assert [len(row.evidence) for row in record.timeline] == [count]
    assert sorted(len(origin.reports) for origin in record.origins)[-2:] == [
        count,
        count,
    ]  # the diplomat's, the outlets'


def test_copies_that_come_one_by_one_give_the_same() -> None:
    items = {item.id: item for item in pile(*(copy(number) for number in range(COMMON + 3)))}
    shelf, here = MemoryShelf(), {}
    for name, item in items.items():
        here[name] = item
        Engine(STAGES, shelf, Given(Pile(here.values()), NO_CORRECTIONS)).run(Changed(frozenset({name})))
    assert record_on(shelf) == reconcile(Pile(items.values()))
