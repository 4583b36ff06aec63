"""`python -m benchmarks.dating [COLLECTION ...]`: how well the days of undated reports are inferred, on real reports.

Dates, addresses and file names are taken away, from one report at a time among dated ones, and from all at once. An
interval is sound when the report was published within it; an open end holds any day. Each report is read once, and its
days are told anew without its date.
"""

import datetime
import os
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.texts import ROOT
from dragoman.reading.read import read
from dragoman.reading.redating import redated
from dragoman.reconciling.dating import dated
from dragoman.reconciling.pile import Item, Pile
from dragoman.records.report import Report, Source
from dragoman.records.time import Published
from dragoman.reports import load

CLUSTERS = ("gaza-truce-2012-11", "iran-geneva-2013")
NARROW = 15  # days: a narrower interval tells the week or the fortnight


class Known(NamedTuple):
    """One report with its date and without, and the day that is hidden."""

    full: Item
    bare: Item
    day: datetime.date


class Outcome(NamedTuple):
    """What was inferred for one report."""

    sound: bool
    width: int | None  # days; None where an end is open


def known(folder: Path) -> list[Known]:
    """The reports of a folder that state the day of their publication, read."""
    reports = [one for path in sorted(folder.glob("*.json")) for one in load(path) if isinstance(one, Report)]
    return [one for number, report in enumerate(reports) if (one := _known(report, number)) is not None]


def one_at_a_time(reports: Sequence[Known]) -> list[Outcome]:
    """Each report without its date among the others with theirs."""
    return [
        outcome(dated(Pile([*(other.full for other in reports if other is not one), one.bare])), one) for one in reports
    ]


def all_at_once(reports: Sequence[Known]) -> list[Outcome]:
    """All reports without their dates."""
    pile = dated(Pile(one.bare for one in reports))
    return [outcome(pile, one) for one in reports]


def outcome(pile: Pile, one: Known) -> Outcome:
    """How the inferred days of a report stand to its day."""
    found = pile[one.bare.id].published
    sound = (found.begin is None or found.begin <= one.day) and (found.end is None or one.day <= found.end)
    closed = found.begin is not None and found.end is not None
    width = (found.end - found.begin).days + 1 if closed and found.begin and found.end else None
    return Outcome(sound, width)


def table(outcomes: Sequence[Outcome]) -> str:
    """One line of figures."""
    widths = [one.width for one in outcomes if one.width is not None]
    share = sum(one.sound for one in outcomes) / len(outcomes)
    narrow = sum(width < NARROW for width in widths) / len(outcomes)
    median = f"{statistics.median(widths):g} days" if widths else "none"
    return (
        f"{len(outcomes)} reports: sound {share:.0%}, narrower than {NARROW} days {narrow:.0%}, "
        f"median width {median}, without interval {len(outcomes) - len(widths)}"
    )


def _known(report: Report, number: int) -> Known | None:
    reading = read(report)
    published = reading.report.published
    if published.begin is None or published.begin != published.end:
        return None
    bare = report.but(published=Published(), url=None, source=Source(file=f"report-{number}"))
    nothing = redated(reading, bare, Published())
    return Known(Item(report=report, reading=reading), Item(report=bare, reading=nothing), published.begin)


def main() -> None:
    """Measure and print."""
    shared = Path(os.environ.get("DRAGOMAN_SHARED", str(ROOT.parent / "shared")))
    for name in sys.argv[1:] or CLUSTERS:
        folder = shared / "clusters" / name
        if not folder.is_dir():
            print(f"{name}: skipped, {folder} is not there")
            continue
        reports = known(folder)
        print(
            f"{name}\n  one at a time  {table(one_at_a_time(reports))}\n  all at once    {table(all_at_once(reports))}"
        )


if __name__ == "__main__":
    main()
