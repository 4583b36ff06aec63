"""The pages, one module for each, by their address."""

from dragoman.showing.web.pages.actors import actors
from dragoman.showing.web.pages.brief import brief_page
from dragoman.showing.web.pages.compare import compare_page
from dragoman.showing.web.pages.conflicts import conflicts
from dragoman.showing.web.pages.figures import figures
from dragoman.showing.web.pages.journal import journal
from dragoman.showing.web.pages.lists import claims, events, reports, statements
from dragoman.showing.web.pages.proposals import proposals
from dragoman.showing.web.pages.report import report
from dragoman.showing.web.pages.row import row
from dragoman.showing.web.pages.search import search
from dragoman.showing.web.pages.sources import sources
from dragoman.showing.web.pages.time import time
from dragoman.showing.web.site import PageMaker

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
# Those that tell of the whole pile, and of these what is made before anybody asks.
OF_ALL = frozenset(("/", "/time", "/sources", "/search", "/compare", "/proposals"))
FIRST: dict[str, PageMaker] = {path: PAGES[path] for path in ("/", "/time", "/sources")}
