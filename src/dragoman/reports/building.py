"""From what a form told of a report to the `Report` itself."""

import datetime
import re
from typing import NamedTuple

from dragoman.records.errors import InputError, Notices, Reasons
from dragoman.records.ids import report_id
from dragoman.records.report import Boilerplate, BoilerplateKind, Report, Source
from dragoman.records.span import Span
from dragoman.reports import published as publishing
from dragoman.reports.boilerplate import set_aside
from dragoman.reports.dateline import find_dateline
from dragoman.reports.dayorder import order_of
from dragoman.reports.decoding import MAX_CHARACTERS
from dragoman.reports.doubtful import doubtful_dates
from dragoman.reports.language import language_name, language_of
from dragoman.reports.lines import Page, has_letters

_FIRST_ON = re.compile(r"\b(?:appeared first on|first appeared on)\s+(?:the\s+)?(.{2,80}?)\.?$")
_HEAD = 20_000  # characters in which a dateline is looked for
_SAMPLE = 8_000  # characters that the language is told from


class Draft(NamedTuple):
    """What a form (text, web page, JSON) tells of a report. `text` is clean: no NUL, no lone surrogate."""

    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[publishing.Stated, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    notices: tuple[str, ...] = ()


class Given(NamedTuple):
    """What the caller says of the report. `first` lets it outrank what the report states."""

    published: publishing.Day = None
    outlet: str | None = None
    first: bool = False
    today: datetime.date | None = None  # the day of reading: a publication after it is said


def build(draft: Draft, *, given: Given, source: Source | None) -> Report:
    """The report. Raises InputError when the text is longer than `MAX_CHARACTERS`."""
    text = draft.text
    if len(text) > MAX_CHARACTERS:
        name = source.file if source else "the text"
        raise InputError(name, Reasons.TOO_LONG.format(length=len(text), limit=MAX_CHARACTERS))
    aside = set_aside(text, title=draft.title, known=draft.boilerplate)
    passages = aside.boilerplate
    known = frozenset(draft.boilerplate)
    own = tuple(passage for passage in passages if passage not in known)
    in_head = tuple(passage.span for passage in passages if passage.span.start < _HEAD)
    dateline = find_dateline(Page(text[:_HEAD], taken=in_head))
    told = (given.outlet, draft.outlet) if given.first else (draft.outlet, given.outlet)
    outlet = next(filter(None, told), None) or _first_on(text, passages) or (dateline.agency if dateline else None)
    order = order_of(outlet, draft.url)
    decided = publishing.decide(
        fields=draft.dates,
        # What a page's own markup set aside may be another report's date.
        text=publishing.from_text(text, own, dateline, updates=not draft.dates),
        given=given.published,
        weak=(*publishing.from_address(draft.url), *publishing.from_name(source.file if source else None)),
        given_first=given.first,
        order=order,
        today=given.today,
    )
    language = language_of(_body(text, passages) or text[:_SAMPLE], declared=draft.language)
    notices = [*draft.notices, *decided.notices, *doubtful_dates(text, passages, order)]
    if language is not None and language != "en":
        notices.append(Notices.LANGUAGE.format(language=language_name(language)))
    if not has_letters(text):
        notices.append(Notices.NO_LETTERS)
    return Report(
        id=report_id(text, outlet),
        text=text,
        published=decided.published,
        title=_one_line(aside.title),
        outlet=outlet,
        byline=_one_line(draft.byline) or aside.byline,
        dateline=_one_line(draft.dateline) or (dateline.words if dateline else None),
        url=draft.url,
        language=language,
        boilerplate=passages,
        teasers=aside.teasers,
        source=source,
        warnings=tuple(dict.fromkeys(notices)),
    )


def _body(text: str, passages: tuple[Boilerplate, ...]) -> str:
    """The first part of the report's own words."""
    kept, at, length = [], 0, 0
    for span in (*(passage.span for passage in passages), Span(len(text), len(text))):
        kept.append(text[at : min(span.start, at + _SAMPLE)])
        length += len(kept[-1].strip())
        at = span.end
        if length >= _SAMPLE:
            break
    return "\n".join(filter(str.strip, kept))[:_SAMPLE]


def _first_on(text: str, passages: tuple[Boilerplate, ...]) -> str | None:
    """The outlet that a syndication footer names."""
    for passage in passages:
        if passage.kind is BoilerplateKind.FOOTER and len(passage.span.of(text)) < 600:
            match = _FIRST_ON.search(passage.span.of(text))
            if match:
                return match[1].strip()
    return None


def _one_line(words: str | None) -> str | None:
    return re.sub(r"\s+", " ", words).strip() or None if words else None
