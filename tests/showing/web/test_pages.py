import re
from pathlib import Path
from typing import Any

import pytest

from dragoman.showing.web.pages import PAGES
from dragoman.workbench import Dossier
from tests.showing.web.conftest import Visit, Visitor

WHOLE = [path for path in PAGES if "{" not in path]
TABLES = (
    *("timeline", "statements", "claims", "conflicts", "figures", "actors", "origins", "proposals", "positions"),
    *("conditions", "hosting", "channels", "reports"),
)
LARGEST = 300_000
LINK = re.compile(r'href="(/[^"]*)"')


@pytest.mark.parametrize("page", WHOLE)
@pytest.mark.parametrize("query", ["", "?as_of=2031-03-09", "?known_by=2031-03-12"])
def test_every_page_opens(visitor: Visitor, page: str, query: str) -> None:
    got = visitor.get(page + query)
    assert got.status_code == 200
    assert len(got.content) < LARGEST
    assert got.text.count("<h1") == 1
    assert "<main" in got.text


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_page_with_its_words(visitor: Visitor, dossier: Dossier, table: str) -> None:
    row = getattr(dossier, table)()[0]
    got = visitor.get(f"/row/{row.id}")
    assert got.status_code == 200
    assert row.id in got.text


@pytest.mark.parametrize("page", WHOLE)
def test_no_link_leads_nowhere(visitor: Visitor, page: str) -> None:
    links = {link.replace("&amp;", "&").split("#")[0] for link in LINK.findall(visitor.get(page).text)}
    for link in sorted(links)[:40]:
        assert visitor.get(link).status_code == 200, link


def test_a_citation_of_the_brief_opens_on_its_sentence(visitor: Visitor, dossier: Dossier) -> None:
    found = re.search(r'href="(/report/(r-[0-9a-f]+)\?at=(\d+)-(\d+))#at"', visitor.get("/").text)
    assert found
    page = visitor.get(found[1]).text
    marked = "".join(re.findall(r'<mark class="[^"]*at"[^>]*>([^<]*)</mark>', page))
    words = dossier.report(found[2]).text[int(found[3]) : int(found[4])]
    assert re.sub(r"\W", "", marked.replace("&#39;", "").replace("&#34;", "")) == re.sub(r"\W", "", words)


def test_filters_leave_out_what_is_not_asked_for(visitor: Visitor) -> None:
    every = int(visitor.get("/api/statements").headers["x-total-count"])
    denials = visitor.get("/api/statements?status=denies")
    assert 0 < int(denials.headers["x-total-count"]) < every
    assert {row["polarity"] for row in denials.json()} == {"denies"}
    named = visitor.get("/api/statements?sourcing=named").json()
    assert {row["sourcing"] for row in named} == {"named"}
    outlet = visitor.get("/api/reports").json()[0]["outlet"]
    assert {row["outlet"] for row in visitor.get("/api/reports", params={"outlet": outlet}).json()} == {outlet}


def test_words_are_searched_everywhere(visitor: Visitor) -> None:
    page = visitor.get("/search?q=mediation").text
    assert "Reports: " in page
    assert "Claims: " in page
    assert "Give some words" in visitor.get("/search").text
    assert visitor.get("/search", params={"q": '" OR NEAR( *'}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/nowhere", 404, "no such page"),
        ("/row/x-000000000000", 404, "x-000000000000"),
        ("/row/<script>", 404, "&lt;script&gt;"),
        ("/report/r-000000000000", 404, "no report"),
        ("/statements?as_of=yesterday", 400, "is no day"),
        ("/statements?actor=" + "A" * 1000, 400, "1,000 characters"),
        ("/statements?offset=-1", 400, "no number"),
        ("/statements?q=" + "B" * 9000, 414, "too long"),
        ("/compare?first=1", 400, "is no day"),
        ("/static/../settings.py", 404, "no such page"),
        ("/static/..%2f..%2fsettings.py", 404, "no such page"),
        ("/static/%2e%2e/settings.py", 404, "no such page"),
        ("/report/..%2f..%2fetc%2fpasswd", 404, ""),
    ],
)
def test_what_makes_no_sense_is_refused_with_words(visitor: Visitor, address: str, status: int, says: str) -> None:
    got = visitor.get(address)
    assert got.status_code == status
    assert says in got.text
    assert "Traceback" not in got.text


def test_filters_that_nothing_answers_to_say_so(visitor: Visitor) -> None:
    assert "Nothing in the record is so" in visitor.get("/claims?actor=Nobody+at+all").text
    assert visitor.get("/statements?offset=100000").status_code == 200
    assert (
        visitor.get("/report/" + visitor.get("/api/reports").json()[0]["id"] + "?at=999999-9999999").status_code == 200
    )


def test_a_dossier_without_reports_has_every_page(tmp_path: Path, visit: Visit) -> None:
    Dossier.open(tmp_path / "empty.dossier").close()
    visitor = visit(path=tmp_path / "empty.dossier")
    for page in WHOLE:
        assert visitor.get(page).status_code == 200, page


def test_a_page_that_has_not_changed_is_not_sent_again(visitor: Visitor) -> None:
    visitor.get("/claims")
    tag = visitor.get("/claims").headers["etag"]
    assert visitor.get("/claims", headers={"if-none-match": tag}).status_code == 304


def test_a_dossier_that_is_gone_is_told(visit: Visit, tmp_path: Path) -> None:
    got = visit(path=tmp_path / "gone.dossier").get("/")
    assert got.status_code == 503
    assert "gone.dossier" in got.text


def test_the_day_is_carried_from_page_to_page(visitor: Visitor) -> None:
    links: list[Any] = re.findall(r'href="(/[a-z]+\?[^"]*)"', visitor.get("/claims?as_of=2031-03-09").text)
    inner = [link for link in links if not link.startswith("/api/")]
    assert inner
    assert all("as_of=2031-03-09" in link or link.startswith("/static") for link in inner if "/compare" not in link)
