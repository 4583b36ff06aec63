"""Behind `dragoman.open`: runs the way of the data, from files to the record and its tables."""

from dragoman.dossier import Passages
from dragoman.workbench.answering import Counts
from dragoman.workbench.bench import Dossier
from dragoman.workbench.filters import Filters
from dragoman.workbench.intake import Progress, ReadResult
from dragoman.workbench.kept import KeptBrief
from dragoman.workbench.shown import Context, Shown
from dragoman.workbench.table import Table

__all__ = [
    "Context",
    "Counts",
    "Dossier",
    "Filters",
    "KeptBrief",
    "Passages",
    "Progress",
    "ReadResult",
    "Shown",
    "Table",
]
