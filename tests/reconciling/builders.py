"""Piles made by hand: readings whose records stand on words of an invented text."""

import datetime
from itertools import pairwise

from dragoman.reconciling import Item, Pile
from dragoman.records.ids import Prefix, found_id, report_id
from dragoman.records.reading import (
    ActorKind,
    Attribution,
    EventMode,
    Hedge,
    MentionedActor,
    Plover,
    Polarity,
    QuoteKind,
    ReadEvent,
    ReadFigure,
    Reading,
    ReportHead,
    Sourcing,
)
from dragoman.records.report import Report, Source
from dragoman.records.span import Span
from dragoman.records.time import NO_DAY, Interval, Known, Precision, Published


def day(iso: str) -> Interval:
    return Interval.day(datetime.date.fromisoformat(iso))


class Maker:
    """One report and its reading, put together word by word. Words are found in the text; they must stand there."""

    def __init__(self, text: str, *, file: str, outlet: str | None = None, published: str | None = None) -> None:
        self.text = text
        when = datetime.date.fromisoformat(published) if published else None
        self.report = Report(
            id=report_id(text, outlet),
            text=text,
            outlet=outlet,
            published=Published(
                begin=when, end=when, precision=Precision.DAY if when else Precision.UNKNOWN,
                known=Known.STATED if when else Known.UNKNOWN,
            ),
            source=Source(file=file),
        )  # fmt: skip
        self.actors: dict[str, MentionedActor] = {}
        self.attributions: list[Attribution] = []
        self.events: list[ReadEvent] = []
        self.figures: list[ReadFigure] = []

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def actor(
        self, words: str, kind: ActorKind = ActorKind.STATE, *, name: str | None = None, of: str | None = None,
        named: bool = True, key: str | None = None,
    ) -> str:  # fmt: skip
        span = self.span(words)
        made = MentionedActor(
            id=found_id(Prefix.MENTIONED, self.report.id, "actor", span),
            name=name or words,
            kind=kind,
            mentions=(span,),
            named=named,
            key=key,
            of=of,
            names=(words,) if named else (),
        )
        self.actors[made.id] = made
        return made.id

    def says(
        self, content: str, *, source: str | None = None, cue: str | None = None, actor: str | None = None,
        sourcing: Sourcing = Sourcing.NAMED, polarity: Polarity = Polarity.ASSERTS,
    ) -> str:  # fmt: skip
        spans = [self.span(w) for w in (source, cue, content) if w]
        made = Attribution(
            id=found_id(Prefix.ATTRIBUTION, self.report.id, "attribution", *spans),
            source=(self.span(source),) if source else (),
            cue=(self.span(cue),) if cue else (),
            content=(self.span(content),),
            kind=QuoteKind.INDIRECT,
            sourcing=sourcing,
            polarity=polarity,
            wording=source,
            actor=actor,
        )
        self.attributions.append(made)
        return made.id

    def event(
        self, words: str, type_: str, *, agent: str | tuple[str, ...] | None = None,
        patient: str | tuple[str, ...] | None = None, recipient: str | None = None, when: Interval = NO_DAY,
        mode: EventMode = EventMode.HAPPENED, attribution: str | None = None, trigger: str | None = None,
    ) -> str:  # fmt: skip
        span = self.span(words)
        made = ReadEvent(
            id=found_id(Prefix.EVENT, self.report.id, type_, span),
            span=span,
            trigger=self.span(trigger) if trigger else span,
            type=type_,
            plover=Plover(event=None),
            agent=_several(agent),
            patient=_several(patient),
            recipient=_several(recipient),
            when=when,
            mode=mode,
            attribution=attribution,
        )
        self.events.append(made)
        return made.id

    def figure(
        self, words: str, low: float, *, high: float | None = None, hedge: Hedge = Hedge.EXACT, of: str | None = None,
        event: str | None = None, as_of: Interval | None = None, attribution: str | None = None,
    ) -> str:  # fmt: skip
        span = self.span(words)
        made = ReadFigure(
            id=found_id(Prefix.FIGURE, self.report.id, "figure", span),
            span=span,
            low=low,
            high=low if high is None else high,
            hedge=hedge,
            unit="person",
            of=of,
            as_of=as_of,
            event=event,
            attribution=attribution,
        )
        self.figures.append(made)
        return made.id

    def item(self) -> Item:
        bounds = [0, *(i + 1 for i, c in enumerate(self.text) if c == "."), len(self.text)]
        sentences = [Span(s, e) for s, e in pairwise(bounds) if self.text[s:e].strip()]
        head = ReportHead(
            id=self.report.id,
            title=None,
            outlet=self.report.outlet,
            byline=None,
            published=self.report.published,
            language="en",
        )
        reading = Reading(
            report=head,
            text=self.text,
            sentences=tuple(sentences),
            attributions=tuple(self.attributions),
            actors=tuple(self.actors.values()),
            events=tuple(self.events),
            figures=tuple(self.figures),
        )
        return Item(report=self.report, reading=reading)


def _several(ids: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return ids if isinstance(ids, tuple) else (ids,) if ids else ()


def pile(*makers: Maker) -> Pile:
    return Pile(maker.item() for maker in makers)
