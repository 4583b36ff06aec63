import json
from pathlib import Path

import jsonschema
import pytest

from dragoman.showing.tables import ROWS, json_text
from dragoman.showing.web.guarding.passwords import hashed
from dragoman.workbench import Dossier
from tests.showing.web.conftest import Visit, Visitor

SECRET = "a token of thirty-two characters"


@pytest.mark.parametrize("table", [name for name in ROWS if name not in ("state", "journal")])
def test_the_json_is_that_of_the_command_line(visitor: Visitor, dossier: Dossier, table: str) -> None:
    assert visitor.get(f"/api/{table}").text == json_text(getattr(dossier, table)())


def test_rows_come_in_pages(visitor: Visitor) -> None:
    every = visitor.get("/api/claims").json()
    address, found = "/api/claims?limit=100", []
    while address:
        got = visitor.get(address)
        found += got.json()
        assert got.headers["x-total-count"] == str(len(every))
        link = got.headers.get("link", "")
        address = link[1 : link.index(">")] if link else ""
    assert found == every


def test_what_has_not_changed_is_not_sent_again(visitor: Visitor) -> None:
    tag = visitor.get("/api/claims").headers["etag"]
    assert visitor.get("/api/claims", headers={"if-none-match": tag}).status_code == 304


def test_rows_come_as_csv(visitor: Visitor) -> None:
    got = visitor.get("/api/conflicts?format=csv")
    assert got.headers["content-type"].startswith("text/csv")
    assert got.text.startswith("id,")
    assert "attachment" in got.headers["content-disposition"]


def test_the_description_is_of_what_there_is(visitor: Visitor) -> None:
    told = visitor.get("/api/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    for path, methods in told["paths"].items():
        if "get" in methods and "{" not in path:
            query = "?first=2031-03-07&second=2031-03-25" if path.endswith("compare") else ""
            got = visitor.get(path + query)
            assert got.status_code == 200, path
            schema = methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
            jsonschema.validate(got.json(), {**schema, "components": told["components"]})


@pytest.mark.parametrize(
    ("address", "status"),
    [("/api/nothing", 404), ("/api/claims?format=xml", 400), ("/api/claims?limit=many", 400), ("/api/show/c-1", 404)],
)
def test_refusals_are_json_too(visitor: Visitor, address: str, status: int) -> None:
    got = visitor.get(address)
    assert got.status_code == status
    assert set(got.json()) == {"error"}


def test_a_program_corrects_with_a_token(visit: Visit, dossier: Dossier) -> None:
    visitor = visit(token_hash=hashed(SECRET))
    claim = dossier.claims()[0].id
    body = {"kind": "confirm", "ids": [claim], "by": "script of M. Aldo"}
    assert visitor.post("/api/corrections", json=body).status_code == 401
    assert visitor.post("/api/corrections", json=body, headers={"authorization": "Bearer no"}).status_code == 401
    mine = {"authorization": f"Bearer {SECRET}"}
    made = visitor.post("/api/corrections", json=body, headers=mine)
    assert made.status_code == 201
    assert made.json()["number"] == 1
    row = next(row for row in visitor.get("/api/claims", headers=mine).json() if row["id"] == claim)
    assert row["review"]["status"] == "confirmed"
    undone = visitor.post("/api/undo", json={"number": 1, "by": "M. Aldo"}, headers=mine)
    assert undone.json()["kind"] == "undo"


def test_a_program_without_token_is_not_a_page(visitor: Visitor, dossier: Dossier) -> None:
    body = {"kind": "confirm", "ids": [dossier.claims()[0].id], "by": "x"}
    assert visitor.post("/api/corrections", json=body).status_code == 403
    mine = {"x-form-token": visitor.token()}
    assert visitor.post("/api/corrections", json={**body, "more": 1}, headers=mine).status_code == 400
    assert visitor.post("/api/corrections", content=json.dumps(body), headers=mine).status_code == 415
    assert visitor.post("/api/corrections", json=body, headers=mine).status_code == 201


def test_the_address_of_the_file_is_not_told(visitor: Visitor, path: Path) -> None:
    assert str(path.parent) not in visitor.get("/claims").text
