"""The parts of a graph: told bit by bit as they are told at once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reconciling.blocks import Components, Derived, Entry, MemoryShelf, Node

PARTS = Components("part", units="unit", ties="tie")


def tie(shelf: MemoryShelf, one: str, others: tuple[str, ...] | None) -> set[str]:
    """Say whom a member is tied to; None takes it away. Gives the members whose ties have changed."""
    kept = shelf.node("tying", one)
    before = {one: kept[1]} if kept else {}
    old = {at for node in before.values() for at in node.entries}
    made: dict[str, tuple[Derived, Node] | None] = {one: None}
    new: set[tuple[str, str]] = set()
    if others is not None:
        ties = (Entry("tie", one, others), *(Entry("tie", other, (one,)) for other in others))
        entries = (Entry("unit", one), *ties)
        new = {(entry.into, entry.key) for entry in entries}
        made[one] = Derived(None, entries), Node(entries=tuple(sorted(new)))
    shelf.put("tying", made, before)
    return {key for _, key in old | new}


def parts(shelf: MemoryShelf) -> dict[str, str]:
    return {unit: root for unit, (root, _) in shelf.nodes["part"].items()}


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    st.lists(
        st.tuples(st.integers(0, 8), st.one_of(st.none(), st.frozensets(st.integers(0, 8), max_size=3))), max_size=24
    )
)
def test_any_ties_that_come_and_go_give_the_parts_of_those_that_are_there(
    steps: list[tuple[int, frozenset[int] | None]],
) -> None:
    shelf, ties = MemoryShelf(), dict[str, tuple[str, ...]]()
    for n, others in steps:
        one = f"u{n}"
        told = None if others is None else tuple(f"u{other}" for other in sorted(others - {n}))
        ties |= {} if told is None else {one: told}
        if told is None:
            ties.pop(one, None)
        PARTS.run(tie(shelf, one, told), shelf)
    whole = MemoryShelf()
    dirty = {key for one, others in sorted(ties.items()) for key in tie(whole, one, others)}
    PARTS.run(dirty, whole)
    assert parts(shelf) == parts(whole)
