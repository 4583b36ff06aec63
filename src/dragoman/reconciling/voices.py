"""Statements of the pile: attributed ones, and the outlet's own where nobody is cited."""

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.pile import Item
from dragoman.reconciling.words import one_line, tokens
from dragoman.records.corrections import Added
from dragoman.records.ids import Prefix, found_id
from dragoman.records.reading import Attribution, Polarity, ReadEvent, Sourcing
from dragoman.records.rows.evidence import Review, ReviewStatus
from dragoman.records.rows.voices import StatementRow
from dragoman.records.span import Span, Spans, hull

# The outlet's own: an attribution with no source and no cue is none of anybody's.
_OWN_KIND = "outlet"


class Voice(NamedTuple):
    """One statement with what the rest of reconciling asks of it."""

    id: str
    report: str
    content: Span
    words: tuple[str, ...]  # the content's words, made plain
    sourcing: Sourcing
    polarity: Polarity
    actor: str | None  # the record's id of who says it
    attribution: Attribution | None  # None: the outlet's own voice


def voices_of(item: Item, actors: Actors) -> Iterator[Voice]:
    """Every statement of a report: the attributed ones, then the outlet's own, by place."""
    reading = item.reading
    text = item.report.text
    cited: list[Span] = []
    for attribution in reading.attributions:
        spans = (*attribution.source, *attribution.cue, *attribution.content)
        cited.append(hull(spans))
        content = hull(attribution.content or attribution.cue or attribution.source)
        yield Voice(
            id=attribution.id,
            report=item.id,
            content=content,
            words=tuple(_words(text, attribution.content)),
            sourcing=attribution.sourcing,
            polarity=attribution.polarity,
            actor=_somebody(actors.of_local(item.id, attribution.actor), actors),
            attribution=attribution,
        )
    for sentence in _uncited(reading.sentences, cited, reading.events):
        yield Voice(
            id=found_id(Prefix.ATTRIBUTION, item.id, _OWN_KIND, sentence),
            report=item.id,
            content=sentence,
            words=tuple(tokens(sentence.of(text))),
            sourcing=Sourcing.OUTLET,
            polarity=Polarity.ASSERTS,
            actor=None,
            attribution=None,
        )


def _somebody(actor: str | None, actors: Actors) -> str | None:
    return actor if actor and actors.tells_somebody(actor) else None


def _words(text: str, spans: Spans) -> list[str]:
    return [token for span in spans for token in tokens(span.of(text))]


def _uncited(sentences: Spans, cited: list[Span], events: tuple[ReadEvent, ...]) -> Iterator[Span]:
    """Sentences that no attribution touches, and the others in which the outlet tells an event on its own."""
    own = sorted(event.trigger for event in events if event.attribution is None)
    cited = sorted(cited)
    first = act = 0
    for sentence in sentences:
        while first < len(cited) and cited[first].end <= sentence.start:
            first += 1
        touched = any(span.touches(sentence) for span in cited[first : first + 8])
        while act < len(own) and own[act].end <= sentence.start:
            act += 1
        tells = act < len(own) and own[act].touches(sentence)
        if not touched or tells:
            yield sentence


def checked(row: StatementRow, added: Added | None) -> StatementRow:
    """A statement that a person added is checked by that person, unless somebody said otherwise since."""
    if added is None or row.review.status is not ReviewStatus.UNREVIEWED:
        return row
    return row.but(review=Review(status=ReviewStatus.CONFIRMED, by=added.by, at=added.at))


def statement_row(
    voice: Voice, item: Item, actors: Actors, origin: str | None, added: Added | None = None
) -> StatementRow:
    """The row of one statement; `added` by a person, where the program did not find it."""
    text = item.report.text
    said = voice.attribution
    if said is None:
        return StatementRow(
            id=voice.id,
            report=item.id,
            source=None,
            actor=None,
            sourcing=voice.sourcing,
            relayed_by=None,
            polarity=voice.polarity,
            cue=None,
            content=one_line(voice.content.of(text)),
            addressee=None,
            medium=None,
            when=None,
            origin=origin,
            evidence=(item.evidence(voice.content),),
        )
    return StatementRow(
        id=voice.id,
        report=item.id,
        source=_joined(text, said.source),
        actor=actors.ref(voice.actor) if voice.actor else None,
        sourcing=voice.sourcing,
        relayed_by=said.relayed_by,
        polarity=voice.polarity,
        cue=_joined(text, said.cue),
        content=_joined(text, said.content) or "",
        addressee=said.addressee,
        medium=said.medium,
        when=said.when,
        origin=origin,
        added_by=added.by if added else None,
        evidence=(item.evidence(hull((*said.source, *said.cue, *said.content))),),
    )


def _joined(text: str, spans: Spans) -> str | None:
    return " … ".join(one_line(span.of(text)) for span in spans) or None
