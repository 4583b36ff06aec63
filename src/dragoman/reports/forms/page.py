"""A web page to a draft: all of its text, with what is not the report set aside."""

import re
from collections.abc import Callable
from typing import TypeVar

from lxml import etree, html

from dragoman.records.errors import Notices, Reasons
from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.records.span import Span
from dragoman.reports.building import Draft
from dragoman.reports.decoding import MAX_CHARACTERS, Refused, clean, decode
from dragoman.reports.forms.main_text import in_main, kind_of, main_text
from dragoman.reports.forms.page_metadata import NOTHING_TOLD, page_metadata
from dragoman.reports.forms.rendering import Block, render

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_HEAD_BYTES = 4096
_HEADING = 10  # characters

_T = TypeVar("_T")


def split_page(data: bytes) -> tuple[Draft | Refused, str | None]:
    """The draft of a page, and the encoding that it was read in."""
    charset = _CHARSET.search(data[:_HEAD_BYTES])
    decoded = decode(data, declared=charset[1].decode("ascii") if charset else None)
    if isinstance(decoded, Refused):
        return decoded, None
    if len(decoded.text) > MAX_CHARACTERS:
        return Refused(Reasons.TOO_LONG.format(length=len(decoded.text), limit=MAX_CHARACTERS)), decoded.encoding
    # A declared encoding is the usual case for a page and worth no notice.
    told = charset is not None and decoded.encoding == charset[1].decode("ascii").lower()
    draft = draft_page(decoded.text)
    if isinstance(draft, Draft) and not told:
        draft = draft._replace(notices=(*decoded.notices, *draft.notices))
    return draft, decoded.encoding


def draft_page(source: str) -> Draft | Refused:
    """The draft of a page's source."""
    cleaned, notices = clean(_DECLARATION.sub("", source, count=1))
    root = _parsed(cleaned)
    blocks = () if root is None else tuple(render(root))
    if root is None or not blocks:
        return Refused(Reasons.NO_WORDS)
    metadata, refused = _tried(lambda: page_metadata(root), NOTHING_TOLD)
    extracted, missed = _tried(lambda: main_text(root), "")
    text, spans = _joined(blocks)
    title = _title(metadata.title, blocks)
    kept = in_main(blocks, extracted)
    boilerplate = tuple(
        Boilerplate(span=span, kind=_kind(block, title))
        for block, span, main in zip(blocks, spans, kept, strict=True)
        if not main
    )
    return Draft(
        text=text,
        title=title,
        outlet=metadata.outlet,
        byline=metadata.author,
        url=metadata.url,
        language=metadata.language,
        dates=metadata.dates,
        boilerplate=boilerplate,
        notices=(*notices, *refused, *missed, *(() if title else (Notices.NO_TITLE,))),
    )


def _tried(work: Callable[[], _T], otherwise: _T) -> tuple[_T, tuple[str, ...]]:
    """What the libraries for pages make of one; they raise all kinds of errors over the odd ones."""
    try:
        return work(), ()
    except Exception as error:
        return otherwise, (Notices.NOT_TAKEN_APART.format(detail=type(error).__name__),)


def _parsed(source: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=True)
    try:
        return html.document_fromstring(source.encode("utf-8"), parser=parser)
    except (etree.ParserError, ValueError):  # nothing in it that a page is made of
        return None


def _joined(blocks: tuple[Block, ...]) -> tuple[str, tuple[Span, ...]]:
    parts, spans, at = [], [], 0
    for n, block in enumerate(blocks):
        gap = "" if n == 0 else "\n" if block.joined else "\n\n"
        parts += [gap, block.text]
        at += len(gap)
        spans.append(Span(at, at + len(block.text)))
        at += len(block.text)
    return "".join(parts), tuple(spans)


def _title(told: str | None, blocks: tuple[Block, ...]) -> str | None:
    """The page's heading where the title that the page tells begins with it and goes on with the site's name."""
    headings = [block.text for block in blocks if block.tag == "h1" and len(block.text) >= _HEADING]
    if told is None:
        return headings[0] if len(headings) == 1 else None
    return next((heading for heading in headings if told.casefold().startswith(heading.casefold())), told)


def _kind(block: Block, title: str | None) -> BoilerplateKind:
    if block.tag == "h1" or (title is not None and block.text.casefold() == title.casefold()):
        return BoilerplateKind.HEADLINE
    return kind_of(block)
