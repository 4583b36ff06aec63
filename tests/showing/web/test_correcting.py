import re

import pytest

from dragoman.records.rows.happenings import ClaimRow
from dragoman.workbench import Dossier
from tests.showing.web.conftest import Visit, Visitor


def correct(visitor: Visitor, page: str, action: str, *rows: str, **fields: str) -> str:
    """Tick rows on a page and press a button; the page that follows."""
    seen = [visitor.seen(row, page) for row in rows]
    got = visitor.fill("/correct", {"action": action, "row": seen, "back": page, **fields})
    assert got.status_code == 200, got.text
    return str(got.text)


def test_a_line_is_confirmed_and_that_is_undone(visitor: Visitor, dossier: Dossier) -> None:
    row = dossier.claims()[0].id
    page = correct(visitor, "/claims", "confirm", row, reason="heard the tape")
    assert "Entered in the journal as number 1" in page
    assert "✓ checked by <bdi>M. Aldo</bdi>" in page
    entry = dossier.journal()[0]
    assert (entry.by, entry.reason) == ("M. Aldo", "heard the tape")
    again = visitor.fill("/undo/1", {"back": "/claims"}).text
    assert "✓ checked" not in again
    assert dossier.journal()[0].undone_by == 2


def test_many_lines_are_rejected_at_once(visitor: Visitor, dossier: Dossier) -> None:
    rows = [row.id for row in dossier.statements()[:5]]
    page = correct(visitor, "/statements", "reject", *rows)
    assert page.count("✗ rejected by") == 5
    assert len(dossier.journal()) == 1


def test_one_button_decides_on_one_line(visitor: Visitor, dossier: Dossier) -> None:
    first, second = (row.id for row in dossier.claims()[:2])
    fields = {
        "one": f"reject:{visitor.seen(first, '/claims')}",
        "row": visitor.seen(second, "/claims"),
        "back": "/claims",
    }
    assert visitor.fill("/correct", fields).status_code == 200
    claims = {row.id: row.review.status for row in claims_now(dossier)}
    assert (claims[first], claims[second]) == ("rejected", "unreviewed")


def claims_now(dossier: Dossier) -> list[ClaimRow]:
    with Dossier.open(dossier.path, create=False) as opened:
        return list(opened.claims())


def test_whose_name_a_correction_carries(visitor: Visitor, dossier: Dossier) -> None:
    visitor.fill("/name", {"name": "R. Lind \u202e", "back": "/claims"})
    correct(visitor, "/claims", "confirm", dossier.claims()[0].id)
    assert dossier.journal()[0].by.startswith("R. Lind")
    assert visitor.fill("/name", {"name": "   "}).status_code == 400


def test_a_report_is_taken_out_with_its_reason_and_dated(visitor: Visitor, dossier: Dossier) -> None:
    report = dossier.reports()[0].id
    page = f"/report/{report}"
    assert "background" in correct(visitor, page, "relevance", report, relevance="background", reason="old news")
    correct(visitor, page, "set_date", report, date="2031-03-14")
    found = visitor.get(f"/api/show/{report}").json()["row"]
    assert (found["relevance"], found["relevance_reason"]) == ("background", "old news")
    assert found["published"]["begin"] == "2031-03-14"


def test_actors_are_renamed_and_made_one(visitor: Visitor, dossier: Dossier) -> None:
    first, second = (row for row in dossier.actors()[:2])
    assert "Renamed One" in correct(visitor, f"/row/{first.id}", "rename_actor", first.id, name="Renamed One")
    correct(visitor, "/actors", "merge_actors", first.id, second.id)
    assert [entry.kind for entry in dossier.journal()] == ["rename_actor", "merge_actors"]
    names = [row["name"] for row in visitor.get("/api/actors").json()]
    assert second.name not in names


@pytest.mark.parametrize(
    ("fields", "status", "says"),
    [
        ({"action": "confirm"}, 400, "No line was chosen"),
        ({"action": "forget", "row": "r-1~2"}, 400, "no correction of that kind"),
        ({"action": "confirm", "row": "c-000000000000~1"}, 404, "c-000000000000"),
        ({"action": "rename_actor", "row": "a-1~1", "name": " "}, 400, "Give the name"),
        ({"action": "relevance", "row": "r-1~1", "relevance": "great"}, 400, "great"),
        ({"action": "rename_actor", "row": "a-1~1", "name": "N" * 10_000}, 400, "10,000 characters"),
    ],
)
def test_what_cannot_be_corrected_is_told(
    visitor: Visitor, dossier: Dossier, fields: dict[str, str], status: int, says: str
) -> None:
    got = visitor.fill("/correct", fields)
    assert got.status_code == status
    assert says in got.text
    assert dossier.journal() == ()


def test_two_at_once_lose_nothing(visit: Visit, dossier: Dossier) -> None:
    one, two = visit(by="R. Lind"), visit(by="M. Aldo")
    row, other = (claim.id for claim in dossier.claims()[:2])
    seen = [two.seen(name, "/claims") for name in (row, other)]
    correct(one, "/claims", "reject", row)
    got = two.fill("/correct", {"action": "confirm", "row": seen, "back": "/claims", "reason": "I know"})
    assert got.status_code == 409
    assert "✗ rejected by <bdi>R. Lind</bdi>" in got.text
    assert "The other lines were entered" in got.text
    now = {claim.id: claim.review for claim in claims_now(dossier)}
    assert (now[row].status, now[row].by) == ("rejected", "R. Lind")
    assert (now[other].status, now[other].by) == ("confirmed", "M. Aldo")
    again = re.findall(rf'type="hidden" name="row" value="({row}~[0-9a-f]+)"', got.text)
    assert two.fill("/correct", {"action": "confirm", "row": again, "back": "/claims"}).status_code == 200
    assert len(dossier.journal()) == 3


def test_what_was_undone_once_is_told(visitor: Visitor, dossier: Dossier) -> None:
    correct(visitor, "/claims", "confirm", dossier.claims()[0].id)
    assert visitor.fill("/undo/1", {"back": "/"}).status_code == 200
    got = visitor.fill("/undo/1", {"back": "/"})
    assert got.status_code == 404
    assert visitor.fill("/undo/77", {"back": "/"}).status_code == 404


def test_a_server_to_read_takes_nothing(visit: Visit, dossier: Dossier) -> None:
    visitor = visit(read_only=True)
    page = visitor.get("/claims").text
    assert "Confirm chosen" not in page
    assert "no corrections are taken" in page
    row = dossier.claims()[0].id
    got = visitor.post("/correct", data={"form_token": visitor.token("/login"), "action": "confirm", "row": f"{row}~1"})
    assert got.status_code == 403
    assert dossier.journal() == ()
