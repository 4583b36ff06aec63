"""A web page as text, block by block: the whole page, in its order, so that what is set aside can still be shown."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree, html

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "map",
        "head",
        "title",
        "meta",
        "link",
        "input",
        "select",
        "option",
        "textarea",
        "datalist",
        "param",
        "track",
        "base",
    ]
)
_SPACE = re.compile(r"\s+")
_ANCESTORS = 6  # how many of a block's ancestors can tell what it is


class Block(NamedTuple):
    """A run of text that a page shows on a line of its own."""

    text: str
    tag: str
    marks: str  # tags, classes and ids of the block and what holds it, in lower case, the nearest first
    joined: bool  # whether only a line break parts it from the block before


def render(root: html.HtmlElement) -> Iterator[Block]:
    """The blocks of a page that have any text, in order; scripts, styles and form fields are left out."""
    collector = _Collector()
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            collector.open(element)
        elif event == "end":
            collector.close(element)
        else:
            collector.add(element.tail)
        yield from collector.ready()
    collector.flush()
    yield from collector.ready()


class _Collector:
    """Gathers text until a block begins or ends."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []  # tag and own marks
        self._parts: list[str] = []
        self._dropped = 0
        self._joined = False
        self._ready: list[Block] = []

    def open(self, element: etree._Element) -> None:
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if self._dropped or tag in _DROPPED:
            self._dropped += 1
            return
        if tag in _BLOCKS:
            self.flush()
            self._open.append((tag, _own_marks(tag, element)))
        elif tag == "br":
            self.flush()
            self._joined = True
        self.add(element.text)

    def close(self, element: etree._Element) -> None:
        if self._dropped:
            self._dropped -= 1
        elif isinstance(element.tag, str) and element.tag.lower() in _BLOCKS:
            self.flush()
            self._open.pop()
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        if text and not self._dropped:
            self._parts.append(text)

    def flush(self) -> None:
        text = _SPACE.sub(" ", "".join(self._parts)).strip()
        self._parts.clear()
        if text:
            tag = self._open[-1][0] if self._open else "body"
            marks = " ".join(own for _, own in reversed(self._open[-_ANCESTORS:]))
            self._ready.append(Block(text, tag, marks, self._joined))
        self._joined = False

    def ready(self) -> list[Block]:
        done, self._ready = self._ready, []
        return done


def _own_marks(tag: str, element: etree._Element) -> str:
    told = (element.get("class"), element.get("id"), element.get("role"), element.get("itemprop"))
    return " ".join((tag, *(mark for mark in told if mark))).lower()
