"""Runs every finder over a text and settles who has a passage that two of them claim."""

import bisect
from collections.abc import Callable, Iterator

from dragoman.records.base import Frozen
from dragoman.records.report import Boilerplate, BoilerplateKind, Teaser
from dragoman.records.span import Span
from dragoman.reports.boilerplate import (
    byline,
    caption,
    embed,
    footer,
    headline,
    latest,
    markup,
    metadata,
    notice,
    related,
)
from dragoman.reports.boilerplate.teasers import teasers_of
from dragoman.reports.lines import Page

Finder = Callable[[Page], Iterator[Boilerplate]]

# Earlier ones win a passage that several claim.
_FINDERS: tuple[Finder, ...] = (
    latest.find,
    embed.find,
    caption.find,
    footer.find,
    notice.find,
    related.find,
    metadata.find,
    byline.find,
    markup.find,
)


# The lines of one post or one notice belong together; two captions or two pointers are two.
_JOINED = (BoilerplateKind.EMBED, BoilerplateKind.NOTICE)


class SetAside(Frozen, frozen=True, kw_only=True):
    """The passages that are set aside, sorted and not overlapping, and what they tell of the report."""

    boilerplate: tuple[Boilerplate, ...]
    teasers: tuple[Teaser, ...]
    title: str | None
    byline: str | None


def set_aside(text: str, *, title: str | None = None, known: tuple[Boilerplate, ...] = ()) -> SetAside:
    """What in `text` is boilerplate.

    `title` is the report's title where it is known from elsewhere: a line that repeats it is its headline.
    `known` are passages that the report's form (a web page's markup) shows to be boilerplate already.
    """
    claims = _Claims(text)
    for passage in known:
        claims.add(passage)
    page = Page(text, taken=claims.spans(), title=title)
    for find in _FINDERS:
        for passage in find(page):
            claims.add(passage)
    # The headline is looked for last: what stands between it and the story decides whether it is one.
    for passage in headline.find(Page(text, taken=claims.spans(), title=title)):
        claims.add(passage)
    found = claims.sorted()
    shown = frozenset(known)
    headlines = [p.span.of(text) for p in found if p.kind is BoilerplateKind.HEADLINE]
    first_headline = None if any(map(headline.is_highlight, headlines)) else next(iter(headlines), None)
    return SetAside(
        boilerplate=found,
        teasers=tuple(teasers_of(text, found, title or first_headline)),
        title=title or first_headline,
        byline=byline.names(text, tuple(passage for passage in found if passage not in shown)),
    )


class _Claims:
    """Passages by where they start; a later claim gets what the earlier ones left of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self._held: list[Boilerplate] = []

    def add(self, passage: Boilerplate) -> None:
        for free in list(self._free(passage.span)):
            at = bisect.bisect(self._starts, free.start)
            self._starts.insert(at, free.start)
            self._held.insert(at, Boilerplate(span=free, kind=passage.kind))

    def _free(self, span: Span) -> Iterator[Span]:
        start = span.start
        at = max(0, bisect.bisect(self._starts, start) - 1)
        while at < len(self._held) and self._starts[at] < span.end:
            held = self._held[at].span
            if held.start > start:
                yield from self._trimmed(start, held.start)
            start = max(start, held.end)
            at += 1
        if start < span.end:
            yield from self._trimmed(start, span.end)

    def _trimmed(self, start: int, end: int) -> Iterator[Span]:
        words = self._text[start:end]
        if words.strip():
            yield Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))

    def spans(self) -> list[Span]:
        return [passage.span for passage in self._held]

    def sorted(self) -> tuple[Boilerplate, ...]:
        """All passages; two of a kind with only white space between them are one."""
        joined: list[Boilerplate] = []
        for passage in self._held:
            last = joined[-1] if joined else None
            if (
                last is None
                or last.kind is not passage.kind
                or passage.kind not in _JOINED
                or self._text[last.span.end : passage.span.start].strip()
            ):
                joined.append(passage)
            else:
                joined[-1] = last.but(span=Span(last.span.start, passage.span.end))
        return tuple(joined)
