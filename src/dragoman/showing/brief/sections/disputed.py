"""DISPUTED: questions with different answers, and claims that someone in a position to know denies."""

from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.happenings import (
    ClaimRow,
    ClaimStatus,
    ConflictKind,
    ConflictRow,
    ConflictStrength,
    Side,
    TimelineRow,
)
from dragoman.showing import words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import line, more, quotation, quoted_first, section, strength, voice
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.shown import words_for
from dragoman.showing.brief.speaking import speaking_for
from dragoman.showing.brief.tellable import act, naming
from dragoman.showing.brief.weights import LEAST, weight
from dragoman.showing.brief.whole import Dated
from dragoman.showing.page.model import Line, Piece, Section, SectionKey
from dragoman.showing.page.pieces import alert, faint, said, told, wording
from dragoman.showing.plain import one_line

CONFLICTS = 5
SIDES = 4
CLAIMS = 2
QUOTE = 140


def disputed(pile: Pile, cite: Citations) -> Section | None:
    """Acts on the talks first, contradictions before accounts that differ.

    `who` is told under NOT KNOWN, numbers under FIGURES.
    """
    conflicts = ordered(pile)
    elsewhere = {figure.conflict for figure in pile.figures}
    lines: list[Line] = []
    for row in pressing(pile):
        lines += conflict(row, pile, cite)
    claims = _uncovered(pile, cite)
    claims.sort(key=lambda row: (-row.origin_count, -row.report_count, row.id))
    places = [[(item.report, item.start) for item in cite.around(row.evidence[:1])] for row in claims]
    claims = [row for index, row in enumerate(claims) if places[index] not in places[:index]]
    lines += [_claim(row, cite) for row in claims[:CLAIMS]]
    told = {row.id for row in conflicts[:CONFLICTS]} | elsewhere
    left = sum(row.id not in told and row.kind != ConflictKind.WHO for row in pile.conflicts)
    command = "conflicts"
    if not left:
        left, command = len(claims) - CLAIMS, "claims"
    return section(SectionKey.DISPUTED, wording("section_disputed"), lines, more=more(left, command, pile))


def _uncovered(pile: Pile, cite: Citations) -> list[ClaimRow]:
    """Disputed and denied claims whose words stand on no side of a conflict."""

    def quotable() -> Dated[ClaimRow]:
        contested = (ClaimStatus.DISPUTED, ClaimStatus.DENIED)
        return pile.whole.claims.only(lambda row: row.status in contested and _shows_denial(row, cite))

    denied = pile.of_the_day(pile.whole.once("denied", quotable))
    covered = {claim for row in pile.conflicts for claim in row.claims}
    reports = {item.report for row in denied for item in row.evidence}
    places: dict[str, list[Evidence]] = {}
    for item in (item for row in pile.conflicts for side in row.sides for item in side.evidence):
        if item.report in reports:
            places.setdefault(item.report, []).append(item)
    return [
        row
        for row in denied
        if row.id not in covered
        and not any(
            known.start < item.end and item.start < known.end
            for item in row.evidence
            for known in places.get(item.report, ())
        )
    ]


def _shows_denial(row: ClaimRow, cite: Citations) -> bool:
    return any(words_for("denial").search(item.quote) for item in cite.around(row.evidence))


def pressing(pile: Pile) -> list[ConflictRow]:
    """The conflicts that the brief has room for."""
    return ordered(pile)[:CONFLICTS]


def ordered(pile: Pile, *, every: bool = False) -> list[ConflictRow]:
    """The conflicts that a brief tells, the weightiest first; `every` one that can be told, wherever it is told."""
    return pile.once(("conflicts", every), lambda: _ordered(pile, every=every))


def _ordered(pile: Pile, *, every: bool) -> list[ConflictRow]:
    elsewhere = set() if every else {figure.conflict for figure in pile.figures}
    told = [(row, _about(row, pile)) for row in pile.conflicts if row.id not in elsewhere]
    tellable = [(row, about) for row, about in told if _is_tellable(row, about, pile, every=every)]
    return [row for row, _ in sorted(tellable, key=lambda one: _weight(one[0], one[1], pile))]


def _about(row: ConflictRow, pile: Pile) -> list[TimelineRow]:
    """Of each claim the event that is told last."""
    last = {event.claim: event for event in pile.events_of(row.claims)}
    return [last[claim] for claim in row.claims if claim in last]


