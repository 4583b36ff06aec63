"""`python -m benchmarks.pages DOSSIER`: how long each page of the record takes on the server, and how much it sends.

Each page is asked for as people ask: plainly, with other days, filters, words and places in the lists, rows and reports
taken at random (the same ones in every run). *First* is the very first answer of the kind, with nothing made before;
p50 and p95 are over all requests, most of which differ. With `--settled` what a server makes when it is
first asked is awaited before. A request is timed from the application's door to its last
byte, without a network; *cpu* is the processor's time of the whole process meanwhile, for machines that have other work
too. The dossier is copied first, for opening it may bring its record up to date.
"""

import argparse
import asyncio
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.types import ASGIApp

from dragoman.showing.web.app import application
from dragoman.showing.web.settings import PATIENCE, Settings
from dragoman.workbench import Dossier

SLOW, HEAVY = 0.2, 300_000  # seconds and bytes that no page should reach
IDLE = 0.05  # seconds of the processor in one of the clock, of a process that does nothing
LONG = 3600.0  # the page itself is timed, not the word that it is being made
Query = dict[str, str]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.pages", description="Server time and size of each page.")
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--times", type=int, default=40, help="requests of each page")
    parser.add_argument("--settled", action="store_true", help="measure when the first pages and words are made")
    parser.add_argument("--page", help="this page alone, such as /claims")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talks.dossier"
        shutil.copy(asked.dossier, path)
        start = time.perf_counter()
        with Dossier.open(path, create=False) as dossier:
            count = dossier.counts().report_count
            pages = requests(dossier, asked.times)
        opened = time.perf_counter() - start
        app = application(Settings(path=path, patience=LONG))
        start = time.perf_counter()
        answered(app, "/api/counts")
        print(f"{count:,} reports; opened in {opened:.1f} s, first served in {time.perf_counter() - start:.1f} s")
        print(
            f"{'page':<14}{'first':>8}{'p50':>8}{'p95':>8}{'most':>8}   {'cpu p50':>8}{'p95':>8}   {'kB':>6}{'most':>6}"
        )
        if asked.settled:
            settle(app)
        for page, addresses in pages.items():
            if asked.page in (None, page):
                print(measured(app, page, addresses), flush=True)


def settle(app: ASGIApp) -> None:
    """Ask for the first page, and wait until nothing is made beside the requests any more."""
    start, worked = time.perf_counter(), time.process_time()
    answered(app, "/")
    print(f"first brief after {time.perf_counter() - start:.1f} s", end="", flush=True)
    busy = True
    while busy:
        before = time.process_time()
        time.sleep(1)
        busy = time.process_time() - before > IDLE
    print(f", all first pages and words after {time.perf_counter() - start:.1f} s, of the processor", end=" ")
    print(f"{time.process_time() - worked:.1f} s")


def measured(app: ASGIApp, page: str, addresses: list[str]) -> str:
    """A line of the table."""
    spent, sizes, worked = [], [], []
    worst = (0.0, "")
    for address in addresses:
        start, before = time.perf_counter(), time.process_time()
        size = answered(app, address)
        took = time.perf_counter() - start
        worked.append(time.process_time() - before)
        spent.append(took)
        sizes.append(size)
        worst = max(worst, (took, address))
    p95 = quantile(spent)
    marks = f"{'  slow: ' + worst[1] if p95 > SLOW else ''}{'  heavy' if max(sizes) > HEAVY else ''}"
    said = sum(took > PATIENCE for took in spent)
    marks += f"  {said} of {len(spent)} after a word that it is being made" if said else ""
    times = f"{ms(spent[0])}{ms(statistics.median(spent))}{ms(p95)}{ms(max(spent))}"
    times += f"   {ms(statistics.median(worked))}{ms(quantile(worked))}"
    return f"{page:<14}{times}   {statistics.median(sizes) / 1000:>6.0f}{max(sizes) / 1000:>6.0f}{marks}"


def ms(seconds: float) -> str:
    """Milliseconds in a column."""
    return f"{seconds * 1000:>8.0f}"


def quantile(spent: list[float]) -> float:
    """What 95 in a hundred stay below."""
    return sorted(spent)[min(len(spent) - 1, int(0.95 * len(spent)))]


def requests(dossier: Dossier, times: int) -> dict[str, list[str]]:
    """The addresses to ask for, by page."""
    draw = random.Random(1)
    reports, claims, actors = dossier.reports(), dossier.claims(), dossier.actors()
    days = sorted({str(row.published.begin) for row in reports if row.published.begin}) or ["2031-03-08"]
    names = [row.name for row in actors if row.named][:200] or ["Osk"]
    outlets = sorted({row.outlet for row in reports if row.outlet}) or ["none"]
    words = [word for row in claims[:500] for word in row.text.split() if len(word) > 4 and word.isalpha()] or ["talks"]
    conflicts, timeline = dossier.conflicts(), dossier.timeline()

    def lists(count: int) -> Callable[[], Query]:
        return lambda: draw.choice(
            (
                {},
                {"offset": str(50 * draw.randrange(1 + count // 50))},
                {"as_of": draw.choice(days)},
                {"actor": draw.choice(names)},
                {"q": draw.choice(words)},
                {"outlet": draw.choice(outlets)},
                {"from": draw.choice(days), "as_of": draw.choice(days)},
            )
        )

    def by_day() -> Query:
        return draw.choice(({}, {"as_of": draw.choice(days)}))

    made: dict[str, Callable[[], str]] = {
        path: (lambda path=path, query=query: address(path, query()))  # type: ignore[misc]
        for path, query in {
            "/": by_day,
            "/time": lambda: draw.choice((by_day(), {"from": draw.choice(days), "to": draw.choice(days)})),
            "/events": lists(len(timeline)),
            "/statements": lists(len(dossier.statements())),
            "/claims": lists(len(claims)),
            "/conflicts": lists(len(conflicts)),
            "/proposals": by_day,
            "/figures": lists(len(dossier.figures())),
            "/actors": lists(len(actors)),
            "/sources": by_day,
            "/reports": lists(len(reports)),
            "/search": lambda: {"q": draw.choice(words)},
            "/compare": lambda: {"first": draw.choice(days), "second": draw.choice(days)},
            "/journal": dict,
        }.items()
    }
    some: list[Any] = [*draw.sample(list(claims), min(40, len(claims))), *conflicts[:20], *actors[:20], *timeline[:20]]
    made["/row"] = lambda: f"/row/{draw.choice(some).id}" if some else "/"
    made["/report"] = lambda: f"/report/{draw.choice(list(reports)).id}"
    return {page: [*_plain(page), *(make() for _ in range(times - 1))] for page, make in made.items()}


def _plain(page: str) -> Iterator[str]:
    if page not in ("/row", "/report"):
        yield page


def address(path: str, query: Query) -> str:
    """An address with its query."""
    return f"{path}?{urlencode(query)}" if query else path


def answered(app: ASGIApp, where: str) -> int:
    """Ask for a page; how many bytes came. Raises RuntimeError where it is not to be had."""
    parts = urlsplit(where)
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "headers": [(b"host", b"127.0.0.1:8321")],
        "client": ("127.0.0.1", 50_000),
        "server": ("127.0.0.1", 8321),
        "root_path": "",
    }
    status, size = 0, 0

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        nonlocal status, size
        status = message.get("status", status)
        size += len(message.get("body", b""))

    async def ask() -> None:
        await app(scope, receive, send)

    asyncio.run(ask())
    if status != 200:
        raise RuntimeError(f"{where}: {status}")
    return size


if __name__ == "__main__":
    main()
