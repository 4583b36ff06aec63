"""DISPUTED: questions with different answers, and claims that someone in a position to know denies."""

from dragoman.records.rows.happenings import (
    ClaimRow,
    ClaimStatus,
    ConflictKind,
    ConflictRow,
    ConflictStrength,
    Side,
)
from dragoman.showing import words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import alert, faint, line, more, quotation, said, section, strength, voice
from dragoman.showing.brief.model import Line, Piece, Section, SectionKey
from dragoman.showing.brief.pile import Pile
from dragoman.showing.plain import one_line

CONFLICTS = 6
SIDES = 4
CLAIMS = 4


def disputed(pile: Pile, cite: Citations) -> Section | None:
    """Contradictions first, then accounts that differ; `who` is told under NOT KNOWN, numbers under FIGURES."""
    told_elsewhere = {figure.conflict for figure in pile.figures}
    conflicts = sorted(
        (row for row in pile.conflicts if row.kind != ConflictKind.WHO and row.id not in told_elsewhere),
        key=lambda row: (
            row.strength != ConflictStrength.CONTRADICTS,
            -len({item.report for side in row.sides for item in side.evidence}),
            row.id,
        ),
    )
    lines: list[Line] = []
    for row in conflicts[:CONFLICTS]:
        lines += conflict(row, pile, cite)
    covered = {claim for row in pile.conflicts for claim in row.claims}
    claims = [
        row for row in pile.claims if row.status in (ClaimStatus.DISPUTED, ClaimStatus.DENIED) and row.id not in covered
    ]
    claims.sort(key=lambda row: (-row.origin_count, -row.report_count, row.id))
    lines += [_claim(row, cite) for row in claims[:CLAIMS]]
    left = max(0, len(conflicts) - CONFLICTS)
    command = "conflicts"
    if not left:
        left, command = len(claims) - CLAIMS, "claims"
    return section(SectionKey.DISPUTED, "DISPUTED", lines, more=more(left, command, pile))


def conflict(row: ConflictRow, pile: Pile, cite: Citations) -> list[Line]:
    """The question, then one line for each answer."""
    everything = [item for side in row.sides for item in side.evidence]
    head = [
        quotation(row.about, cite.wide(everything)) if _is_quoted(row) else said(row.about),
        faint(f"; {words.word('strength', row.strength)}"),
    ]
    label = words.word("conflict", row.kind).capitalize()
    lines = [line(cite, label, head, everything, [row])]
    lines += [_side(side, row, pile, cite) for side in row.sides[:SIDES]]
    left = len(row.sides) - SIDES
    if left > 0:
        also = f"{words.count(left, 'more answer')}: dragoman show {pile.name} {row.id}"
        lines.append(Line(label="", pieces=(faint(also),), depth=1))
    return lines


def _side(side: Side, row: ConflictRow, pile: Pile, cite: Citations) -> Line:
    who = voice(side.who, side.sourcing, side.evidence, pile)
    rests = strength(side.evidence, pile)
    on_whose_word = f"{who}; {rests}" if rests else who
    if _is_quoted(row) and one_line(side.says) == one_line(row.about):
        return line(cite, "says so", [faint(on_whose_word)], side.evidence, [row], depth=1)
    pieces: list[Piece] = [quotation(side.says, cite.wide(side.evidence)), faint(f" ({on_whose_word})")]
    return line(cite, "says", pieces, side.evidence, [row], depth=1)


def _is_quoted(row: ConflictRow) -> bool:
    """Whether what the conflict is about is told in words of the reports."""
    return any(one_line(row.about) in one_line(item.quote) for side in row.sides for item in side.evidence)


def _claim(row: ClaimRow, cite: Citations) -> Line:
    pieces = [quotation(row.text, cite.wide(row.evidence)), said(" "), alert(words.word("claim_status", row.status))]
    pieces.append(faint(f" ({row.grounds})" if row.grounds else ""))
    return line(cite, "Claim", pieces, row.evidence, [row])
