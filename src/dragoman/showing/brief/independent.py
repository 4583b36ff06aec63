"""How many independent voices stand behind some words, counted as the record's claims count them."""

from collections.abc import Iterable, Mapping

from dragoman.reconciling.independence import Heard, counted
from dragoman.records.rows.voices import ActorRow, StatementRow


def independent(statements: Iterable[StatementRow], actors: Mapping[str, ActorRow]) -> int:
    """The independent origins behind these statements; 0 for none. Outlets' own words alone are one."""
    found = [row for row in statements if row.origin is not None]
    named, unnamed = counted(_heard(row, actors) for row in found)
    return max(named + unnamed, 1) if found else 0


def _heard(row: StatementRow, actors: Mapping[str, ActorRow]) -> Heard:
    whose = _principal(row, actors)
    who = actors.get(whose) if whose else None
    return Heard(row.id, row.sourcing, whose, who is not None and who.named, row.origin or "")


def _principal(row: StatementRow, actors: Mapping[str, ActorRow]) -> str | None:
    """Whom the speaker acts for: the state or organisation at the end of its belongings, or itself."""
    if row.actor is None:
        return None
    seen = [row.actor.id]
    while (known := actors.get(seen[-1])) is not None and known.of is not None and known.of.id not in seen:
        seen.append(known.of.id)
    return seen[-1]
