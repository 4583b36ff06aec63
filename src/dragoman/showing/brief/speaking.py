"""On whose word the words that are shown stand: of whoever is cited for them, else the outlet's own."""

from collections.abc import Sequence

from dragoman.records.reading import Sourcing
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.voices import StatementRow
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.shown import named
from dragoman.showing.naming import is_named, is_pronoun

MOST = 0.5  # of the quotation that is on somebody's word, for it to stand as theirs


def speaking_for(
    who: str | None, sourcing: Sourcing, shown: Sequence[Evidence], pile: Pile
) -> tuple[str | None, Sourcing]:
    """Who stands for the words that are shown first, who need not be the best source of the whole account.

    `who` with `sourcing` is the account's best source: it stays where nothing is shown.
    """
    if not shown or (who and named((who,), shown[0].quote)):
        return who, sourcing
    speaker = _speaker(shown[0], pile)
    if speaker is None:
        return (who, sourcing) if sourcing is Sourcing.OUTLET or who is None else (None, Sourcing.OUTLET)
    if speaker.source and is_pronoun(speaker.source) and speaker.actor and is_named(speaker.actor.name):
        return speaker.actor.name, speaker.sourcing
    return speaker.source, speaker.sourcing


def _speaker(shown: Evidence, pile: Pile) -> StatementRow | None:
    """Who is cited for most of the words that are quoted, in the fewest words of all; None for the outlet."""
    over: list[tuple[int, str, StatementRow]] = []
    for row in pile.said_at(shown):
        for e in row.evidence if row.source else ():
            shared = min(e.end, shown.end) - max(e.start, shown.start)
            if shared > 0 and shared >= MOST * (shown.end - shown.start):
                over.append((e.end - e.start, row.id, row))
    return min(over, key=lambda found: found[:2])[2] if over else None
