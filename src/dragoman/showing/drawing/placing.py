"""Words below their places without covering each other, and with lines up to the places that cross no words."""

from collections.abc import Iterable, Sequence

from dragoman.records.base import Frozen

GAP = 8.0
BESIDE = 3.0  # from the line to the words beside it


class Label(Frozen, frozen=True, kw_only=True):
    """Words that belong to a place `x`."""

    x: float
    text: str
    wide: float


class Placed(Frozen, frozen=True, kw_only=True):
    """Where words stand: in which row below, from which place on."""

    label: Label
    row: int
    begin: float

    @property
    def is_left(self) -> bool:
        """Whether they stand left of their place."""
        return self.begin < self.label.x

    @property
    def end(self) -> float:
        """Where they end."""
        return self.begin + self.label.wide


def placed(labels: Sequence[Label], right: float, rows: int) -> tuple[Placed, ...]:
    """The words in their rows: right of their lines at first, left of them from some place on.

    Of all such places the one with fewest words left out (where no row has room), fewest lines across words, and
    fewest rows.
    """
    tries = [_tried(labels, turn, right, rows) for turn in range(len(labels), -1, -1)]
    return min(tries, key=lambda found: (-len(found), _crossings(found), height(found)))


def placed_right(labels: Sequence[Label], right: float, rows: int) -> tuple[Placed, ...]:
    """The same with all words right of their lines, where what is named begins there and goes on to the right."""
    return _tried(labels, len(labels), right, rows)


def _tried(labels: Sequence[Label], turn: int, right: float, rows: int) -> tuple[Placed, ...]:
    """Words from `turn` on stand left of their lines, and these go down from the first; the others from the last."""
    found: list[Placed] = []
    for label in (*labels[turn:], *reversed(labels[:turn])):
        left = label.x - BESIDE - label.wide
        begin = label.x + BESIDE if label in labels[:turn] else left
        if begin + label.wide > right:
            begin = left
        if begin < 0:
            begin = max(0.0, min(label.x + BESIDE, right - label.wide))
        options = [Placed(label=label, row=row, begin=begin) for row in range(rows)]
        free = [one for one in options if not any(_covers(one, other) for other in found)]
        clear = [one for one in free if not any(_crosses(one, other) or _crosses(other, one) for other in found)]
        found += (clear or free)[:1]
    return tuple(found)


def _crossings(found: Sequence[Placed]) -> int:
    """How many lines run through words, those that stand across their own line included."""
    across = sum(one.begin < one.label.x < one.end for one in found)
    return across + sum(_crosses(one, other) for one in found for other in found)


def height(found: Iterable[Placed]) -> int:
    """How many rows are used."""
    return max((one.row + 1 for one in found), default=0)


def _covers(one: Placed, other: Placed) -> bool:
    return one.row == other.row and one.begin < other.end + GAP and other.begin < one.end + GAP


def _crosses(deep: Placed, other: Placed) -> bool:
    """Whether the line up from `deep` runs through the words of `other`."""
    return deep.row > other.row and other.begin < deep.label.x < other.end
