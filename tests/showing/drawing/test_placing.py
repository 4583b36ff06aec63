from hypothesis import given
from hypothesis import strategies as st

from dragoman.showing.drawing.placing import GAP, Label, height, placed, placed_right

RIGHT = 600.0


def labels(places: list[float], wide: float) -> list[Label]:
    return [Label(x=x, text=f"at {x}", wide=wide) for x in sorted(places)]


def test_words_with_room_stand_in_one_row_right_of_their_lines() -> None:
    found = placed(labels([10, 200, 400], 100), RIGHT, 8)
    assert height(found) == 1
    assert all(one.begin > one.label.x for one in found)


def test_words_at_the_right_end_stand_left_of_their_line() -> None:
    (one,) = placed(labels([590], 100), RIGHT, 8)
    assert one.is_left
    assert one.end <= 590


def test_words_without_room_are_left_out() -> None:
    assert len(placed(labels([300.0 + n for n in range(12)], 400), RIGHT, 4)) == 4


@given(
    st.lists(st.floats(min_value=12, max_value=588), max_size=8, unique=True), st.floats(min_value=20, max_value=380)
)
def test_words_never_cover_each_other_or_leave_the_picture(places: list[float], wide: float) -> None:
    found = placed(labels(places, wide), RIGHT, 8)
    assert len({one.label.x for one in found}) == len(found)
    for one in found:
        assert one.begin >= 0
        assert one.end <= RIGHT + 0.01
        for other in found:
            if one is not other and one.row == other.row:
                assert one.end + GAP <= other.begin + 0.01 or other.end + GAP <= one.begin + 0.01


def test_what_goes_on_to_the_right_has_its_words_there() -> None:
    found = placed_right(labels([104, 155], 120), RIGHT, 8)
    assert all(not one.is_left for one in found)
    (edge,) = placed_right(labels([595], 120), RIGHT, 8)
    assert edge.end <= 595
