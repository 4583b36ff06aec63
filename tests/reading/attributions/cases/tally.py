"""Right answers of all, by field and by theme."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from .score import Answer
from .sheet import FIELDS, NOBODY


class Share(NamedTuple):
    """Right ones of all."""

    right: int
    total: int

    @property
    def value(self) -> float:
        """The share; 1 of nothing."""
        return self.right / self.total if self.total else 1.0

    def __str__(self) -> str:
        return f"{self.right:4}/{self.total:<4} {self.value:.3f}"


# Who the source is, in the three ways of asking it.
RESOLVED = "resolved"
_RESOLVING = frozenset(("who", "not_who", "one_of"))


def share(answers: Iterable[Answer]) -> Share:
    """The share of right answers."""
    rights = [answer.right for answer in answers]
    return Share(sum(rights), len(rights))


def by_field(answers: list[Answer]) -> dict[str, Share]:
    """Shares by field, with the three ways of asking for the source also as one."""
    found = {name: share(a for a in answers if a.field == name) for name in (*FIELDS, NOBODY)}
    return {RESOLVED: share(a for a in answers if a.field in _RESOLVING), **found}


def by_theme(answers: list[Answer]) -> dict[str, Share]:
    """Shares by theme."""
    return {t: share(a for a in answers if a.case.theme == t) for t in sorted({a.case.theme for a in answers})}


def table(answers: list[Answer]) -> str:
    """The shares as a table to print: tuned and held files apart, and together."""
    parts = [[a for a in answers if not a.case.held], [a for a in answers if a.case.held], answers]
    lines = [f"{'':14}{'tuned':>12}{'held':>17}{'all':>17}"]
    shown: tuple[Callable[[list[Answer]], dict[str, Share]], ...] = (by_field, by_theme)
    for shares_of in shown:
        columns = [shares_of(part) for part in parts]
        lines += [f"{name:14}" + "  ".join(f"{column[name]!s:>15}" for column in columns) for name in columns[-1]]
        lines.append("")
    return "\n".join(lines).rstrip()
