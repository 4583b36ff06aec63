"""How the fields of a row look in a cell."""

import datetime
import json
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from dragoman.records.journal import Anchor
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.happenings import FigurePoint, Side
from dragoman.records.rows.talks import Answer, StateSpell, Version
from dragoman.records.rows.voices import RoleHeld
from dragoman.records.time import Interval, Published
from dragoman.showing import days, words
from dragoman.showing.numbers import value as figure
from dragoman.showing.plain import one_line

LONGEST = 400  # characters of a cell; no terminal is wider


def cell(row: Any, source: str, form: str) -> str:
    """The field `source` of `row` shown as `form`."""
    return FORMS[form](_field(row, source))[:LONGEST]


def _field(row: Any, source: str) -> Any:
    """The field, or for `days` the days from the row's `begin` to its `end`."""
    if source == "days":
        return Interval(begin=row.begin, end=row.end)
    return getattr(row, source)


def _text(value: str | None) -> str:
    return one_line(value[: 2 * LONGEST]) if value else ""


def _count(value: float | int | None) -> str:
    return "" if value is None else words.number(value)


def _interval(value: Interval | None) -> str:
    return days.short(value.begin, value.end) if value else ""


def _published(value: Published) -> str:
    said = days.short(value.begin, value.end)
    return f"{said} ({value.known.value})" if value.known in ("inferred", "given") else said


def _words(value: StrEnum | str | None) -> str:
    return words.spelled(str(value)) if value else ""


def _names(value: Sequence[ActorRef]) -> str:
    return _list([actor.name for actor in value])


def _list(value: Sequence[str]) -> str:
    return ", ".join(_text(item) for item in value)


def _reports(value: Sequence[Evidence]) -> str:
    files = list(dict.fromkeys(item.file for item in value))
    return f"{_text(files[0])}{f' +{len(files) - 1}' if len(files) > 1 else ''}" if files else ""


def _sides(value: Sequence[Side]) -> str:
    return " | ".join(f"{_text(side.says)}{f' ({_text(side.who)})' if side.who else ''}" for side in value)


def _points(value: Sequence[FigurePoint]) -> str:
    told = [f"{figure(point)}{f' ({_interval(point.as_of)})' if point.as_of else ''}" for point in value]
    return "; ".join(dict.fromkeys(told))


def _versions(value: Sequence[Version]) -> str:
    return " | ".join(filter(None, map(_version, value)))


def _version(version: Version) -> str:
    to = f"to {_names(version.to)}" if version.to else ""
    return ": ".join(filter(None, [to, "; ".join(_text(term.text) for term in version.terms)]))


def _answers(value: Sequence[Answer]) -> str:
    return "; ".join(f"{_text(item.who.name)}: {words.word('response', item.response)}" for item in value)


def _roles(value: Sequence[RoleHeld]) -> str:
    return ", ".join(dict.fromkeys(words.word("role", held.role) for held in value))


def _states(value: Sequence[StateSpell]) -> str:
    return "; ".join(_state(spell) for spell in value)


def _state(spell: StateSpell) -> str:
    disputed = " disputed" if spell.disputed else ""
    return f"{words.word('state', spell.state)} {days.short(spell.begin, spell.end)}{disputed}"


def _anchors(value: Sequence[Anchor]) -> str:
    return "; ".join(f"{anchor.kind} {anchor.report} {_text(anchor.quote)}".rstrip() for anchor in value)


def _value(value: dict[str, Any]) -> str:
    return ", ".join(f"{key}: {item if isinstance(item, str) else json.dumps(item)}" for key, item in value.items())


def _moment(value: datetime.datetime) -> str:
    return value.astimezone(datetime.UTC).strftime("%Y-%m-%d %H:%M")


FORMS: dict[str, Callable[[Any], str]] = {
    "text": _text,
    "quote": lambda value: _text(value[0].quote) if value else "",
    "count": _count,
    "size": lambda value: _count(len(value)) if value else "",
    "days": _interval,
    "interval": _interval,
    "published": _published,
    "words": _words,
    "marks": lambda value: "yes" if value else "",
    "name": lambda value: _text(value.name) if value else "",
    "names": _names,
    "list": _list,
    "reports": _reports,
    "sides": _sides,
    "points": _points,
    "versions": _versions,
    "answers": _answers,
    "roles": _roles,
    "states": _states,
    "anchors": _anchors,
    "value": _value,
    "moment": _moment,
}
