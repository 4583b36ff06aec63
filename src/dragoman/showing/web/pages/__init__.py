"""The pages, one module for each, by their address."""

from collections.abc import Callable

from dragoman.showing.web.choosing import said_in
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.pages.actors import actors
from dragoman.showing.web.pages.brief import brief_of_a_day, brief_page
from dragoman.showing.web.pages.compare import compare_page
from dragoman.showing.web.pages.conflicts import conflicts
from dragoman.showing.web.pages.figures import figures
from dragoman.showing.web.pages.journal import journal
from dragoman.showing.web.pages.lists import claims, events, polarities, reports, statements
from dragoman.showing.web.pages.proposals import proposals
from dragoman.showing.web.pages.report import report
from dragoman.showing.web.pages.row import row
from dragoman.showing.web.pages.search import SEARCHED, search
from dragoman.showing.web.pages.sources import sources
from dragoman.showing.web.pages.time import time
from dragoman.showing.web.site import Asked, PageMaker

PAGES: dict[str, PageMaker] = {
    "/": brief_page,
    "/time": time,
    "/events": events,
    "/statements": statements,
    "/claims": claims,
    "/conflicts": conflicts,
    "/proposals": proposals,
    "/figures": figures,
    "/actors": actors,
    "/sources": sources,
    "/reports": reports,
    "/report/{id}": report,
    "/row/{id}": row,
    "/search": search,
    "/compare": compare_page,
    "/journal": journal,
}


LISTED = ("timeline", "conflicts", "figures", "reports")


def read_words(moment: Moment, asked: Asked) -> None:
    """Read the words of the tables in which people search: those of the page of searching, then of the lists."""
    for table in (*SEARCHED, *LISTED):
        said_in(moment, table)
    polarities(moment)  # what the list of statements counts up to a day


# Those that tell of the whole pile, and what is made before anybody asks; two days share what is told of any day.
OF_ALL = frozenset(("/", "/time", "/sources", "/search", "/compare", "/proposals"))
FIRST: tuple[Callable[[Moment, Asked], object], ...] = (
    brief_page,
    brief_of_a_day,
    time,
    compare_page,
    sources,
    read_words,
)
