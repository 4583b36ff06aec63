"""The brief counts independent voices as the claims do: conservatively."""

import pytest

from dragoman.records.reading import ActorKind, Sourcing
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.voices import ActorRow, StatementRow
from dragoman.showing.brief.independent import independent
from tests.showing.rows import HALT, statement


def actor(name: str, of: str | None = None, *, named: bool = True) -> ActorRow:
    kind = ActorKind.PERSON if of else ActorKind.STATE
    whose = ActorRef(id=f"a-{of}", name=of) if of else None
    return ActorRow(
        id=f"a-{name}", name=name, kind=kind, named=named, aliases=(), of=whose, roles=(), framings=(), mention_count=1,
        report_count=1, evidence=(),
    )  # fmt: skip


_EVERYBODY = (actor("Varra"), actor("Osk"), actor("Kay Lund", "Varra"), actor("Ada Orr", "Varra"))
ACTORS = {row.id: row for row in _EVERYBODY}


def said(number: int, who: str | None, sourcing: Sourcing, origin: str) -> StatementRow:
    ref = ActorRef(id=f"a-{who}", name=who) if who else None
    return statement(f"s-{number}", HALT).but(actor=ref, sourcing=sourcing, origin=origin)


@pytest.mark.parametrize(
    ("statements", "count"),
    [
        ([], 0),
        ([(None, Sourcing.OUTLET, "o-1"), (None, Sourcing.OUTLET, "o-2")], 1),
        ([("Kay Lund", Sourcing.NAMED, "o-1"), ("Kay Lund", Sourcing.NAMED, "o-2")], 1),
        ([("Kay Lund", Sourcing.NAMED, "o-1"), ("Ada Orr", Sourcing.NAMED, "o-2")], 1),  # both for Varra
        ([("Kay Lund", Sourcing.NAMED, "o-1"), ("Osk", Sourcing.ORGANISATION, "o-2")], 2),
        ([("Kay Lund", Sourcing.NAMED, "o-1"), ("Osk", Sourcing.ORGANISATION, "o-1")], 1),
        ([("Kay Lund", Sourcing.NAMED, "o-1"), (None, Sourcing.UNNAMED, "o-2")], 1),
        ([("Kay Lund", Sourcing.NAMED, "o-1"), ("Osk", Sourcing.UNNAMED, "o-2")], 2),
        ([(None, Sourcing.UNNAMED, "o-1"), (None, Sourcing.UNNAMED, "o-2")], 1),
    ],
)
def test_what_cannot_be_told_apart_is_one(statements: list[tuple[str | None, Sourcing, str]], count: int) -> None:
    rows = [said(number, *one) for number, one in enumerate(statements)]
    assert independent(rows, ACTORS) == count
