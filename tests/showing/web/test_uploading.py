"""Reports brought in through the browser: read, and nothing else done with them."""

from pathlib import Path
from typing import Any

import pytest

from dragoman.showing.web.guarding.uploads import LARGEST_UPLOAD, MOST_FILES, taken_apart
from dragoman.workbench import Dossier
from tests.showing.web.conftest import Visit, Visitor

NEWS = b"Olmara said on Thursday that new talks would be held in Port Celine with the Upland Front."


def send(visitor: Visitor, *files: tuple[str, bytes], token: str | None = None, **fields: str) -> Any:
    data = {"form_token": visitor.token("/upload") if token is None else token, **fields}
    return visitor.post("/upload", data=data, files=[("files", (name, body)) for name, body in files])


def test_reports_are_read_with_what_the_form_says_of_them(visitor: Visitor, dossier: Dossier) -> None:
    before = visitor.get("/api/counts").json()["report_count"]
    files = ("news.txt", NEWS), ("empty.txt", b"")
    got = send(visitor, *files, outlet="Harbour Wire", published="2031-04-09")
    assert got.status_code == 200, got.text
    assert "1 new report" in got.text
    assert "empty.txt" in got.text
    row = next(row for row in visitor.get("/api/reports").json() if row["file"] == "news.txt")
    assert (row["outlet"], row["published"]["begin"]) == ("Harbour Wire", "2031-04-09")
    assert visitor.get("/api/counts").json()["report_count"] == before + 1
    assert "0 new reports" in send(visitor, ("again.txt", NEWS), outlet="Harbour Wire").text


@pytest.mark.parametrize(
    "name", ["../../over.txt", "/etc/over.txt", "..\\..\\over.txt", "C:\\over.txt", "a/b/../over.txt", ".over.txt"]
)
def test_a_name_leads_nowhere(visitor: Visitor, path: Path, name: str) -> None:
    around = sorted(one.name for one in path.parent.iterdir() if not one.name.startswith(path.name))
    got = send(visitor, (name, NEWS))
    assert got.status_code == 200, got.text
    assert "over.txt" in {row["file"] for row in visitor.get("/api/reports").json()}
    assert sorted(one.name for one in path.parent.iterdir() if not one.name.startswith(path.name)) == around


def test_bytes_come_in_as_they_are() -> None:
    body = b"a\r\nb\rc\x0b\x0c\x85\xe2\x80\xa8\xff\x00--x\n--xy\n" + "Łódź\n".encode()
    sent = b'--x\r\nContent-Disposition: form-data; name="files"; filename="n.txt"\r\n\r\n' + body + b"\r\n--x--\r\n"
    form, files = taken_apart("multipart/form-data; boundary=x", sent)
    assert [(file.name, file.body) for file in files] == [("n.txt", body)]
    assert form.one("form_token") == ""


@pytest.mark.parametrize("name", ["run.exe", "pile.jsonl.gz", "page.svg", "text", "news.txt.sh"])
def test_other_kinds_are_refused(visitor: Visitor, name: str) -> None:
    got = send(visitor, (name, NEWS))
    assert got.status_code == 415
    assert "not taken here" in got.text


def test_what_a_report_holds_never_runs(visitor: Visitor) -> None:
    body = b"<html><body><p>Olmara said <script>alert(1)</script>talks go on.</p></body></html>"
    got = send(visitor, ("<img src=x onerror=alert(1)>.html", body))
    assert got.status_code == 200
    page = visitor.get("/reports").text
    assert "<img" not in got.text + page
    assert "alert(1)</script>" not in page


def test_too_much_is_refused(visitor: Visitor) -> None:
    assert send(visitor, ("large.txt", b"x" * LARGEST_UPLOAD)).status_code == 413
    many = [(f"{number}.txt", b"Varra said so.") for number in range(MOST_FILES + 1)]
    assert send(visitor, *many).status_code == 413
    assert visitor.post("/correct", content=b"x" * 300_000).status_code == 413


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"content-type": "application/x-www-form-urlencoded"}, b"a=b", 415),
        ({"content-type": "multipart/form-data"}, b"a=b", 415),
        ({"content-type": "multipart/form-data; boundary=x"}, b"nothing of the kind", 400),
        ({"content-type": "multipart/form-data; boundary=x"}, b"--x\r\n\r\n\r\n", 400),
    ],
)
def test_what_is_no_form_is_refused(visitor: Visitor, headers: dict[str, str], body: bytes, status: int) -> None:
    assert visitor.post("/upload", content=body, headers=headers).status_code == status


def test_files_of_another_site_or_to_a_server_to_read_are_refused(visit: Visit, dossier: Dossier) -> None:
    before = len(dossier.reports())
    assert send(visit(), ("news.txt", NEWS), token="forged").status_code == 403
    visitor = visit()
    token = {"form_token": visitor.token("/upload")}
    crossing = {"origin": "https://evil.example"}
    assert visitor.post("/upload", data=token, files={"files": ("n.txt", NEWS)}, headers=crossing).status_code == 403
    reading = visit(read_only=True)
    assert reading.get("/upload").status_code == 403
    assert "/upload" not in reading.get("/reports").text
    assert reading.post("/upload", files={"files": ("n.txt", NEWS)}).status_code == 403
    with Dossier.open(dossier.path, create=False) as again:
        assert len(again.reports()) == before


def test_no_file_is_told(visitor: Visitor) -> None:
    got = send(visitor, ("empty.txt", b""))
    assert got.status_code == 400
    assert "No file was chosen" in got.text
