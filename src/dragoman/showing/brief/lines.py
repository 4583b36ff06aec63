"""What the sections of a brief are written with: pieces, lines, voices, quotations, limits."""

import re
from collections.abc import Iterable, Sequence

from dragoman.records.reading import Sourcing
from dragoman.records.rows.evidence import ActorRef, Evidence, Review, ReviewStatus, Row
from dragoman.showing import words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.context import is_whole
from dragoman.showing.brief.pile import Pile
from dragoman.showing.naming import is_pronoun
from dragoman.showing.page.model import Cell, Cite, Grid, GridRow, Line, More, Picture, Piece, Section, SectionKey, Tone
from dragoman.showing.page.pieces import NAME, faint, said, wording
from dragoman.showing.plain import clipped, inside, one_line, quoted

_ARTICLE = re.compile(r"^[Tt]he ")
_OWNS = re.compile(r"['’]s?$")
QUOTE = 170  # characters of a quotation on a line; the list at the end has all of it


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


def quoted_first(text: str | None, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The evidence from which `quotation` quotes `text` first: on the word of whoever is cited there it is told."""
    return sorted(evidence, key=lambda item: not (text and one_line(text) in one_line(item.quote)))


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
    how = words.word("sourcing", sourcing)
    if sourcing == Sourcing.OUTLET:
        outlets = sorted({outlet for item in evidence if (outlet := _outlet(item, pile))})
        key = "voice_owns" if len(outlets) > 1 else "voice_own"
        return wording(key, outlets=words.listing(outlets[:3])) if outlets else how
    if who is None and sourcing == Sourcing.SOURCES:
        return wording("no_source")
    if who and is_pronoun(who):
        person = sourcing in (Sourcing.NAMED, Sourcing.UNNAMED)  # "someone an organisation" is nobody
        return wording("someone_how", how=how) if person else how
    speaker = clipped(_OWNS.sub("", who), NAME).rstrip(",;: ") if who else ""
    if sourcing == Sourcing.ORGANISATION and _ARTICLE.sub("", speaker) in pile.state_names:
        how = wording("voice_state")
    return wording("voice_how", who=speaker, how=how) if speaker else wording("no_source_how", how=how)


def strength(evidence: Sequence[Evidence], pile: Pile) -> str | None:
    """What a line rests on in countable facts: "1 origin in 3 reports"; None for one report."""
    reports = {item.report for item in evidence}
    if len(reports) < 2:
        return None
    origins = pile.independent_of(evidence)
    in_reports = words.count(len(reports), "report")
    if not origins:
        return in_reports
    return wording("strength_origins", origins=words.count(origins, "origin"), reports=in_reports)


def on_whose_word(who: str, evidence: Sequence[Evidence], pile: Pile) -> list[Piece]:
    """On whose word it is and what that rests on, told aside."""
    rests = strength(evidence, pile)
    return [faint(wording("on_word_rests", who=who, rests=rests) if rests else wording("on_word", who=who))]


def line(
    cite: Citations,
    label: str,
    pieces: Iterable[Piece],
    evidence: Iterable[Evidence],
    rows: Iterable[Row],
    *,
    depth: int = 0,
    grid: Grid | None = None,
) -> Line:
    """A line that rests on `evidence` and tells of `rows`."""
    made = cell(cite, pieces, evidence, rows)
    return Line(
        label=label,
        pieces=made.pieces,
        cites=made.cites,
        further_cite_count=made.further_cite_count,
        rows=made.rows,
        review=made.review,
        depth=depth,
        grid=grid,
    )


def cell(cite: Citations, pieces: Iterable[Piece], evidence: Iterable[Evidence], rows: Iterable[Row]) -> Cell:
    """A place of a grid that rests on `evidence` and tells of `rows`."""
    about = tuple(rows)
    shown = _begun(piece for piece in pieces if piece.text)
    quoted = [inside(piece.text.strip("“”…")) for piece in shown if piece.tone == Tone.QUOTE]
    cites, further = cite.cite(sorted(cite.wide(evidence), key=lambda item: not _is_shown(item, quoted)))
    return Cell(
        pieces=shown,
        cites=cites,
        further_cite_count=further,
        rows=tuple(row.id for row in about),
        review=combined(row.review for row in about),
    )


def _begun(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces without the blank or comma that would part the first from one before it."""
    first, *rest = [*pieces] or [said("")]
    return tuple(piece for piece in (first.but(text=first.text.lstrip(" ,;")), *rest) if piece.text)


def plain_cell(*pieces: Piece) -> Cell:
    """A place of a grid that rests on no evidence: a head, a number."""
    return Cell(pieces=tuple(piece for piece in pieces if piece.text))


def whole_line(
    label: str,
    pieces: Iterable[Piece],
    cited: tuple[tuple[Cite, ...], int],
    *,
    rows: tuple[str, ...] = (),
    depth: int = 0,
    grid: Grid | None = None,
) -> Line:
    """A line about reports as a whole."""
    cites, further = cited
    told = tuple(piece for piece in pieces if piece.text)
    return Line(label=label, pieces=told, cites=cites, further_cite_count=further, rows=rows, depth=depth, grid=grid)


def grid(caption: str, corner: str, heads: Sequence[str], rows: Iterable[GridRow]) -> Grid:
    """A grid under its caption, which may be empty where it is all that a section holds."""
    return Grid(caption=caption, corner=corner, heads=tuple(heads), rows=tuple(rows))


def _is_shown(item: Evidence, quoted: Sequence[str]) -> bool:
    """Whether what a line quotes is of this evidence: it is then cited first."""
    flat = inside(item.quote) if quoted else ""
    return any(words in flat for words in quoted)


def combined(reviews: Iterable[Review]) -> ReviewStatus:
    """Confirmed where a person confirmed all of them, unreviewed otherwise."""
    statuses = {review.status for review in reviews}
    return ReviewStatus.CONFIRMED if statuses == {ReviewStatus.CONFIRMED} else ReviewStatus.UNREVIEWED


def section(
    key: SectionKey,
    title: str,
    lines: Sequence[Line] = (),
    *,
    more: More | None = None,
    note: str | None = None,
    grid: Grid | None = None,
    picture: Picture | None = None,
) -> Section | None:
    """A section, or None where it has nothing to say."""
    if not lines and not note and grid is None:
        return None
    return Section(key=key, title=title, lines=tuple(lines), grid=grid, picture=picture, more=more, note=note)


def more(left: int, command: str, pile: Pile) -> More | None:
    """What was left out, where anything was, and the command that lists it."""
    if left <= 0:
        return None
    return More(left_out_count=left, command=f"dragoman {command} {pile.name}", asked=f"dragoman {command}")


def _outlet(item: Evidence, pile: Pile) -> str | None:
    row = pile.report.get(item.report)
    return row.outlet if row and row.outlet else item.file
