"""One report to one reading: the finders in their order, block by block."""

from itertools import chain
from typing import NamedTuple

from dragoman.reading import attributions, dates, events, figures, initiatives, offers, stances
from dragoman.reading.actors import ActorBook
from dragoman.reading.parsed import Parsed, parsed_blocks
from dragoman.records.errors import Notices
from dragoman.records.reading import (
    Attribution,
    MentionedActor,
    ReadEvent,
    ReadFigure,
    Reading,
    ReadInitiative,
    ReadOffer,
    ReadStance,
    ReportHead,
    TimeExpression,
)
from dragoman.records.report import Report
from dragoman.records.span import Spans, hull


class Found(NamedTuple):
    """What the finders found in one block."""

    sentences: Spans
    attributions: tuple[Attribution, ...]
    dates: tuple[TimeExpression, ...]
    actors: tuple[MentionedActor, ...]
    events: tuple[ReadEvent, ...]
    figures: tuple[ReadFigure, ...]
    stances: tuple[ReadStance, ...]
    offers: tuple[ReadOffer, ...]
    initiatives: tuple[ReadInitiative, ...]


def read(report: Report) -> Reading:
    """All that `report` says. A pure function of the report: no store, no network, no clock."""
    blocks = [find(parsed) for parsed in parsed_blocks(report)]
    warnings = list(report.warnings)
    if len(blocks) > 1:
        warnings.append(Notices.BLOCKS.format(length=len(report.text), count=len(blocks)))
    if not any(map(str.isalpha, report.text)):
        warnings.append(Notices.NO_LETTERS)
    return Reading(
        report=head(report),
        text=report.text,
        boilerplate=report.boilerplate,
        sentences=tuple(chain.from_iterable(b.sentences for b in blocks)),
        attributions=tuple(chain.from_iterable(b.attributions for b in blocks)),
        dates=tuple(chain.from_iterable(b.dates for b in blocks)),
        actors=tuple(chain.from_iterable(b.actors for b in blocks)),
        events=tuple(chain.from_iterable(b.events for b in blocks)),
        figures=tuple(chain.from_iterable(b.figures for b in blocks)),
        stances=tuple(chain.from_iterable(b.stances for b in blocks)),
        offers=tuple(chain.from_iterable(b.offers for b in blocks)),
        initiatives=tuple(chain.from_iterable(b.initiatives for b in blocks)),
        warnings=tuple(warnings),
    )


def find(parsed: Parsed) -> Found:
    """What stands in one block, each kind sorted by where it stands."""
    book = ActorBook(parsed)
    times = dates.find(parsed)
    said = attributions.resolve(attributions.find(parsed), parsed, book, times)
    acts = events.find(parsed, book, times, said)
    counts = figures.find(parsed, book, times, said, acts)
    held = stances.find(parsed, book, times, said, acts)
    put = offers.find(parsed, book, times, said)
    own = initiatives.find(parsed, book, said, acts)
    return Found(
        sentences=parsed.sentences,
        attributions=tuple(sorted(said, key=lambda a: (hull(a.content or a.cue or a.source), a.id))),
        dates=tuple(sorted(times, key=lambda t: t.span)),
        actors=book.actors(),
        events=tuple(sorted(acts, key=lambda e: (e.trigger, e.id))),
        figures=tuple(sorted(counts, key=lambda f: (f.span, f.id))),
        stances=held,
        offers=put,
        initiatives=own,
    )


def head(report: Report) -> ReportHead:
    """What is known of a report apart from its text."""
    return ReportHead(
        id=report.id,
        title=report.title,
        outlet=report.outlet,
        byline=report.byline,
        published=report.published,
        language=report.language,
    )
