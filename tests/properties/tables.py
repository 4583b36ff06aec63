"""Every table of a dossier as the bytes that `--json` prints."""

import datetime
from pathlib import Path

import msgspec

from dragoman.workbench import Dossier

TABLES = (
    "reports",
    "statements",
    "timeline",
    "claims",
    "conflicts",
    "figures",
    "actors",
    "origins",
    "proposals",
    "positions",
    "conditions",
    "hosting",
    "channels",
)


def all_tables(dossier: Dossier, day: datetime.date = datetime.date(2031, 4, 1)) -> dict[str, bytes]:
    """Name of each table to its JSON, and the state on a day."""
    found = {name: msgspec.json.encode(getattr(dossier, name)().as_dicts()) for name in TABLES}
    return found | {"state": msgspec.json.encode(dossier.state(day).as_dicts())}


def tables_of(reports: list[list[Path]], path: Path) -> dict[str, bytes]:
    """The tables of a new dossier that reads `reports`, one list of files a call."""
    with Dossier.open(path) as dossier:
        for files in reports:
            assert not dossier.read(files).failures
        return all_tables(dossier)
