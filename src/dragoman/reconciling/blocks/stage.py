"""What a stage is, and what it makes of one key."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from dragoman.reconciling.blocks.reader import Reader
    from dragoman.reconciling.blocks.shelf import Mark
    from dragoman.records.rows.evidence import Row
    from dragoman.records.rows.talks import OfferTold, StanceTold
    from dragoman.records.rows.voices import GradeTold

    Told = Row | StanceTold | OfferTold | GradeTold  # all but rows have no tables of their own


class Entry(NamedTuple):
    """A word left in an index for the stages that read the members of a key."""

    into: str
    key: str
    payload: Any = None


class Derived(NamedTuple):
    """What a stage makes of a key: a value that others read by the key, entries in indexes, rows of tables, and the
    marks by which what shares words is found.
    """

    value: Any = None
    entries: tuple[Entry, ...] = ()
    rows: "tuple[tuple[str, Told], ...]" = ()
    marks: "tuple[Mark, ...]" = ()


NOTHING = Derived()


class Stage(NamedTuple):
    """A step of reconciling.

    `derive` must be a pure function of its key and of what it reads through the reader: stages before it alone.
    `over` names the index (or indexes) whose keys are its keys; None for a stage that has one key for each report.
    `type` is the type of its value, `payloads` the types of what it leaves in each index.
    """

    name: str
    derive: "Callable[[str, Reader], Derived]"
    over: str | tuple[str, ...] | None = None
    type: Any = None
    payloads: dict[str, Any] = {}
