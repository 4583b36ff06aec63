"""What a comparison lays side by side: topics, each with its parts, told of a day only when that day is printed."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from operator import call
from typing import Any

from dragoman.showing.brief.lines import plain_cell
from dragoman.showing.page.model import Cell, GridRow
from dragoman.showing.page.pieces import faint, said, wording

MOST = 8  # parts of a topic that are told of a day: a series of figures may have hundreds
Telling = Callable[[], Cell]


@dataclass(frozen=True)
class Topic:
    """One thing that can be told of both days. What its parts are called by is the same on both."""

    head: str
    parts: Mapping[Hashable, Any]
    tell: Callable[[Any], Cell] = call  # of a part, where it does not tell itself


Topics = Mapping[Hashable, Topic]


def side_by_side(first: Topics, second: Topics, most: int, day: str, *, whole: bool) -> tuple[list[GridRow], int]:
    """The rows of a grid, and how many topics there was no room for.

    Of the second day `whole` tells every part where any is new, otherwise the new ones alone; without new ones it says
    that there are none since `day`. Topics that are new come before those that are not.
    """
    keys = list(dict.fromkeys([*first, *second]))
    ordered = sorted(keys, key=lambda key: not _is_new(key, first, second))
    rows = [_row(first.get(key), second.get(key), day, whole=whole) for key in ordered[:most]]
    return rows, max(0, len(ordered) - most)


def _is_new(key: Hashable, first: Topics, second: Topics) -> bool:
    """Whether the second day has a part of it that the first has not."""
    before = first[key].parts if key in first else {}
    return key in second and not set(second[key].parts) <= set(before)


def _row(first: Topic | None, second: Topic | None, day: str, *, whole: bool) -> GridRow:
    head = first or second
    assert head is not None
    return GridRow(head=plain_cell(said(head.head)), cells=(_all(first), _new(first, second, day, whole=whole)))


def _all(topic: Topic | None) -> tuple[Cell, ...]:
    return _told(topic, list(topic.parts.values())) if topic and topic.parts else _aside("compare_none")


def _new(first: Topic | None, second: Topic | None, day: str, *, whole: bool) -> tuple[Cell, ...]:
    if second is None or not second.parts:
        return _aside("compare_none") if first is None or not first.parts else _aside("compare_same", day)
    before = first.parts if first else {}
    news = [part for key, part in second.parts.items() if key not in before]
    if not news:
        return _aside("compare_same", day)
    return _told(second, list(second.parts.values()) if whole else news)


def _told(topic: Topic, parts: Sequence[Any]) -> tuple[Cell, ...]:
    """As many parts as there is room for, and how many more there are."""
    left = len(parts) - MOST
    more = (plain_cell(faint(wording("compare_more", count=left))),) if left > 0 else ()
    return (*map(topic.tell, parts[:MOST]), *more)


def _aside(key: str, day: str = "") -> tuple[Cell, ...]:
    slots = {"first": day} if day else {}
    return (plain_cell(faint(wording(key, **slots))),)
