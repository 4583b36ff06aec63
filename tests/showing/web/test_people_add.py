"""What people add through the pages, as their forms send it: without any script."""

import re
from html import unescape

from dragoman.workbench import Dossier
from tests.showing.web.conftest import Visit, Visitor
from tests.showing.web.test_correcting import correct

MISSED = "about 21,000 have fled their homes"


def seen_in_form(visitor: Visitor, page: str, row: str, action: str) -> str:
    """What the form with this button sends of the row."""
    for form in re.findall(r"<form.*?</form>", visitor.get(page).text, re.S):
        if f'value="{action}"' in form:
            found = re.search(rf'name="row" value="({row}~[0-9a-f]+)"', form)
            assert found, form
            return str(found[1])
    raise AssertionError(f"{page} has no form for {action}")


def send(visitor: Visitor, page: str, row: str, action: str, **fields: str | list[str]) -> str:
    seen = seen_in_form(visitor, page, row, action)
    got = visitor.fill("/correct", {"action": action, "row": seen, "back": page, **fields})
    assert got.status_code == 200, got.text
    return str(got.text)


def with_text(dossier: Dossier, words: str) -> str:
    return next(row.id for row in dossier.reports() if words in dossier.report(row.id).text)


def test_a_name_is_split_off_and_one_again(visitor: Visitor, dossier: Dossier) -> None:
    whole = next(row for row in dossier.actors() if "Stannard" in row.aliases)
    page = f"/row/{whole.id}"
    send(visitor, page, whole.id, "split_actor", names=["Stannard"], reason="the city is meant")
    names = {row["name"]: row for row in visitor.get("/api/actors").json()}
    assert "Stannard" not in names[whole.name]["aliases"]
    assert "Stannard" in names
    assert visitor.fill("/undo/1", {"back": page}).status_code == 200
    assert "Stannard" in visitor.get(f"/api/show/{whole.id}").json()["row"]["aliases"]


def test_a_statement_that_was_missed_is_added(visitor: Visitor, dossier: Dossier) -> None:
    report = with_text(dossier, MISSED)
    page = f"/report/{report}"
    parts = {"source": "the Ardel Relief  Committee", "cue": "according to", "content": MISSED, "polarity": "asserts"}
    told = send(visitor, page, report, "add_statement", sourcing="", reason="read by eye", **parts)
    (row,) = (row for row in visitor.get("/api/statements").json() if row["added_by"])
    assert (row["content"], row["actor"]["name"], row["added_by"]) == (MISSED, "Ardel Relief Committee", "M. Aldo")
    assert f"/row/{row['id']}" in told
    assert "added by <bdi>M. Aldo</bdi>" in visitor.get("/statements?q=21,000").text
    assert visitor.fill("/undo/1", {"back": page}).status_code == 200
    assert not any(row["added_by"] for row in visitor.get("/api/statements").json())


def test_words_that_are_not_there_are_told(visitor: Visitor, dossier: Dossier) -> None:
    report = dossier.reports()[0].id
    seen = seen_in_form(visitor, f"/report/{report}", report, "add_statement")
    fields = {"action": "add_statement", "row": seen, "source": "<b>nobody</b>", "content": "<script>alert(1)</script>"}
    got = visitor.fill("/correct", fields)
    assert got.status_code == 404
    assert "the report has no words" in unescape(got.text)
    assert "<script>alert" not in got.text
    assert dossier.journal() == ()


def test_a_grade_is_shown_wherever_the_source_is(visitor: Visitor, dossier: Dossier) -> None:
    said = next(row for row in dossier.statements() if row.actor and row.actor.id in {a.id for a in dossier.actors()})
    assert said.actor
    send(visitor, f"/row/{said.actor.id}", said.actor.id, "grade", grade="B", reason="met often")
    report = next(row for row in dossier.reports() if row.id == said.report)
    send(visitor, f"/report/{report.id}", report.id, "grade", grade="D")
    actor = 'usually reliable; graded by M. Aldo: met often"><span class="sr">reliability </span>B</span>'
    outlet = 'not usually reliable; graded by M. Aldo"><span class="sr">reliability </span>D</span>'
    for page in ("/actors", f"/row/{said.actor.id}", f"/statements?actor={said.actor.id}", "/sources"):
        assert actor in visitor.get(page).text, page
    for page in ("/reports", f"/report/{report.id}", "/statements", "/claims", "/sources"):
        assert outlet in visitor.get(page).text, page
    assert "graded B by M. Aldo: met often" in visitor.get(f"/row/{said.id}").text
    visitor.fill("/undo/1", {"back": "/"})
    assert actor not in visitor.get("/actors").text
    assert "met often" not in visitor.get("/api/statements?format=csv").text


def test_of_two_who_grade_one_source_the_second_is_asked_again(visit: Visit, dossier: Dossier) -> None:
    one, two = visit(by="R. Lind"), visit(by="M. Aldo")
    actor = dossier.actors()[0].id
    seen = seen_in_form(two, f"/row/{actor}", actor, "grade")
    send(one, f"/row/{actor}", actor, "grade", grade="A")
    got = two.fill("/correct", {"action": "grade", "row": seen, "grade": "E", "back": "/"})
    assert got.status_code == 409
    again = re.findall(rf'type="hidden" name="row" value="({actor}~[0-9a-f]+)"', got.text)
    assert two.fill("/correct", {"action": "grade", "row": again, "grade": "E", "back": "/"}).status_code == 200
    assert [entry.value["grade"] for entry in dossier.journal()] == ["A", "E"]


def test_two_claims_are_marked_and_the_conflict_is_taken_back(visitor: Visitor, dossier: Dossier) -> None:
    rows = [row.id for row in dossier.claims() if row.status == "single_origin"][:2]
    correct(visitor, "/claims", "mark_conflict", *rows, strength="contradicts", reason="one or the other")
    page = visitor.get("/conflicts?q=one+or+the+other").text
    assert "one or the other" in page
    conflict = next(row for row in visitor.get("/api/conflicts").json() if row["rule"] == "marked by M. Aldo")
    assert set(conflict["claims"]) == set(rows)
    send(visitor, f"/row/{conflict['id']}", conflict["id"], "unmark_conflict")
    assert conflict["id"] not in {row["id"] for row in visitor.get("/api/conflicts").json()}


def test_a_row_is_marked_against_another_by_its_id(visitor: Visitor, dossier: Dossier) -> None:
    one, other = (row.id for row in dossier.statements()[:2])
    send(visitor, f"/row/{one}", one, "mark_conflict", other=other, strength="differs")
    (conflict,) = (row for row in visitor.get("/api/conflicts").json() if row["rule"] == "marked by M. Aldo")
    assert conflict["strength"] == "differs"


def test_programs_add_too(visit: Visit, dossier: Dossier) -> None:
    visitor = visit()
    report = with_text(dossier, MISSED)
    head = {"x-form-token": visitor.token("/claims"), "content-type": "application/json"}
    value = {"source": "the Ardel Relief Committee", "content": MISSED}
    body = {"kind": "add_statement", "ids": [report], "by": "a program", "value": value}
    assert visitor.post("/api/corrections", json=body, headers=head).status_code == 201
    wrong = {**body, "kind": "split_actor", "ids": [dossier.actors()[0].id], "value": {"names": "Osk"}}
    assert visitor.post("/api/corrections", json=wrong, headers=head).status_code == 400
    assert [entry.kind for entry in dossier.journal()] == ["add_statement"]
