"""What every kind of conflict shares: making its sides and its row."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.figures import who_says
from dragoman.reconciling.pile import Pile
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import one_line
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import Sourcing
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.happenings import ConflictKind, ConflictRow, ConflictStrength, Side
from dragoman.records.span import Span

_ORDER = {sourcing: rank for rank, sourcing in enumerate(Sourcing)}


class Word(NamedTuple):
    """One telling that stands on a side: where it stands and in whose voice."""

    report: str
    span: Span
    voice: Voice | None


class Draft(NamedTuple):
    """A conflict before it has its row: its sides as tellings."""

    kind: ConflictKind
    strength: ConflictStrength
    about: str
    rule: str
    claims: tuple[str, ...]
    sides: tuple[tuple[Word, ...], ...]


def row(draft: Draft, pile: Pile, actors: Actors) -> ConflictRow:
    """The conflict's row; its sides by the place of their best evidence."""
    sides = [_side(words, pile, actors) for words in draft.sides]
    anchors = [f"{w.report}:{w.span.start}:{w.span.end}" for words in draft.sides for w in words]
    return ConflictRow(
        id=derived_id(Prefix.CONFLICT, anchors, draft.kind.value, draft.rule, max(anchors)),
        kind=draft.kind,
        strength=draft.strength,
        about=draft.about,
        rule=draft.rule,
        claims=draft.claims,
        sides=tuple(sides),
    )


def _side(words: Sequence[Word], pile: Pile, actors: Actors) -> Side:
    ranked = sorted(words, key=lambda w: (_ORDER[_sourcing(w)], w.report, w.span))
    best = ranked[0]
    item = pile[best.report]
    return Side(
        says=one_line(best.span.of(item.report.text)),
        who=who_says(best.voice, item, actors),
        sourcing=_sourcing(best),
        evidence=_evidence(ranked, pile),
    )


def _sourcing(word: Word) -> Sourcing:
    return word.voice.sourcing if word.voice else Sourcing.OUTLET


def _evidence(words: Iterable[Word], pile: Pile) -> tuple[Evidence, ...]:
    items = (pile[w.report].evidence(w.span) for w in words)
    return tuple({(e.report, e.start, e.end): e for e in items}.values())
