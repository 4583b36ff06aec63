"""What the sections of a brief are written with: pieces, lines, voices, quotations, limits."""

from collections.abc import Iterable, Sequence

from dragoman.records.reading import Sourcing
from dragoman.records.rows.evidence import ActorRef, Evidence, Review, ReviewStatus, Row
from dragoman.showing import words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.context import is_whole
from dragoman.showing.brief.model import Line, More, Piece, Section, SectionKey, Tone
from dragoman.showing.brief.pile import Pile
from dragoman.showing.naming import is_pronoun
from dragoman.showing.plain import clipped, inside, one_line, quoted

QUOTE = 170  # characters of a quotation on a line; the list at the end has all of it
NAME = 60


def said(text: str) -> Piece:
    """The program's own neutral words."""
    return Piece(tone=Tone.WORDS, text=text)


def faint(text: str) -> Piece:
    """A side note."""
    return Piece(tone=Tone.FAINT, text=text)


def alert(text: str) -> Piece:
    """A word that must not be overread: "disputed"."""
    return Piece(tone=Tone.ALERT, text=text)


def name(text: str) -> Piece:
    """An actor's name."""
    return Piece(tone=Tone.NAME, text=clipped(text, NAME))


def quotation(text: str | None, evidence: Sequence[Evidence], limit: int = QUOTE) -> Piece:
    """Words of the evidence, quoted: `text`, or where that cannot stand alone the evidence that it is part of.

    Without `text`, or where no evidence has it, the first evidence that can stand alone. Evidence that does not hold
    `text` never takes its place: it may be of those who deny it.
    """
    holding = [item.quote for item in evidence if text and one_line(text) in one_line(item.quote)]
    if text and is_whole(text) and any(one_line(quote).startswith(one_line(text)) for quote in holding):
        chosen = text
    elif text and holding:
        chosen = next(filter(is_whole, holding), text)
    else:
        quotes = [item.quote for item in evidence]
        chosen = next(filter(is_whole, quotes), quotes[0] if quotes else text or "")
    return Piece(tone=Tone.QUOTE, text=quoted(chosen, limit, clipped(text or "", limit * 2 // 3).rstrip("…")))


def phrase(text: str, evidence: Sequence[Evidence], limit: int = QUOTE) -> Piece:
    """`text` quoted as it is, though a part of a sentence, where it stands in the evidence."""
    if any(one_line(text) in one_line(item.quote) for item in evidence):
        return Piece(tone=Tone.QUOTE, text=quoted(text, limit))
    return quotation(None, evidence, limit)


def names(actors: Sequence[ActorRef], most: int = 3) -> str:
    """Actors as a list of names; beyond `most` they are counted."""
    shown = [clipped(actor.name, NAME) for actor in actors[:most]]
    left = len(actors) - len(shown)
    return words.listing([*shown, words.count(left, "other")] if left > 0 else shown)


def voice(who: str | None, sourcing: Sourcing, evidence: Sequence[Evidence], pile: Pile) -> str:
    """Who says it and how it is sourced: "a diplomat, unnamed"; "Hesk Courier in its own voice"."""
    outlets = sorted({outlet for item in evidence if (outlet := _outlet(item, pile))})
    if sourcing == Sourcing.OUTLET:
        own = "their own voices" if len(outlets) > 1 else "its own voice"
        return f"{words.listing(outlets[:3])} in {own}" if outlets else words.word("sourcing", sourcing)
    how = words.word("sourcing", sourcing)
    if who is None and sourcing == Sourcing.SOURCES:
        return "no source shown"
    if who and is_pronoun(who):
        return f"someone {how}"
    speaker = clipped(who, NAME).rstrip(",;: ") if who else ""
    return f"{speaker}, {how}" if speaker else f"no source shown, {how}"


def strength(evidence: Sequence[Evidence], pile: Pile) -> str | None:
    """What a line rests on in countable facts: "1 origin in 3 reports"; None for one report."""
    reports = {item.report for item in evidence}
    origins = pile.origins_of(evidence)
    if len(reports) < 2:
        return None
    in_reports = words.count(len(reports), "report")
    return f"{words.count(len(origins), 'origin')} in {in_reports}" if origins else in_reports


def line(
    cite: Citations,
    label: str,
    pieces: Iterable[Piece],
    evidence: Iterable[Evidence],
    rows: Iterable[Row],
    *,
    depth: int = 0,
) -> Line:
    """A line that rests on `evidence` and tells of `rows`."""
    told = tuple(rows)
    shown = tuple(piece for piece in pieces if piece.text)
    cites, further = cite.cite(sorted(cite.wide(evidence), key=lambda item: not _is_shown(item, shown)))
    return Line(
        label=label,
        pieces=shown,
        cites=cites,
        further_cite_count=further,
        rows=tuple(row.id for row in told),
        review=combined(row.review for row in told),
        depth=depth,
    )


def _is_shown(item: Evidence, shown: tuple[Piece, ...]) -> bool:
    """Whether a line quotes this evidence: it is then cited first."""
    flat = inside(item.quote)
    return any(inside(piece.text.strip("“”…")) in flat for piece in shown if piece.tone == Tone.QUOTE)


def combined(reviews: Iterable[Review]) -> ReviewStatus:
    """Confirmed where a person confirmed all of them, unreviewed otherwise."""
    statuses = {review.status for review in reviews}
    return ReviewStatus.CONFIRMED if statuses == {ReviewStatus.CONFIRMED} else ReviewStatus.UNREVIEWED


def section(
    key: SectionKey,
    title: str,
    lines: Sequence[Line],
    *,
    more: More | None = None,
    note: str | None = None,
) -> Section | None:
    """A section, or None where it has nothing to say."""
    if not lines and not note:
        return None
    return Section(key=key, title=title, lines=tuple(lines), more=more, note=note)


def more(left: int, command: str, pile: Pile) -> More | None:
    """What was left out, where anything was, and the command that lists it."""
    return More(left_out_count=left, command=f"dragoman {command} {pile.name}") if left > 0 else None


def _outlet(item: Evidence, pile: Pile) -> str | None:
    row = pile.report.get(item.report)
    return row.outlet if row and row.outlet else item.file
