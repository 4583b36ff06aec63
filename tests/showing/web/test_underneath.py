"""The dossier is written while pages are read."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dragoman.records.journal import EntryKind
from dragoman.workbench import Dossier
from tests.showing.web.conftest import Visit, Visitor

VISITORS = 10
NEWS = "Olmara said on Thursday that talks number {number} would be held in Port Celine with the Upland Front."


def test_what_others_wrote_is_shown(visitor: Visitor, dossier: Dossier) -> None:
    before = visitor.get("/api/counts").json()["report_count"]
    claim = dossier.claims()[0].id
    with Dossier.open(dossier.path, create=False) as other:
        other.correct(EntryKind.CONFIRM, (claim,), by="R. Lind")
    assert "✓ checked by <bdi>R. Lind</bdi>" in visitor.get("/claims").text
    assert visitor.get("/api/counts").json()["report_count"] == before


def test_ten_read_while_reports_come_in(visit: Visit, path: Path, tmp_path: Path) -> None:
    visitor = visit()
    before = visitor.get("/api/counts").json()["report_count"]
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(4):
        (folder / f"news-{number}.txt").write_text(NEWS.format(number=number), encoding="utf-8")
    over = threading.Event()

    def look(number: int) -> list[tuple[str, int]]:
        mine, codes = visit(), []
        while not over.is_set():
            for page in ("/", "/claims", "/api/reports", "/time")[number % 4 :]:
                got = mine.get(page)
                codes.append((page, got.status_code))
                if page == "/api/reports":
                    assert before <= len(got.json()) <= before + 4
        return codes

    with ThreadPoolExecutor(VISITORS) as pool:
        looking = [pool.submit(look, number) for number in range(VISITORS)]
        with Dossier.open(path, create=False) as dossier:
            for file in sorted(folder.iterdir()):
                assert not dossier.read([file], published="2031-04-09").failures
        over.set()
        codes = [code for one in looking for code in one.result(120)]
    assert codes
    assert {code for _, code in codes} == {200}
    assert visitor.get("/api/counts").json()["report_count"] == before + 4
