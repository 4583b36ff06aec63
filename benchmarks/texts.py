"""What is read: real news where it is to be had, else the project's own example."""

import os
from pathlib import Path

from dragoman.records.errors import InputError
from dragoman.records.report import Report
from dragoman.reports import discover, from_text, load

ROOT = Path(__file__).resolve().parent.parent
_NEWS = 40  # articles of the attribution yardstick


def reports() -> tuple[str, list[Report]]:
    """A name for the texts and the texts themselves, as reports."""
    shared = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
    news = sorted((shared / "yardsticks" / "polnear" / "dev" / "text").glob("*.txt"))[:_NEWS]
    if news:
        return f"{len(news)} news articles", [from_text(path.read_text("utf-8")) for path in news]
    found = [
        report
        for path in discover([ROOT / "examples" / "reports"])
        if not isinstance(path, InputError)
        for report in load(path)
        if not isinstance(report, InputError)
    ]
    return "the example's reports", found
