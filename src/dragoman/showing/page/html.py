"""A page as one HTML file: no script, nothing fetched, for light and dark, wide and narrow screens, and for print."""

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from dragoman.records.rows.evidence import ReviewStatus
from dragoman.showing.drawing import SCREEN, SMALL, drawn
from dragoman.showing.page.frame import CHECKED, REFERENCES, cited_as, once_labelled, published
from dragoman.showing.page.model import Cell, CitedReport, Grid, Line, Page, Picture, Piece, Section, Tone
from dragoman.showing.page.pieces import wording
from dragoman.showing.plain import one_line, quoted

# Nothing may run and nothing may be fetched, whatever a report holds.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
ELEMENT = {Tone.STATE: "b", Tone.ALERT: "strong", Tone.QUOTE: "q", Tone.NAME: "span", Tone.FAINT: "span"}


def html(page: Page) -> str:
    """The whole file, ending in a newline."""
    return "\n".join(_lines(page)) + "\n"


@cache
def _style() -> str:
    return (files("dragoman.showing.page") / "page.css").read_text(encoding="utf-8").strip()


def _lines(page: Page) -> Iterator[str]:
    yield "<!doctype html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{_words(page.heading)}</title>"
    yield f"<style>\n{_style()}\n</style>"
    yield "</head>"
    yield "<body>"
    yield "<header>"
    yield f"<h1>{_words(page.heading)}</h1>"
    yield from (f'<p class="tally">{_words(text)}</p>' for text in page.tally)
    yield from (f'<p class="note">{_words(text)}</p>' for text in page.notes)
    yield "</header>"
    yield "<main>"
    for section in page.sections:
        yield from _section(section)
    yield "</main>"
    if page.reports:
        yield from _references(page.reports)
    yield "</body>"
    yield "</html>"


def _section(section: Section) -> Iterator[str]:
    yield f'<section aria-labelledby="{section.key}">'
    yield f'<h2 id="{section.key}">{_words(section.title)}</h2>'
    if section.picture:
        yield from _picture(section.picture, section.key)
    if section.lines:
        yield "<dl>"
        yield from _entries(section.lines)
        yield "</dl>"
    if section.grid:
        yield from _grid(section.grid, section.title)
    if section.more:
        command = f"<code>{_words(section.more.command)}</code>"
        count = section.more.left_out_count
        yield f'<p class="more">{_words(wording("left_out", count=count, command=""))} {command}</p>'
    if section.note:
        yield f'<p class="note">{_words(section.note)}</p>'
    yield "</section>"


def _picture(picture: Picture, key: str) -> Iterator[str]:
    """Drawn twice, for wide and for narrow screens: words in a picture do not shrink with it."""
    yield f"<figure><figcaption>{_words(picture.title)}</figcaption>"
    yield f'<div class="wide">{drawn(picture, SCREEN, f"{key}-wide")}</div>'
    yield f'<div class="narrow">{drawn(picture, SMALL, f"{key}-narrow")}</div>'
    yield "</figure>"


def _entries(lines: Sequence[Line]) -> Iterator[str]:
    """A term for each label; what stands under a line, and lines of one label, are its descriptions."""
    for line, label in once_labelled(lines):
        deep = ' class="under"' if line.depth else ""
        if label:
            yield f"<dt{deep}>{_words(label)}</dt>"
        yield f"<dd{deep}>{_told(line)}</dd>"
        if line.grid:
            yield '<dd class="held">'
            yield from _grid(line.grid, line.label)
            yield "</dd>"


def _told(line: Line | Cell) -> str:
    body = "".join(map(_piece, line.pieces))
    checked = f' <span class="checked">{CHECKED}</span>' if line.review == ReviewStatus.CONFIRMED else ""
    cites = [f'<a href="#{_place(one.number, one.letter)}">{_words(one.label)}</a>' for one in line.cites]
    more = [f"+{line.further_cite_count:,}"] if line.further_cite_count else []
    # What stands after the words holds on to the last of them, so that no citation begins a line alone.
    shown = f'\u00a0<span class="cites">{" ".join(cites + more)}</span>' if cites else ""
    return f"{body}{checked}{shown}"


def _piece(piece: Piece) -> str:
    element = ELEMENT.get(piece.tone)
    inner = escape(one_line(piece.text), quote=False)
    if not element:
        return _spaced(piece.text, inner)
    if element == "q" and not (inner.startswith("“") and inner.endswith("”")):
        element = "span"
    words = inner[1:-1] if element == "q" else inner
    return _spaced(piece.text, f'<{element} class="{piece.tone}">{words}</{element}>')


def _spaced(text: str, inner: str) -> str:
    """Outer blanks, which separate a piece from its neighbours, around it."""
    return f"{' ' if text[:1] == ' ' else ''}{inner}{' ' if inner and text[-1:] == ' ' else ''}"


def _grid(grid: Grid, label: str) -> Iterator[str]:
    yield f'<div class="scroll" role="region" aria-label="{escape(one_line(grid.caption or label))}" tabindex="0">'
    yield '<table class="numbers">' if grid.is_numbers else "<table>"
    if grid.caption:
        yield f"<caption>{_words(grid.caption)}</caption>"
    heads = "".join(f'<th scope="col">{_words(head)}</th>' for head in (grid.corner, *grid.heads))
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in grid.rows:
        cells = "".join(_place_of(head, held) for head, held in zip(grid.heads, row.cells, strict=True))
        yield f'<tr><th scope="row">{_told(row.head)}</th>{cells}</tr>'
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _place_of(head: str, held: Sequence[Cell]) -> str:
    entries = "<br>".join(map(_told, held))
    return f'<td data-head="{escape(one_line(head))}">{entries}</td>'


def _references(reports: Sequence[CitedReport]) -> Iterator[str]:
    yield '<section class="references" aria-labelledby="references">'
    yield f'<h2 id="references">{REFERENCES}</h2>'
    yield "<ol>"
    for report in reports:
        head = f'<b class="number">[{report.number}]</b> {_words(cited_as(report))}, {_words(published(report))}'
        yield f'<li id="{_place(report.number, None)}">{head}<br><code>{_words(report.file)}</code>'
        if report.quotations:
            yield "<dl>"
            for one in report.quotations:
                place = _place(report.number, one.letter)
                yield f'<dt id="{place}">{one.letter}</dt><dd><q>{_words(quoted(one.quote)[1:-1])}</q></dd>'
            yield "</dl>"
        yield "</li>"
    yield "</ol>"
    yield "</section>"


def _place(number: int, letter: str | None) -> str:
    return f"r{number}{letter or ''}"


def _words(text: str) -> str:
    return escape(one_line(text), quote=False)
