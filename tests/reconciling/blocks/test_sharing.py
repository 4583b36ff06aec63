"""Pairs of passages that share words: found bit by bit as they are found at once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reconciling.blocks import Mark, MemoryShelf, Sharing
from dragoman.reconciling.blocks.sharing import COMMON, NO_FORMULA
from dragoman.reconciling.passages import enough

SHARING = Sharing("passages", "passage", enough)


def mark(owner: str, shingles: set[int], group: str | None = None) -> Mark:
    return Mark("passage", owner, group or owner, 0, tuple(sorted(shingles)))


def pairs(shelf: MemoryShelf) -> set[tuple[str, str]]:
    return {(one, other) for one, others in shelf.paired["passage"].items() for other in others if one < other}


def at_once(marks: dict[str, Mark]) -> set[tuple[str, str]]:
    shelf = MemoryShelf()
    SHARING.run(marks, shelf, fresh=True)
    return pairs(shelf)


def test_a_formula_that_grows_common_parts_those_that_it_joined() -> None:
    shelf = MemoryShelf()
    marks: dict[str, Mark] = {}
    for n in range(COMMON + 1):
        new = mark(f"s-{n:02d}", {1, 2, 100 + n})
        marks[new.owner] = new
        SHARING.run({new.owner: new}, shelf, fresh=False)
        assert pairs(shelf) == at_once(marks)
    assert not pairs(shelf)
    gone = marks.pop("s-00")
    SHARING.run({gone.owner: None}, shelf, fresh=False)
    assert pairs(shelf) == at_once(marks)
    assert len(pairs(shelf)) == COMMON * (COMMON - 1) // 2


def test_passages_of_one_report_and_of_other_kinds_are_no_pair() -> None:
    shelf = MemoryShelf()
    one, same = mark("s-1", {1, 2}, "r-1"), mark("s-2", {1, 2}, "r-1")
    other = Mark("passage", "s-3", "r-2", 1, (1, 2))
    SHARING.run({m.owner: m for m in (one, same, other)}, shelf, fresh=False)
    assert not pairs(shelf)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.tuples(st.integers(0, 12), st.one_of(st.none(), st.sets(st.integers(0, 15), min_size=1, max_size=8))),
        max_size=30,
    )
)
def test_any_coming_and_going_gives_the_pairs_of_what_is_there(steps: list[tuple[int, set[int] | None]]) -> None:
    shelf = MemoryShelf()
    marks: dict[str, Mark] = {}
    for n, shingles in steps:
        owner = f"s-{n:02d}"
        if shingles is None:
            marks.pop(owner, None)
            SHARING.run({owner: None}, shelf, fresh=False)
        else:
            marks[owner] = mark(owner, shingles)
            SHARING.run({owner: marks[owner]}, shelf, fresh=False)
    assert pairs(shelf) == at_once(marks)


def test_a_text_that_very_many_print_hangs_together_by_the_first_of_them() -> None:
    shelf = MemoryShelf()
    text = set(range(NO_FORMULA + 2))
    marks: dict[str, Mark] = {}
    for n in [*range(COMMON, 0, -1), COMMON + 2, 0, COMMON + 1]:  # also one that comes before the first
        new = mark(f"s-{n:02d}", text | {100 + n})
        marks[new.owner] = new
        SHARING.run({new.owner: new}, shelf, fresh=False)
        assert pairs(shelf) == at_once(marks)
    assert pairs(shelf) == {("s-00", owner) for owner in marks if owner != "s-00"}
    del marks["s-00"]
    SHARING.run({"s-00": None}, shelf, fresh=False)
    assert pairs(shelf) == at_once(marks) == {("s-01", owner) for owner in marks if owner != "s-01"}
