"""The machinery by which a record is kept up to date in the cost of what is new.

Reconciling is a list of stages. A stage is a pure function from a key (a report, a name, an act with its principals)
to what it derives; what it reads of other stages, and of the members that share a key, is noted. When a report comes
or goes, what depends on it is derived again, stage by stage, and where a result is what it was nothing further is.
So the record is the same however it was come by: `docs/decisions/0015-record-by-blocks.md`.
"""

from dragoman.reconciling.blocks.components import Components
from dragoman.reconciling.blocks.engine import Changed, Engine, Source
from dragoman.reconciling.blocks.memory import MemoryShelf
from dragoman.reconciling.blocks.reader import Reader
from dragoman.reconciling.blocks.sharing import Sharing
from dragoman.reconciling.blocks.shelf import Mark, Node, Shelf
from dragoman.reconciling.blocks.stage import NOTHING, Derived, Entry, Stage

__all__ = [
    "NOTHING",
    "Changed",
    "Components",
    "Derived",
    "Engine",
    "Entry",
    "Mark",
    "MemoryShelf",
    "Node",
    "Reader",
    "Sharing",
    "Shelf",
    "Source",
    "Stage",
]
