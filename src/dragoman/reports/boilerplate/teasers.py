"""Other reports that a page lists: those on the same talks are worth getting."""

import re
from collections.abc import Iterator

from dragoman.records.report import Boilerplate, BoilerplateKind, Teaser
from dragoman.records.span import Span
from dragoman.reports.boilerplate.latest import BULLET, is_heading
from dragoman.reports.dateline import read_dateline
from dragoman.reports.lines import Line, Page
from dragoman.reports.vocabulary import wording

_WORD = re.compile(r"[^\W\d_][\w’'-]{2,}")
_SENTENCE = re.compile(r"[.!?][”\"’')]*\s")
_LABEL = re.compile(r"[(\[\s]*(?:[^:»>|]{2,40}[:»>|])\s*")
_SHARED = 2  # words of weight in common with the report's title and lead
_LEAD = 600


def teasers_of(text: str, found: tuple[Boilerplate, ...], title: str | None) -> Iterator[Teaser]:
    """The listed reports that share words of weight with this one's title and first sentences."""
    own = _weighty((title or "") + " " + _lead(text, found))
    seen: set[str] = set()
    for passage in found:
        find = _FORMS.get(passage.kind)
        for teaser in find(text, passage.span) if find else ():
            if teaser.title not in seen and len(_weighty(teaser.title) & own) >= _SHARED:
                seen.add(teaser.title)
                yield teaser


def _pointer(text: str, span: Span) -> Iterator[Teaser]:
    words = span.of(text)
    if words.lstrip("( [").lower().startswith(wording("not_reports")):
        return
    label = _LABEL.match(words)
    start = span.start + (label.end() if label else 0)
    title = text[start : span.end].rstrip(" )]")
    if title:
        yield Teaser(span=Span(start, start + len(title)), title=title)


def _listed(text: str, span: Span) -> Iterator[Teaser]:
    page = Page(span.of(text))
    lines = page.lines[1:] if page.lines and is_heading(page.lines[0]) else page.lines
    bulleted = any(BULLET.match(line.words) for line in lines)
    for n, line in enumerate(lines):
        bullet = BULLET.match(line.words)
        if bulleted and not bullet:
            continue
        title = line.words[bullet.end() :] if bullet else line.words
        start = span.start + line.span.end - len(title)
        summary = _summary(lines[n + 1 : n + 2]) if bulleted else ""
        dateline = read_dateline(summary)
        agency = dateline.agency if dateline else None
        yield Teaser(span=Span(start, start + len(title)), title=title, outlet=agency)


def _summary(lines: tuple[Line, ...]) -> str:
    return "" if not lines or BULLET.match(lines[0].words) else lines[0].words


def _lead(text: str, found: tuple[Boilerplate, ...]) -> str:
    at, kept, length = 0, [], 0
    for passage in found:
        kept.append(text[at : min(passage.span.start, at + _LEAD)])
        at = passage.span.end
        length += len(kept[-1].strip())
        if length >= _LEAD:
            break
    else:
        kept.append(text[at : at + _LEAD])
    return "\n".join(kept)[:_LEAD]


def _weighty(words: str) -> frozenset[str]:
    light = frozenset(wording("english_words")) | frozenset(wording("small_words"))
    return (
        frozenset(word.lower().replace("’s", "").replace("'s", "") for word in _WORD.findall(words) if len(word) > 3)
        - light
    )


_FORMS = {BoilerplateKind.RELATED: _pointer, BoilerplateKind.LATEST: _listed}
