"""One test for each attack."""

import re
from pathlib import Path

import pytest
from lxml import html

from dragoman.showing.web.entering import within
from dragoman.showing.web.guarding.guard import LARGEST_BODY
from dragoman.showing.web.guarding.passwords import TRIES, hashed
from dragoman.showing.web.pages import PAGES
from dragoman.showing.web.settings import is_known_host, is_loopback
from dragoman.workbench import Dossier
from tests.showing.web.conftest import Visit, Visitor

PASSWORD = "a long enough word"
SCRIPT = "<script>alert('x')</script>"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier of a report that would take a browser over, and a name that never ends."""
    folder = tmp_path_factory.mktemp("hostile")
    long_name = "Ab" * 5000
    text = (
        f'Mediator "{SCRIPT}" Olmara said on 8 March 2031 that {SCRIPT} had suspended mediation. '
        f'Minister <img src=x onerror=alert(1)> Dast said: "{SCRIPT} javascript:alert(1) talks are over." '
        f"{long_name} said that 40 people were held in Port Celine. "
        "\u202erotsiger\u202c وزير الخارجية said the talks would resume."
    )
    (folder / "evil.txt").write_text(text, encoding="utf-8")
    (folder / f"{'<b onclick=x>'}.txt").write_text(f"{SCRIPT}\n\nOlmara said the talks go on.", encoding="utf-8")
    path = folder / "hostile.dossier"
    with Dossier.open(path) as dossier:
        dossier.read([folder], outlet=f"Wire {SCRIPT}", published="2031-03-09")
        dossier.record()
    return path


def test_what_reports_hold_never_runs(hostile: Path, visit: Visit) -> None:
    visitor = visit(path=hostile)
    with Dossier.open(hostile, create=False) as dossier:
        rows = [*dossier.statements(), *dossier.actors(), *dossier.timeline()]
        pages = [path for path in PAGES if "{" not in path]
        pages += [f"/row/{row.id}" for row in rows] + [f"/report/{row.id}" for row in dossier.reports()]
    assert len(pages) > 20
    for page in [*pages, "/search?q=%3Cscript%3Ealert", f"/claims?actor={SCRIPT}"]:
        text = visitor.get(page).text
        for element in html.fromstring(text).iter():
            if not isinstance(element.tag, str):
                continue
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"], page
            assert element.tag not in ("img", "b", "iframe") or element.get("class") in (None, "state"), page
            assert not (element.get("href") or "").lstrip().lower().startswith("javascript:"), page
            if element.tag == "script":
                assert re.fullmatch(r"/static/[a-z.]+\?v=[0-9a-f]+", element.get("src")), page
                assert not element.text
        assert len(text) < 300_000


def test_every_answer_forbids_what_we_do_not_need(visitor: Visitor) -> None:
    for address in ("/", "/nowhere", "/api/counts", "/api/nothing", "/static/web.css", "/login"):
        headers = visitor.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"


def test_a_form_of_another_site_changes_nothing(visitor: Visitor, dossier: Dossier) -> None:
    row = dossier.claims()[0].id
    seen = visitor.seen(row, "/claims")
    fields = {"action": "confirm", "row": seen, "back": "/claims"}
    token = visitor.token()
    for data, headers in (
        (fields, {}),
        ({**fields, "form_token": "0" * 64}, {}),
        ({**fields, "form_token": token}, {"origin": "https://elsewhere.example"}),
        ({**fields, "form_token": token}, {"sec-fetch-site": "cross-site"}),
        ({**fields, "form_token": token}, {"origin": "null"}),
    ):
        assert visitor.post("/correct", data=data, headers=headers).status_code == 403
    assert visitor.post("/correct", content="{}", headers={"content-type": "text/plain"}).status_code == 415
    assert dossier.journal() == ()


def test_a_form_of_another_session_changes_nothing(visit: Visit, dossier: Dossier) -> None:
    mine, theirs = visit(), visit()
    fields = {"action": "confirm", "row": mine.seen(dossier.claims()[0].id, "/claims"), "form_token": theirs.token()}
    assert mine.post("/correct", data=fields).status_code == 403
    assert dossier.journal() == ()


def test_a_page_older_than_the_server_says_so(visit: Visit) -> None:
    visitor = visit()
    old = visitor.token()
    visitor.cookies.clear()
    visitor.get("/")
    got = visitor.post("/correct", data={"form_token": old, "action": "confirm", "row": "c-1~2"})
    assert got.status_code == 403
    assert "grown old" in got.text


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8321", "127.0.0.1.evil.example", "", "localhost.evil.example"]
)
def test_another_name_for_this_server_is_refused(visitor: Visitor, host: str) -> None:
    got = visitor.get("/", headers={"host": host})
    assert got.status_code == 421
    assert "Olmara" not in got.text


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8321", "localhost:8321", "LOCALHOST", "[::1]:8321", "records.example:8321"]
)
def test_names_of_this_server_are_known(host: str) -> None:
    assert is_known_host(host, ("records.example",))


def test_loopback_is_told_from_other_addresses() -> None:
    assert all(is_loopback(one) for one in ("127.0.0.1", "::1", "localhost", "127.8.0.1"))
    assert not any(is_loopback(one) for one in ("0.0.0.0", "::", "192.0.2.1", "records.example", ""))


def test_what_is_too_large_is_refused(visitor: Visitor) -> None:
    large = "x" * (LARGEST_BODY + 1)
    got = visitor.post("/correct", data={"form_token": visitor.token(), "reason": large})
    assert got.status_code == 413
    pieces = (b"y" * 65536 for _ in range(LARGEST_BODY // 65536 + 2))
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert visitor.post("/correct", content=pieces, headers=form).status_code == 413
    many = "&".join(f"row={number}" for number in range(5000))
    assert visitor.post("/correct", content=many, headers=form).status_code == 400
    assert visitor.post("/correct", files={"file": b"MZ"}).status_code == 415
    lied = visitor.post("/correct", content=b"a=b", headers={**form, "content-length": "-5"})
    assert lied.status_code in (400, 413)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/claims?q=a", "/claims?q=a"),
        ("//evil.example", "/"),
        ("https://evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/a\r\nset-cookie: x", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_a_way_back_leads_nowhere_else(address: str, kept: str) -> None:
    assert within(address) == kept


class TestPassword:
    @pytest.fixture
    def guarded(self, visit: Visit) -> Visit:
        kept = hashed(PASSWORD)

        def visitor() -> Visitor:
            return visit(password_hash=kept, token_hash=None)

        return visitor

    def test_nothing_is_shown_without_it(self, guarded: Visit, dossier: Dossier) -> None:
        visitor = guarded()
        for page in ("/", "/claims", f"/report/{dossier.reports()[0].id}", "/search?q=Olmara", "/journal"):
            got = visitor.get(page)
            assert got.url.path == "/login"
            assert "Olmara" not in got.text
        for address in ("/api/claims", "/api/counts", "/api/openapi.json"):
            assert visitor.get(address).status_code == 401
        assert visitor.fill("/correct", {"action": "confirm"}).status_code == 401
        assert visitor.fill("/undo/1", {}).status_code == 401

    def test_it_lets_in_until_logging_out(self, guarded: Visit) -> None:
        visitor = guarded()
        assert visitor.fill("/login", {"password": "something else"}).status_code == 403
        got = visitor.fill("/login", {"password": PASSWORD, "name": "R. Lind"})
        assert got.url.path == "/"
        assert "R. Lind" in got.text
        visitor.fill("/logout", {})
        assert visitor.get("/claims").url.path == "/login"

    def test_a_session_that_was_planted_is_not_let_in(self, guarded: Visit) -> None:
        visitor, attacker = guarded(), guarded()
        attacker.get("/login")
        name, planted = next((one.name, one.value) for one in attacker.cookies.jar)
        visitor.cookies.set(name, str(planted), domain="127.0.0.1")
        visitor.fill("/login", {"password": PASSWORD})
        assert visitor.get("/claims").url.path == "/claims"
        assert planted not in {one.value for one in visitor.cookies.jar}
        assert attacker.get("/claims").url.path == "/login"

    def test_guessing_is_slowed_down(self, guarded: Visit) -> None:
        visitor = guarded()
        codes = [visitor.fill("/login", {"password": f"guess {number}"}).status_code for number in range(TRIES + 1)]
        assert codes == [403] * TRIES + [429]
        got = visitor.fill("/login", {"password": PASSWORD})
        assert got.status_code == 429
        assert int(got.headers["retry-after"]) > 0

    def test_cookies_are_kept_from_scripts_and_other_sites(self, visit: Visit) -> None:
        plain = visit().get("/").headers["set-cookie"].lower()
        assert "httponly" in plain
        assert "samesite=lax" in plain
        secure = visit(base="https://127.0.0.1:8321", https=True).get("/").headers["set-cookie"]
        assert secure.startswith("__Host-")
        assert "secure" in secure.lower()
