"""On whose word the words that are shown stand: of whoever is cited for them, else the outlet's own."""

from collections.abc import Sequence

from dragoman.records.reading import Sourcing
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.voices import StatementRow
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.shown import named_itself, words_for
from dragoman.showing.naming import is_named, is_pronoun

MOST = 0.5  # of the quotation that is on somebody's word, for it to stand as theirs
HELD = 0.3  # where it is told as a thing: "Varra's claim that the port is closed has held up the talks"


def speaking_for(
    who: str | None, sourcing: Sourcing, shown: Sequence[Evidence], pile: Pile, told: Sequence[Evidence] = ()
) -> tuple[str | None, Sourcing]:
    """Who stands for the words that are shown first, who need not be the best source of the whole account.

    `who` with `sourcing` is the account's best source: it stays where nothing is shown. `told`: the words that tell it,
    where what is shown is the sentence around them.
    """
    if not shown:
        return who, sourcing
    words = next((e for e in told if _is_in(e, shown[0])), shown[0])
    told_of = _speaker(words, pile, asserting=False)
    if who and named_itself(who, shown[0].quote) and (told_of is None or told_of.source != who or _asserts(told_of)):
        return who, sourcing
    speaker = _speaker(words, pile)
    if speaker is not None:
        if speaker.source and is_pronoun(speaker.source) and speaker.actor and is_named(speaker.actor.name):
            return speaker.actor.name, speaker.sourcing
        return speaker.source, speaker.sourcing
    if told_of is None and who is None:
        return who, sourcing
    return None, Sourcing.OUTLET


def is_cited(who: str, item: Evidence, pile: Pile) -> bool:
    """Whether somebody is cited for words, and not only told of beside them."""
    rows = [row for row in pile.said_at(item) if row.source and (row.source == who or who in row.source)]
    return not rows or any(map(_asserts, rows))


def _is_in(one: Evidence, other: Evidence) -> bool:
    return one.report == other.report and other.start <= one.start and one.end <= other.end


def _speaker(shown: Evidence, pile: Pile, *, asserting: bool = True) -> StatementRow | None:
    """Who is cited for most of the words that are quoted, in the fewest words of all; None for the outlet.

    `asserting`: as who asserts them, and not as who is told to have agreed, planned or told others in private.
    """
    over: list[tuple[int, str, StatementRow]] = []
    for row in pile.said_at(shown):
        for e in row.evidence if row.source and (not asserting or _asserts(row)) else ():
            shared = min(e.end, shown.end) - max(e.start, shown.start)
            if shared > 0 and shared >= _enough(row) * (shown.end - shown.start):
                over.append((e.end - e.start, row.id, row))
    return min(over, key=lambda found: found[:2])[2] if over else None


def _enough(row: StatementRow) -> float:
    return HELD if row.cue and words_for("held").search(row.cue) else MOST


def _asserts(row: StatementRow) -> bool:
    """Whether somebody is cited for it to whoever reports it."""
    if row.cue is None:
        return True
    if words_for("private").search(row.cue) and row.addressee and not words_for("press").search(row.addressee):
        return False
    return words_for("asserting").search(row.cue) is not None
