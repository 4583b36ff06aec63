"""On whose word the words that are shown stand: of whoever is cited for them, else the outlet's own."""

from collections.abc import Sequence

from dragoman.records.reading import Sourcing
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.voices import StatementRow
from dragoman.showing.brief.pile import Pile
from dragoman.showing.naming import is_named, is_pronoun


def speaking_for(
    who: str | None, sourcing: Sourcing, shown: Sequence[Evidence], pile: Pile
) -> tuple[str | None, Sourcing]:
    """Who stands for the words that are shown first, who need not be the best source of the whole account.

    `who` with `sourcing` is the account's best source: it stays where nothing is shown.
    """
    if not shown:
        return who, sourcing
    speaker = _speaker(shown[0], pile)
    if speaker is None:
        return None, Sourcing.OUTLET
    if speaker.source and is_pronoun(speaker.source) and speaker.actor and is_named(speaker.actor.name):
        return speaker.actor.name, speaker.sourcing
    return speaker.source, speaker.sourcing


def _speaker(shown: Evidence, pile: Pile) -> StatementRow | None:
    """Who is cited for the words that are quoted, which need not be the best source of all; None for the outlet."""
    over = [
        (e.end - e.start, row.id, row)
        for row in pile.statements
        if row.source
        for e in row.evidence
        if e.report == shown.report and e.start <= shown.end and shown.start <= e.end
    ]
    return min(over, key=lambda found: found[:2])[2] if over else None