def _is_tellable(row: ConflictRow, about: list[TimelineRow], pile: Pile, *, every: bool) -> bool:
    """Not who did it, which NOT KNOWN tells, and no event in which nobody can be named."""
    return (every or row.kind != ConflictKind.WHO) and (not about or any(act(event, pile) for event in about))


def _weight(row: ConflictRow, about: list[TimelineRow], pile: Pile) -> tuple[bool, bool, int, int, str]:
    in_talks = any(actor.id in pile.in_the_talks for event in about for actor in event.agent)
    return (
        row.strength != ConflictStrength.CONTRADICTS,
        not in_talks,
        min((weight(event.type) for event in about), default=LEAST),
        -len({item.report for side in row.sides for item in side.evidence}),
        row.id,
    )


def conflict(row: ConflictRow, pile: Pile, cite: Citations) -> list[Line]:
    """The question, then one line for each answer."""
    everything = [item for side in row.sides for item in side.evidence]
    question = question_of(row, pile)
    quoted = question is None and _is_quoted(row)
    head: list[Piece] = [
        quotation(row.about, cite.wide(everything), QUOTE) if quoted else said(question or row.about),
        faint("" if row.strength == ConflictStrength.CONTRADICTS else _strength(row)),
    ]
    first = [
        item for side in row.sides for item in (cite.wide(side.evidence)[:1] if question is None else side.evidence[:1])
    ]
    if question is not None:
        first = [*_asking(row, pile, cite), *first[1:]]
    label = words.word("conflict", row.kind).capitalize()
    lines = [line(cite, label, head, everything if quoted else first, [row])]
    lines += [_side(side, row, quoted, pile, cite) for side in row.sides[:SIDES]]
    left = len(row.sides) - SIDES
    if left > 0:
        answers = words.count(left, "more answer")
        also = wording("more_answers", answers=answers, dossier=pile.name, row=row.id)
        lines.append(Line(label="", pieces=(faint(also),), depth=1))
    return lines


def _strength(row: ConflictRow) -> str:
    return wording("strength", strength=words.word("strength", row.strength))


def _asking(row: ConflictRow, pile: Pile, cite: Citations) -> list[Evidence]:
    """The words that show best what is in question."""
    asked = next(event for event in pile.events_of(row.claims) if act(event, pile))
    return naming(asked, pile, cite)[:1]


def question_of(row: ConflictRow, pile: Pile) -> str | None:
    """What is in question, in the words of the event that the disputed claim tells."""
    if row.kind != ConflictKind.WHETHER:
        return None
    return next((done for event in pile.events_of(row.claims) if (done := act(event, pile))), None)


def _side(side: Side, row: ConflictRow, quoted: bool, pile: Pile, cite: Citations) -> Line:
    shown = quoted_first(side.says, cite.wide(side.evidence))
    speaker, sourcing = speaking_for(side.who, side.sourcing, shown, pile, side.evidence)
    who = voice(speaker, sourcing, shown[:1], pile)
    rests = strength(side.evidence, pile)
    on_whose_word = wording("on_word_rests", who=who, rests=rests) if rests else wording("on_word", who=who)
    asserts = one_line(side.says) == one_line(row.about) or side is row.sides[0]
    label = wording("says")
    if row.kind == ConflictKind.WHETHER:
        label = wording("for" if asserts else "against")
    if quoted and asserts:
        return line(cite, label, [faint(on_whose_word.strip(" ()"))], side.evidence, [row], depth=1)
    pieces = [quotation(side.says, cite.wide(side.evidence), QUOTE), faint(on_whose_word)]
    return line(cite, label, pieces, side.evidence, [row], depth=1)


def _is_quoted(row: ConflictRow) -> bool:
    """Whether what the conflict is about is told in words of the reports."""
    return any(one_line(row.about) in one_line(item.quote) for side in row.sides for item in side.evidence)


def _claim(row: ClaimRow, cite: Citations) -> Line:
    words_of_it = quotation(row.text, cite.wide(row.evidence), QUOTE)
    grounds = wording("grounds", grounds=row.grounds) if row.grounds else ""
    if row.status == ClaimStatus.DENIED:  # its words are the denial's own
        return line(cite, wording("denial"), [words_of_it, faint(grounds)], row.evidence, [row])
    status = alert(words.word("claim_status", row.status))
    pieces = [words_of_it, *told("claim_status", status=status), faint(grounds)]
    return line(cite, wording("claim"), pieces, row.evidence, [row])
