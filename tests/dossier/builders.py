"""Invented reports and readings, one by one or drawn by Hypothesis."""

import datetime
from typing import Any

from hypothesis import strategies as st

from dragoman.dossier import Store
from dragoman.records.ids import Prefix, found_id, report_id
from dragoman.records.reading import (
    ActorKind,
    Attribution,
    EventMode,
    Hedge,
    MentionedActor,
    Offset,
    Plover,
    Polarity,
    QuoteKind,
    ReadEvent,
    ReadFigure,
    Reading,
    ReportHead,
    Sourcing,
    TimeExpression,
    TimexType,
)
from dragoman.records.report import Boilerplate, BoilerplateKind, Report, Source, Teaser
from dragoman.records.span import Span
from dragoman.records.time import Ground, Interval, Known, Precision, Published

AT = datetime.datetime(2031, 3, 9, 12, 30, tzinfo=datetime.UTC)
READER = "reader-1"
HEAD = "TALKS\n"


def a_report(n: int = 1, *, outlet: str | None = "Varra Post", file: str | None = None, **changes: Any) -> Report:
    """An invented report; another `n` is another text."""
    text = (
        f"{HEAD}Varra has halted its efforts, a diplomat briefed on the matter said on Friday. "
        f"Osk’s foreign ministry called report number {n} “inaccurate”. About {n} people were taken."
    )
    plain: dict[str, Any] = {
        "id": report_id(text, outlet),
        "text": text,
        "published": Published(),
        "title": f"Varra halts its efforts, {n}",
        "outlet": outlet,
        "source": Source(file=file or f"pile/{n:04}.txt", sha256=f"{n:064x}", encoding="utf-8"),
        "boilerplate": (Boilerplate(span=Span(0, len(HEAD)), kind=BoilerplateKind.HEADLINE),),
    }
    return Report(**{**plain, **changes})


def a_reading(report: Report) -> Reading:
    """What a reader could make of `a_report`."""
    start = len(HEAD)
    content, cue = Span(start, start + 28), Span(start + 64, start + 68)
    return Reading(
        report=ReportHead(
            id=report.id,
            title=report.title,
            outlet=report.outlet,
            byline=report.byline,
            published=report.published,
            language="en",
        ),
        text=report.text,
        boilerplate=report.boilerplate,
        sentences=(Span(start, start + 79),),
        attributions=(
            Attribution(
                id=found_id(Prefix.ATTRIBUTION, report.id, "attribution", content),
                source=(Span(start + 30, start + 63),),
                cue=(cue,),
                content=(content,),
                kind=QuoteKind.INDIRECT,
                sourcing=Sourcing.UNNAMED,
                wording="a diplomat briefed on the matter",
            ),
        ),
        warnings=(f"read as {report.title}",),
    )


def fill(store: Store, numbers: range, *, reader: str = READER) -> list[Report]:
    """Add reports to a store and return them."""
    made = [a_report(n) for n in numbers]
    for report in made:
        store.add(report, a_reading(report), reader=reader, retrieved=AT)
    return made


# Hypothesis: anything that the record types can hold, small.

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
some_words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40)
maybe_words = st.none() | words
days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(min(pair), max(pair)))
span_runs = st.lists(spans, max_size=3).map(tuple)
numbers = st.none() | st.integers(-(2**62), 2**62) | st.floats(allow_nan=False, allow_infinity=False)
intervals = st.builds(Interval, begin=st.none() | days, end=st.none() | days, precision=st.sampled_from(Precision))
publications = st.builds(
    Published,
    begin=st.none() | days,
    end=st.none() | days,
    precision=st.sampled_from(Precision),
    known=st.sampled_from(Known),
    evidence=st.lists(st.builds(Ground, says=words, quote=maybe_words, span=st.none() | spans), max_size=2).map(tuple),
)
sources = st.builds(
    Source,
    file=some_words,
    part=st.none() | st.integers(1, 300),
    sha256=maybe_words,
    encoding=maybe_words,
    page=st.none() | st.integers(1, 9),
)


def runs(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Short tuples of what `strategy` draws."""
    return st.lists(strategy, max_size=2).map(tuple)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any report."""
    text, outlet = draw(some_words), draw(maybe_words)
    return Report(
        id=report_id(text, outlet),
        text=text,
        outlet=outlet,
        published=draw(publications),
        title=draw(maybe_words),
        byline=draw(maybe_words),
        dateline=draw(maybe_words),
        url=draw(maybe_words),
        language=draw(st.none() | st.sampled_from(["en", "no"])),
        boilerplate=draw(runs(st.builds(Boilerplate, span=spans, kind=st.sampled_from(BoilerplateKind)))),
        teasers=draw(runs(st.builds(Teaser, span=spans, title=words, outlet=maybe_words))),
        source=draw(st.none() | sources),
        warnings=draw(runs(words)),
    )


attributions = st.builds(
    Attribution,
    id=words,
    source=span_runs,
    cue=span_runs,
    content=span_runs,
    kind=st.sampled_from(QuoteKind),
    polarity=st.sampled_from(Polarity),
    sourcing=st.sampled_from(Sourcing),
    count=st.none() | st.integers(0, 9),
    wording=maybe_words,
    when=st.none() | intervals,
)
expressions = st.builds(
    TimeExpression,
    span=spans,
    type=st.sampled_from(TimexType),
    value=words,
    begin=st.none() | days,
    end=st.none() | days,
    offset=st.none() | st.builds(Offset, unit=words, n=st.none() | st.just(-1.5), anchor=words),
)
actors = st.builds(
    MentionedActor, id=words, name=words, kind=st.sampled_from(ActorKind), mentions=span_runs, names=runs(words)
)
events = st.builds(
    ReadEvent,
    id=words,
    span=spans,
    type=words,
    plover=st.builds(Plover, event=maybe_words, mode=maybe_words),
    agent=runs(words),
    when=intervals,
    mode=st.sampled_from(EventMode),
    trigger=spans,
    condition=st.none() | spans,
)
figures = st.builds(
    ReadFigure,
    id=words,
    span=spans,
    low=numbers,
    high=numbers,
    hedge=st.sampled_from(Hedge),
    as_of=st.none() | intervals,
)


@st.composite
def readings_of(draw: st.DrawFn, report: Report) -> Reading:
    """Any reading of one report."""
    return a_reading(report).but(
        sentences=draw(span_runs),
        attributions=draw(runs(attributions)),
        dates=draw(runs(expressions)),
        actors=draw(runs(actors)),
        events=draw(runs(events)),
        figures=draw(runs(figures)),
        warnings=draw(runs(words)),
    )
