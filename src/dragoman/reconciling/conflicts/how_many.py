"""How many: one quantity of one time, told as numbers that do not fit each other."""

from collections.abc import Iterator
from itertools import combinations

from dragoman.reconciling.conflicts.sides import Draft, Word
from dragoman.reconciling.figures import Series
from dragoman.reconciling.series import Count, are_beside, printed_on, same_quantity, vocabulary
from dragoman.reconciling.unionfind import Groups
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import naming, tokens
from dragoman.records.reading import Hedge, ReadFigure
from dragoman.records.rows.happenings import ConflictKind, ConflictStrength
from dragoman.records.time import Precision

RULE = "one quantity of one time, numbers beyond each other's hedges"
# How far apart two "about" numbers may lie and still be roundings of one.
_ROUNDING = 0.02
# How many times greater a number must be than one that it is "over" to be another.
_MEANT = 1.5
# How many words the descriptions of two sources of tolls must share to be of one.
_WORDED_ALIKE = 2


def how_many(series: tuple[Series, ...]) -> Iterator[tuple[Series, Draft]]:
    """A conflict for each time of a series for which there are numbers that do not fit each other."""
    for one in series:
        for clashing in _clashing(one.counts):
            sides = _sides(clashing)
            # A toll may have moved between the hours at which two reports of a day were written.
            exact = all(c.figure.hedge is Hedge.EXACT and not c.toll for c in clashing)
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


def _clashing(counts: tuple[Count, ...]) -> list[list[Count]]:
    """The counts that are in conflict with others, those together that hang together: of one time."""
    groups = Groups(c.figure.id for c in counts)
    for one, other in combinations(counts, 2):
        if _clash(one, other):
            groups.join(one.figure.id, other.figure.id)
    by_id = {c.figure.id: c for c in counts}
    found = (_latest([by_id[one] for one in members]) for members in groups.all() if len(members) > 1)
    return [members for members in found if any(_clash(one, other) for one, other in combinations(members, 2))]


def _latest(counts: list[Count]) -> list[Count]:
    """Without the tolls of a source that the same source tells higher: it has counted on."""
    return [
        c
        for c in counts
        if not any(_is_one_source(c, d) and c.toll and _told(d.figure) > _told(c.figure) for d in counts)
    ]


def _sides(clashing: list[Count]) -> list[list[Count]]:
    """The counts grouped by what they say: none of a side is in conflict with another of it."""
    sides: list[list[Count]] = []
    for count in clashing:
        home = next((s for s in sides if not any(_clash(count, c) or _apart(count.figure, c.figure) for c in s)), None)
        if home is None:
            sides.append([count])
        else:
            home.append(count)
    return sides


def _clash(one: Count, other: Count) -> bool:
    """Whether two tellings are of one quantity at one time and their numbers do not fit each other.

    Where a day is not told, the numbers are compared all the same, unless they count what is done again and again.
    """
    if _is_one_source(one, other) or one.over != other.over or _is_narrower(one.nouns, other.nouns):
        return False
    same_whom = one.whom is None or other.whom is None or one.whom == other.whom
    if same_whom and are_beside(one, other):
        return _apart(one.figure, other.figure)
    return (
        same_whom
        and _one_time(one, other)
        and (
            (same_quantity(one.figure, other.figure) and _apart(one.figure, other.figure))
            or (_is_whole(one) and one.as_of == other.as_of and _far_apart(one.figure, other.figure))
        )
    )


def _is_narrower(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one counts some of those that the other counts: "four Oskan civilians" of "five Oskans"."""
    return bool(one and other) and (one < other or other < one)


def _far_apart(one: ReadFigure, other: ReadFigure) -> bool:
    """Whether two totals are as good as told to be different: nobody says "over 100" of nearly 200."""
    a, b = _told(one), _told(other)
    return min(a, b) > 0 and max(a, b) / min(a, b) >= _MEANT


def _told(figure: ReadFigure) -> float:
    return float(figure.low if figure.low is not None else figure.high or 0)


def _is_whole(count: Count) -> bool:
    """Whether a total of a whole year or month was told: two of the same one are two answers, however far apart."""
    return count.as_of is not None and count.as_of.precision in (Precision.YEAR, Precision.MONTH)


def _is_one_source(one: Count, other: Count) -> bool:
    """Whether one source tells both numbers: of two things, or it has changed its own and the later one stands."""
    if one.voice is None or other.voice is None:
        return False
    if one.speaker is not None and one.speaker == other.speaker:
        return True
    # "Lisse health officials" and "the Lisse Ministry of Health" count in one place.
    one_place = _wording(one.voice) & _wording(other.voice)
    return one.toll and other.toll and len(one_place) >= _WORDED_ALIKE


def _wording(voice: Voice) -> frozenset[str]:
    """The words that describe a source."""
    said = voice.attribution
    return frozenset(naming(tokens(said.wording))) if said is not None and said.wording else frozenset()


def _one_time(one: Count, other: Count) -> bool:
    if one.toll and other.toll:
        days = printed_on(one), printed_on(other)
        return all(day.known for day in days) and days[0].meets(days[1])
    if one.as_of is None or other.as_of is None:
        return one.act is not None and one.act not in vocabulary().repeated
    if one.act in vocabulary().repeated and (one.running or other.running):
        return _is_whole(one) and one.as_of == other.as_of  # all that were freed in one year
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
