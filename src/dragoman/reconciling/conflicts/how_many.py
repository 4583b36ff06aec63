"""How many: one quantity of one time, told as numbers that do not fit each other."""

from collections.abc import Iterator

from dragoman.reconciling.conflicts.sides import Draft, Word
from dragoman.reconciling.figures import Series
from dragoman.reconciling.series import Count, same_quantity, vocabulary
from dragoman.records.reading import Hedge, ReadFigure
from dragoman.records.rows.happenings import ConflictKind, ConflictStrength

RULE = "one quantity of one time, numbers beyond each other's hedges"
# How far apart two "about" numbers may lie and still be roundings of one.
_ROUNDING = 0.02


def how_many(series: tuple[Series, ...]) -> Iterator[tuple[Series, Draft]]:
    """A conflict for each series that has numbers for one time which do not fit."""
    for one in series:
        if len(one.counts) < 2:
            continue
        sides = _sides(one.counts)
        if len(sides) > 1:
            exact = all(c.figure.hedge is Hedge.EXACT for side in sides for c in side)
            yield (
                one,
                Draft(
                    ConflictKind.HOW_MANY,
                    ConflictStrength.CONTRADICTS if exact else ConflictStrength.DIFFERS,
                    one.row.series,
                    RULE,
                    (),
                    tuple(tuple(Word(c.item.id, c.figure.span, c.voice) for c in side) for side in sides),
                ),
            )


def _sides(counts: tuple[Count, ...]) -> list[list[Count]]:
    """The numbers that are in conflict with at least one other, grouped by what they say."""
    clashing = [c for c in counts if any(_clash(c, other) for other in counts if other.figure.id != c.figure.id)]
    sides: list[list[Count]] = []
    for count in clashing:
        home = next((s for s in sides if not any(_apart(count.figure, c.figure) for c in s)), None)
        if home is None:
            sides.append([count])
        else:
            home.append(count)
    return sides


def _clash(one: Count, other: Count) -> bool:
    """Whether two tellings are of one quantity at one time and their numbers do not fit each other.

    Where a day is not told, the numbers are compared all the same, unless they count what is done again and again.
    """
    same_whom = one.whom is None or other.whom is None or one.whom == other.whom
    return (
        same_whom
        and _one_time(one, other)
        and same_quantity(one.figure, other.figure)
        and _apart(one.figure, other.figure)
    )


def _one_time(one: Count, other: Count) -> bool:
    if one.as_of is None or other.as_of is None:
        return one.act is not None and one.act not in vocabulary().repeated
    if one.act in vocabulary().repeated and (one.running or other.running):
        return False
    return one.as_of.meets(other.as_of)


def _apart(one: ReadFigure, other: ReadFigure) -> bool:
    low, high = _bounds(one)
    other_low, other_high = _bounds(other)
    return low > other_high or other_low > high


def _bounds(figure: ReadFigure) -> tuple[float, float]:
    low = float(figure.low) if figure.low is not None else float("-inf")
    high = float(figure.high) if figure.high is not None else float("inf")
    if figure.hedge is Hedge.ABOUT:
        return low * (1 - _ROUNDING), high * (1 + _ROUNDING)
    return low, high
