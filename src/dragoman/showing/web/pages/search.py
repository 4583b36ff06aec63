"""Words anywhere: in reports, statements, claims and names."""

import re
from collections.abc import Sequence
from typing import Any

from dragoman.showing.web.asking import View, address
from dragoman.showing.web.choosing import every, plain
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.site import Asked, Made

MOST = 20  # of each kind
SEARCHED = ("actors", "claims", "statements")  # besides the reports' texts
AROUND = 140
WORD = re.compile(r"\w+")


def search(moment: Moment, asked: Asked) -> Made:
    """What was found, best reports first."""
    words = asked.view.words or ""
    found: dict[str, Sequence[Any]] = {}
    names: tuple[str, ...] = ()
    if WORD.search(words):
        names = moment.dossier.search(words, 1000)
        view = View(words=words, as_of=asked.view.as_of, known_by=asked.view.known_by)
        found = {table: every(moment, table, view) for table in SEARCHED}
    reports = [moment.reports[name] for name in names if name in moment.reports]
    return Made(
        template="search.html",
        title=f"Search: {words}" if words else "Search",
        filled={
            "reports": [(row, _snippet(moment, row.id, words)) for row in reports[:MOST]],
            "report_count": len(reports),
            "found": found,
            "most": MOST,
            "moment": moment,
            "table": "claims",
        },
        download=address("/api/search", {"q": words}) if words else None,
        download_csv=False,
    )


def _snippet(moment: Moment, report: str, words: str) -> tuple[str, int, int]:
    """Some text around the first of the words, and where the word stands."""
    text = moment.dossier.report(report).text
    folded = text.lower()
    wanted = WORD.findall(plain(words))
    places = [place for one in wanted if (place := folded.find(one)) >= 0]
    start = min(places, default=0)
    found = next((one for one in wanted if folded.startswith(one, start)), "")
    begin = max(0, start - AROUND // 2)
    return text[begin : start + AROUND], start, start + len(found)
