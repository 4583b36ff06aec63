"""Number words folded into one number: "twenty-five", "nineteen seventy-nine", "two and a half", "2 1/2"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.reading.dates.lexing import Lexeme

_MOST_WORDS = 8
_TENS = range(20, 100, 10)


def fold(found: list[Lexeme]) -> list[Lexeme]:
    """The lexemes with every run of number words as one number (or year), and ordinals joined to their tens."""
    out: list[Lexeme] = []
    at = 0
    while at < len(found):
        lexeme = found[at]
        if lexeme.kind == "num" and lexeme.text[:1].isalpha():
            folded, at = _run(found, at)
            out.append(folded)
            continue
        if lexeme.kind == "ord" and lexeme.text == "second" and _counts_seconds(out):
            lexeme = lexeme._replace(kind="unit", value="second")
        out.append(lexeme)
        at += 1
    return out


def _counts_seconds(before: list[Lexeme]) -> bool:
    last = before[-1] if before else None
    if last is not None and last.kind == "hyphen" and len(before) > 1:
        last = before[-2]
    return last is not None and last.kind == "num"


def _run(found: list[Lexeme], at: int) -> tuple[Lexeme, int]:
    first = found[at]
    values = [first.value]
    end = at + 1
    while end < len(found) and len(values) < _MOST_WORDS:
        step = end + 1 if found[end].kind == "hyphen" and end + 1 < len(found) else end
        nxt = found[step]
        if found[end].kind == "and" and values == [2, 1000] and step + 1 < len(found):
            step += 1  # "two thousand and one"
            nxt = found[step]
            if nxt.kind != "num" or not nxt.text[:1].isalpha() or not 0 < nxt.value < 100:
                break
            values.append(nxt.value)
            end = step + 1
            continue
        gap = nxt.start - found[end - 1].end
        if gap > (1 if step == end else 2):
            break
        if nxt.kind == "num" and nxt.text[:1].isalpha() and _may_follow(values[-1], nxt.value):
            values.append(nxt.value)
            end = step + 1
            continue
        if nxt.kind == "ord" and values[-1] in _TENS and nxt.text[:1].isalpha() and nxt.value < 10:
            whole = _value(values) + nxt.value
            return first._replace(kind="ord", end=nxt.end, value=whole), step + 1
        break
    last = found[end - 1]
    year = _as_year(values)
    if year is not None:
        return first._replace(kind="year", end=last.end, value=year), end
    return first._replace(end=last.end, value=_value(values)), end


def _may_follow(before: float, value: float) -> bool:
    if value >= 100:
        return before < value
    if before in _TENS:
        return value < 10
    return before >= 100 or 10 <= before < 20  # the second: "nineteen seventy"


def _as_year(values: list[int]) -> int | None:
    if len(values) in (2, 3) and 10 <= values[0] <= 20 and 10 <= values[1] < 100:
        return values[0] * 100 + sum(values[1:])
    if values[:2] != [2, 1000] or len(values) > 4 or any(value >= 100 for value in values[2:]):
        return None
    return 2000 + sum(values[2:])


def _value(values: list[int]) -> int:
    total = group = 0
    for value in values:
        if value == 100:
            group = max(group, 1) * 100
        elif value >= 1000:
            total += max(group, 1) * value
            group = 0
        else:
            group += value
    return total + group
