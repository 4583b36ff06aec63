"""The dossier is written while pages are read. DRAGOMAN_SECONDS=60 makes the last test as long as that."""

import json
import os
import re
import threading
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from dragoman.records.journal import EntryKind
from dragoman.showing.web.site import STATE
from dragoman.workbench import Dossier
from tests.showing.web.conftest import Visit, Visitor

VISITORS = 10
SECONDS = float(os.environ.get("DRAGOMAN_SECONDS", "5"))
COUNTING = ("/", "/reports", "/api/counts", "/api/reports")
PAGES = (*COUNTING, "/claims", "/time", "/sources")
TOKEN = re.compile(r'name="form_token" value="[0-9a-f]+"')
NEWS = "Olmara said on Thursday that talks number {number} would be held in Port Celine with the Upland Front."


def test_what_others_wrote_is_shown(visitor: Visitor, dossier: Dossier) -> None:
    before = visitor.get("/api/counts").json()["report_count"]
    claim = dossier.claims()[0].id
    with Dossier.open(dossier.path, create=False) as other:
        other.correct(EntryKind.CONFIRM, (claim,), by="R. Lind")
    assert "✓ checked by <bdi>R. Lind</bdi>" in visitor.get("/claims").text
    assert visitor.get("/api/counts").json()["report_count"] == before


def told(got: Any) -> tuple[str, str]:
    """An answer with what is no part of the record left out."""
    return got.headers[STATE], TOKEN.sub("", got.text)


def reports_told(page: str, text: str) -> int | None:
    """How many reports a page says that there are."""
    if page == "/api/reports":
        return len(json.loads(text))
    if page == "/api/counts":
        return int(json.loads(text)["report_count"])
    found = re.search(r'<p class="tally">(\d+)', text)
    return int(found[1]) if found and page in ("/reports", "/") else None


def test_ten_read_while_reports_come_in(visit: Visit, path: Path, tmp_path: Path) -> None:
    """Each answer is of one state of the dossier: what says it is of one state says one thing, on every page."""
    visitor = visit()
    before = visitor.get("/api/counts").json()["report_count"]
    news = tmp_path / "news"
    news.mkdir()
    over = threading.Event()

    def look(number: int) -> list[tuple[str, int, str, str]]:
        mine, seen = visit(), []
        while not over.is_set():
            for page in (*PAGES[number % len(PAGES) :], *PAGES[: number % len(PAGES)]):
                got = mine.get(page)
                seen.append((page, got.status_code, *told(got)))
        return seen

    with ThreadPoolExecutor(VISITORS) as pool:
        looking = [pool.submit(look, number) for number in range(VISITORS)]
        count, until = 0, time.monotonic() + SECONDS
        with Dossier.open(path, create=False) as dossier:
            while count < 4 or time.monotonic() < until:
                count += 1
                file = news / f"news-{count}.txt"
                file.write_text(NEWS.format(number=count), encoding="utf-8")
                assert not dossier.read([file], published="2031-04-09").failures
        over.set()
        seen = [one for every in looking for one in every.result(120)]
    assert {code for _, code, _, _ in seen} == {200}
    by_state: dict[str, set[int]] = defaultdict(set)
    by_page: dict[tuple[str, str], set[str]] = defaultdict(set)
    for page, _, state, text in seen:
        by_page[state, page].add(text)
        number = reports_told(page, text)
        assert number is not None or page not in COUNTING
        by_state[state] |= {number} if number is not None else set()
    assert len(by_state) > 1
    assert [len(texts) for texts in by_page.values()] == [1] * len(by_page)
    assert [numbers for numbers in by_state.values() if len(numbers) > 1] == []
    assert {number for numbers in by_state.values() for number in numbers} <= set(range(before, before + count + 1))
    assert visitor.get("/api/counts").json()["report_count"] == before + count
