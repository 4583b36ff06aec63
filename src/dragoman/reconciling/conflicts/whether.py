"""Whether it happened: a claim that some assert and others deny, a statement that another voice rebuts."""

from collections.abc import Iterator, Sequence

from dragoman.reconciling.claims import Claim, Said
from dragoman.reconciling.conflicts.sides import Draft, Word
from dragoman.reconciling.rebuttals import Rebuttal
from dragoman.reconciling.unionfind import Groups
from dragoman.records.rows.happenings import ConflictKind, ConflictStrength

RULE = "asserted by one voice, denied by another"
REBUTTED = "said by one voice and denied by another after it, in one report"


def whether(claims: tuple[Claim, ...]) -> Iterator[Draft]:
    """A conflict for each question of which claims are disputed: those that one statement denies are one question."""
    disputed = {claim.row.id: claim for claim in claims if claim.pro and claim.contra}
    groups = Groups(disputed)
    first: dict[tuple[str, str], str] = {}
    for claim in disputed.values():
        act = claim.happening.act if claim.happening else ""
        for said in claim.contra:  # whatever claims of one act a statement denies
            groups.join(first.setdefault((act, said.voice.id), claim.row.id), claim.row.id)
    for members in groups.all():
        found = [disputed[one] for one in sorted(members)]
        best = max(found, key=lambda claim: (claim.row.origin_count, len(claim.pro), claim.row.id))
        ordered = [best, *(claim for claim in found if claim is not best)]
        sides = (
            _words(s for claim in ordered for s in claim.pro),
            _words(s for claim in ordered for s in claim.contra),
        )
        ids = tuple(claim.row.id for claim in ordered)
        yield Draft(ConflictKind.WHETHER, ConflictStrength.CONTRADICTS, best.row.text, RULE, ids, sides)


def rebutted(found: Sequence[Rebuttal], text: str) -> Iterator[Draft]:
    """A conflict for each statement of a report that another voice of it rebuts; `text` is the report's."""
    by_target: dict[str, list[Rebuttal]] = {}
    for one in found:
        by_target.setdefault(one.target.id, []).append(one)
    for rebuttals in by_target.values():
        target = rebuttals[0].target
        sides = (
            (Word(target.report, target.content, target),),
            tuple(Word(one.by.report, one.by.content, one.by) for one in rebuttals),
        )
        about = " ".join(target.content.of(text).split())
        yield Draft(ConflictKind.WHETHER, ConflictStrength.CONTRADICTS, about, REBUTTED, (), sides)


def _words(said: Iterator[Said]) -> tuple[Word, ...]:
    found = {(s.voice.report, s.span): Word(s.voice.report, s.span, s.voice) for s in said}
    return tuple(found.values())
