"""How many independent voices stand behind some words, counted as the record's claims count them."""

from collections.abc import Iterable, Mapping

from dragoman.records.reading import Sourcing
from dragoman.records.rows.voices import ActorRow, StatementRow

_NAMED = frozenset((Sourcing.NAMED, Sourcing.ORGANISATION, Sourcing.DOCUMENT))


def independent(statements: Iterable[StatementRow], actors: Mapping[str, ActorRow]) -> int:
    """The independent origins behind these statements; 0 for none.

    Voices that act for one state or organisation are one, and so are those of one origin. Unnamed ones count where whom
    they belong to is told and no other voice belongs there, else once together; outlets' own words count once, where
    nobody is cited.
    """
    found = sorted(statements, key=lambda row: row.id)
    named: dict[str, str] = {}
    unnamed: dict[str, str] = {}
    for row in found:
        whose = _principal(row, actors)
        if whose is None or row.origin is None:
            continue
        if row.sourcing in _NAMED:
            named.setdefault(whose, row.origin)
        elif row.sourcing is Sourcing.UNNAMED and (who := actors.get(whose)) is not None and who.named:
            unnamed.setdefault(whose, row.origin)
    apart = {origin for whose, origin in unnamed.items() if whose not in named} - set(named.values())
    return max(len(set(named.values())) + len(apart), 1 if found else 0)


def _principal(row: StatementRow, actors: Mapping[str, ActorRow]) -> str | None:
    """Whom the speaker acts for: the state or organisation at the end of its belongings, or itself."""
    if row.actor is None:
        return None
    seen = [row.actor.id]
    while (known := actors.get(seen[-1])) is not None and known.of is not None and known.of.id not in seen:
        seen.append(known.of.id)
    return seen[-1]
