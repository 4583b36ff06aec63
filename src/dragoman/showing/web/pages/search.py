"""Words anywhere: in reports, statements, claims and names."""

import re

from dragoman.showing.web.asking import View, address
from dragoman.showing.web.choosing import Chosen, chosen, plain
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.site import Asked, Made

MOST = 20  # of each kind
SEARCHED = ("actors", "claims", "statements")  # besides the reports' texts
AROUND = 140
SHORTEST = 4  # letters of a stem
Snippet = tuple[str, str, str]  # what comes before the word that was found, the word, what comes after
WORD = re.compile(r"\w+")


def search(moment: Moment, asked: Asked) -> Made:
    """What was found, best reports first."""
    words = asked.view.words or ""
    found: dict[str, Chosen] = {}
    names: tuple[str, ...] = ()
    if WORD.search(words):
        names = moment.dossier.search(words, 1000)
        view = View(words=words, as_of=asked.view.as_of, known_by=asked.view.known_by, limit=MOST)
        found = {table: chosen(moment, table, view) for table in SEARCHED}
    reports = [moment.reports[name] for name in names if name in moment.reports]
    return Made(
        template="search.html",
        title=f"Search: {words}" if words else "Search",
        filled={
            "reports": [(row, _snippet(moment, row.id, words)) for row in reports[:MOST]],
            "report_count": len(reports),
            "found": found,
            "moment": moment,
            "table": "claims",
        },
        download=address("/api/search", {"q": words}) if words else None,
        download_csv=False,
    )


def _snippet(moment: Moment, report: str, words: str) -> tuple[Snippet, int, int]:
    """Some text around the first of the words, and where the word stands."""
    text = moment.dossier.report(report).text
    found = min(filter(None, (_found(text, one) for one in WORD.findall(plain(words)))), default=(0, 0))
    start, end = found
    return (_before(text, start), text[start:end], _after(text, end)), start, end


def _found(text: str, word: str) -> tuple[int, int] | None:
    """Where a word stands first; else one that begins as it does, for reports are found by stems."""
    for length in range(len(word), min(len(word), SHORTEST) - 1, -1):
        found = re.search(
            rf"{re.escape(word[:length])}\w*" if length < len(word) else re.escape(word), text, re.IGNORECASE
        )
        if found:
            return found.span()
    return None


def _before(text: str, start: int) -> str:
    """What comes before, from a word's beginning on."""
    begin = max(0, start - AROUND // 2)
    if begin == 0:
        return text[:start]
    blank = text.find(" ", begin, start)
    return f"… {text[blank + 1 : start]}" if blank >= 0 else "… "


def _after(text: str, end: int) -> str:
    """What comes after, up to a word's end."""
    last = end + AROUND
    if last >= len(text):
        return text[end:]
    blank = text.rfind(" ", end, last)
    return f"{text[end : blank if blank > end else last]} …"
