"""Bytes to `Report`: finding files, decoding them, telling a report's own words from what stands around them.

`discover` lists report files, `name_of` tells what one is cited as, `load` reads one, `from_text` makes a report of a
text at hand, and `understand_date` reads a day that a person typed.
"""

from dragoman.records.report import Report, Source
from dragoman.reports.building import Draft, Given, build
from dragoman.reports.daylines import understand_date
from dragoman.reports.decoding import MAX_CHARACTERS, clean
from dragoman.reports.discovering import discover, name_of
from dragoman.reports.loading import load
from dragoman.reports.published import Day

__all__ = ["MAX_CHARACTERS", "discover", "from_text", "load", "name_of", "understand_date"]


def from_text(
    text: str,
    *,
    published: Day = None,
    outlet: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    url: str | None = None,
    source: Source | None = None,
) -> Report:
    """The report that `text` is. What the caller says of it outranks what the text says of itself.

    `text` is kept character for character, but for NUL and lone surrogates, which become U+FFFD with a warning.
    Raises InputError when it is longer than `MAX_CHARACTERS`.
    """
    cleaned, notices = clean(text)
    draft = Draft(text=cleaned, title=title, byline=byline, url=url, notices=notices)
    return build(draft, given=Given(published=published, outlet=outlet, first=True), source=source)
