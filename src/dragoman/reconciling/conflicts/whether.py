"""Whether it happened: a claim that some assert and others deny."""

from collections.abc import Iterator

from dragoman.reconciling.claims import Claim
from dragoman.reconciling.conflicts.sides import Draft, Word
from dragoman.records.rows.happenings import ConflictKind, ConflictStrength

RULE = "asserted by one voice, denied by another"


def whether(claims: tuple[Claim, ...]) -> Iterator[Draft]:
    """A conflict for each claim that is disputed."""
    for claim in claims:
        if claim.pro and claim.contra:
            sides = tuple(
                tuple(Word(s.voice.report, s.span, s.voice) for s in side) for side in (claim.pro, claim.contra)
            )
            yield Draft(
                ConflictKind.WHETHER, ConflictStrength.CONTRADICTS, claim.row.text, RULE, (claim.row.id,), sides
            )
