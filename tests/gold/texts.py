"""The reports' words, read without the program: whitespace squeezed, so that a quotation is found whatever the layout.

Every place in the gold sheet and every piece of a row's evidence is put into the same coordinates: code points into
`Texts.text(report)`. A report is named by its file, `FILE#n` for the n-th report of a file with several.
"""

import gzip
import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from dragoman.records.span import Span

_SPACE = re.compile(r"\s+")
_HIDDEN = frozenset({"script", "style", "head"})
_INLINE = frozenset({"a", "b", "em", "i", "span", "strong", "time", "u"})


def squeeze(text: str) -> str:
    """`text` with every run of whitespace as one space."""
    return _SPACE.sub(" ", text).strip()


class _Words(HTMLParser):
    """All words of a page, boilerplate too; blocks apart from one another."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        if tag not in _INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN
        if tag not in _INLINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def _read(path: Path) -> Iterator[tuple[str, str]]:
    raw = path.read_bytes()
    name = path.name
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    kind = path.name.removesuffix(".gz").rpartition(".")[2]
    if kind == "jsonl":
        for number, line in enumerate(text.splitlines(), start=1):
            yield f"{name}#{number}", json.loads(line)["text"]
    elif kind == "json":
        yield name, json.loads(text)["text"]
    elif kind == "html":
        words = _Words()
        words.feed(text)
        yield name, "".join(words.parts)
    else:
        yield name, text


class Texts:
    """The texts of a folder of reports."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = {name: squeeze(text) for name, text in texts.items()}

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports' names, sorted."""
        return tuple(sorted(self._texts))

    def text(self, report: str) -> str:
        """The squeezed text of a report."""
        return self._texts[report]

    def __contains__(self, report: object) -> bool:
        return report in self._texts

    def count(self, report: str, quote: str) -> int:
        """How often the words stand in the report."""
        return self._texts[report].count(squeeze(quote))

    def find(self, report: str, quote: str, near: int = 0) -> Span | None:
        """Where the words stand: of several places the one that begins nearest to `near`."""
        words = squeeze(quote)
        places = [match.start() for match in re.finditer(re.escape(words), self._texts[report])] if words else []
        if not places:
            return None
        start = min(places, key=lambda place: abs(place - near))
        return Span(start, start + len(words))


@cache
def texts_of(folder: Path) -> Texts:
    """The reports of a folder."""
    return Texts({name: text for path in sorted(folder.iterdir()) for name, text in _read(path)})
