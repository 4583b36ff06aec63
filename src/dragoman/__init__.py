"""dragoman reads the press reports of a mediated negotiation and keeps its record.

`annotate(text)` reads one text; `open(path)` opens a dossier, which reads many and answers for every table.
"""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.records.errors import DragomanError
from dragoman.records.reading import Reading

if TYPE_CHECKING:
    from dragoman.workbench import Dossier

__version__: str  # made when it is asked for, by `__getattr__`
__all__ = ["DragomanError", "Reading", "__version__", "annotate", "open"]


def __getattr__(name: str) -> Any:
    if name != "__version__":
        raise AttributeError(name)
    from importlib import metadata  # noqa: PLC0415  takes longer to load than all else here, for every command

    return metadata.version("dragoman")


def annotate(text: str, published: datetime.date | str | None = None, outlet: str | None = None) -> Reading:
    """Read one text: `annotate(...).as_dict()` is the JSON of the command of this name.

    `published` is its publication day, if known (`2031-03-08` or `8 March 2031`); `outlet` who printed it.
    Raises InputError for a text that cannot be read.
    """
    from dragoman.reading.read import read  # noqa: PLC0415  loads the parser: not before it is needed
    from dragoman.reports import from_text  # noqa: PLC0415

    return read(from_text(text, published=published, outlet=outlet))


def open(path: Path | str, *, create: bool = True, read_only: bool = False) -> "Dossier":  # noqa: A001
    """Open the dossier at `path`; made if absent, unless `create` is False. Raises DossierError."""
    from dragoman.workbench import Dossier  # noqa: PLC0415  not needed to annotate

    return Dossier.open(path, create=create, read_only=read_only)
