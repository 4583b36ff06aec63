"""A number of the record in words."""

from dragoman.records.reading import Hedge
from dragoman.records.rows.happenings import FigurePoint
from dragoman.showing import words
from dragoman.showing.plain import quoted


def value(point: FigurePoint) -> str:
    """The number as told: "about 250", "100 to 200", "at least 40"."""
    hedge = words.vocabulary()["hedge"][point.hedge.value]
    if point.low is None and point.high is None:
        return "a number not told"
    if point.low is None or point.high is None or point.low == point.high:
        told = point.low if point.low is not None else point.high
        assert told is not None
        said = point.evidence[0].quote if point.evidence else ""
        if told % 1 and said and not any(letter.isdigit() for letter in said):
            return quoted(said, 48)  # "a third": nobody said 0.333333
        return f"{hedge}{words.number(told)}"
    words_of_it = point.evidence[0].quote if point.evidence else ""
    if point.hedge == Hedge.RANGE and words_of_it and not any(letter.isdigit() for letter in words_of_it):
        return quoted(words_of_it, 48)  # "thousands": the bounds are ours, the words are not
    joined = f"{words.number(point.low)} to {words.number(point.high)}"
    return joined if point.hedge == Hedge.RANGE else f"{hedge}{joined}"
