"""A page as a DOCX document: headings, tables with heads, pictures with their words; the same page, the same bytes."""

import datetime
import io
import zipfile
from itertools import count
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from dragoman.records.rows.evidence import ReviewStatus
from dragoman.showing.page.frame import (
    CHECKED,
    REFERENCES,
    cited_as,
    further,
    in_print,
    left_out_on_paper,
    once_labelled,
    published,
    shares,
    typeset,
)
from dragoman.showing.page.model import Cell, Grid, Line, Page, Picture, Section, Tone
from dragoman.showing.page.pdf import png
from dragoman.showing.plain import one_line, quoted

FONT = "Calibri"
SIZE, SMALL = 9.5, 8.5
SOFT, ALERT, LINK, RULE = "555555", "8F3B00", "00568A", "BBBBBB"
LABEL, UNDER, INDENT, HEAD, WIDTH = 3.4, 0.4, 0.6, 2.8, 17.4  # centimetres, of A4 within its margins
EPOCH = (1980, 1, 1, 0, 0, 0)  # the time of every part: a document says what it holds, not when it was made


def word(page: Page) -> bytes:
    """The whole document."""
    document = _document(page)
    document.add_heading(typeset(page.heading), level=1)
    for text in (typeset("; ".join(page.tally)), " ".join(page.notes)):
        if text:
            _soft(document.add_paragraph(), text)
    for section in page.sections:
        _section(document, section)
    if page.reports:
        _references(document, page)
    made = io.BytesIO()
    document.save(made)
    return _timeless(made.getvalue())


def _document(page: Page) -> Document:
    document = docx.Document()
    core: Any = document.core_properties
    core.title, core.author, core.comments = one_line(page.heading)[:250], "", ""
    core.created = core.modified = datetime.datetime(*EPOCH)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.6)
    for name, size in (("Normal", SIZE), ("Heading 1", 16), ("Heading 2", 11)):
        style: Any = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.paragraph_format.space_after = Pt(1)
        fonts = style.element.rPr.rFonts
        for theme in [key for key in fonts.attrib if key.endswith(("Theme", "theme"))]:
            del fonts.attrib[theme]  # a theme's font would be taken before the one that is named
    for name in ("Heading 1", "Heading 2"):
        heading: Any = document.styles[name]
        heading.font.color.rgb = RGBColor.from_string("000000")
        heading.paragraph_format.space_before = Pt(10 if name == "Heading 2" else 0)
        heading.paragraph_format.space_after = Pt(3)
    properties = document.styles["Heading 2"].element.get_or_add_pPr()
    properties.insert_element_before(_borders("w:pBdr", top="000000"), "w:spacing")
    _footer(section.footer.paragraphs[0], page)
    return document


def _section(document: Document, section: Section) -> None:
    document.add_heading(one_line(section.title), level=2)
    if section.picture:
        _picture(document, section.picture)
    run: list[Line] = []
    for line in section.lines:
        run.append(line)
        if line.grid:
            _lines(document, run)
            _grid(document, line.grid)
            run = []
    _lines(document, run)
    if section.grid:
        _grid(document, section.grid)
    if section.more:
        _soft(document.add_paragraph(), left_out_on_paper(section.more))
    if section.note:
        _soft(document.add_paragraph(), section.note)


def _lines(document: Document, lines: list[Line]) -> None:
    """A table without rules: labels left, what they tell right."""
    if not lines:
        return
    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    for column, wide in zip(table.columns, (LABEL, WIDTH - LABEL), strict=True):
        column.width = Cm(wide)
    for line, label in once_labelled(lines):
        row = table.add_row()
        _whole(row)
        left, right = row.cells
        left.width = Cm(LABEL)
        right.width = Cm(WIDTH - LABEL)
        shown: Any = left.paragraphs[0].add_run(typeset(label))
        shown.bold = not line.depth
        if line.depth:
            left.paragraphs[0].paragraph_format.left_indent = Cm(UNDER)
            shown.font.color.rgb = RGBColor.from_string(SOFT)
        _told(right.paragraphs[0], line)


def _grid(document: Document, grid: Grid) -> None:
    if grid.caption:
        caption = document.add_paragraph()
        caption.paragraph_format.keep_with_next = True
        _soft(caption, grid.caption)
    table = document.add_table(rows=1, cols=len(grid.heads) + 1)
    table._tbl.tblPr.insert_element_before(
        _borders("w:tblBorders", top="000000", bottom=RULE, insideH=RULE),
        "w:shd",
        "w:tblLayout",
        "w:tblCellMar",
        "w:tblLook",
    )
    parts = shares(grid)
    if not grid.is_numbers:
        table.autofit = False
        for index, column in enumerate(table.columns):
            column.width = Cm((WIDTH - HEAD) * parts[index - 1] / sum(parts) if index else HEAD)
    for index, (cell, head) in enumerate(zip(table.rows[0].cells, (grid.corner, *grid.heads), strict=True)):
        cell.width = table.columns[index].width
        cell.paragraphs[0].add_run(one_line(head)).bold = True
        if index and grid.is_numbers:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _repeat(table.rows[0])
    for row in grid.rows:
        made = table.add_row()
        _whole(made)
        cells = made.cells
        for index, (cell, entries) in enumerate(zip(cells, ((row.head,), *row.cells), strict=True)):
            cell.width = table.columns[index].width
            for place, entry in enumerate(entries):
                paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
                if index and grid.is_numbers:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                _told(paragraph, entry, head=not index)
    _small(document.add_paragraph().add_run())


def _borders(kind: str, **colours: str) -> Any:
    """Thin rules at the named sides, in their colours; none at the others."""
    made: Any = OxmlElement(kind)
    for side, colour in colours.items():
        rule: Any = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", colour)):
            rule.set(qn(f"w:{key}"), value)
        made.append(rule)
    return made


def _told(paragraph: Paragraph, item: Line | Cell, *, head: bool = False) -> None:
    for piece in item.pieces:
        run: Any = paragraph.add_run(in_print(piece))
        run.bold = head or piece.tone in (Tone.STATE, Tone.ALERT)
        if piece.tone == Tone.ALERT:
            run.font.color.rgb = RGBColor.from_string(ALERT)
        elif piece.tone == Tone.FAINT:
            run.font.color.rgb = RGBColor.from_string(SOFT)
    if item.review == ReviewStatus.CONFIRMED:
        _coloured(paragraph, f" {CHECKED}", SOFT)
    for cite in item.cites:
        paragraph.add_run("\u00a0")
        _link(paragraph, cite.label, _place(cite.number, cite.letter))
    if item.cites and item.further_cite_count:
        _coloured(paragraph, f"\u00a0{further(item)[0]}", LINK)


def _link(paragraph: Paragraph, label: str, place: str) -> None:
    """Words that lead to a place of the document."""
    _coloured(paragraph, label, LINK)
    made: Any = OxmlElement("w:hyperlink")
    made.set(qn("w:anchor"), place)
    made.append(paragraph.runs[-1]._r)
    paragraph._p.append(made)


def _mark(paragraph: Paragraph, place: str, number: int) -> None:
    """Make a paragraph a place to lead to. `number` is nobody else's in the document."""
    for kind in ("bookmarkStart", "bookmarkEnd"):
        made: Any = OxmlElement(f"w:{kind}")
        made.set(qn("w:id"), str(number))
        if kind == "bookmarkStart":
            made.set(qn("w:name"), place)
        paragraph._p.append(made)


def _place(number: int, letter: str | None) -> str:
    return f"r{number}{letter or ''}"


def _picture(document: Document, picture: Picture) -> None:
    _soft(document.add_paragraph(), picture.title)
    shape: Any = document.add_picture(io.BytesIO(png(picture)), width=Cm(WIDTH))
    shape._inline.docPr.set("descr", one_line(picture.told))


def _references(document: Document, page: Page) -> None:
    document.add_heading(REFERENCES, level=2)
    places = count()
    for report in page.reports:
        head = document.add_paragraph()
        head.paragraph_format.space_before = Pt(5)
        head.paragraph_format.keep_with_next = True
        _mark(head, _place(report.number, None), next(places))
        head.add_run(f"[{report.number}] ").bold = True
        head.add_run(f"{cited_as(report)}, {published(report)} ")
        _coloured(head, one_line(report.file), SOFT)
        for one in report.quotations:
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(INDENT)
            paragraph.paragraph_format.first_line_indent = Cm(-INDENT)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(INDENT))
            _mark(paragraph, _place(report.number, one.letter), next(places))
            _coloured(paragraph, f"{one.letter}\t", SOFT)
            _small(paragraph.add_run(quoted(one.quote)))


def _footer(paragraph: Paragraph, page: Page) -> None:
    """The heading, the page's number and how many there are, which Word fills in."""
    _coloured(paragraph, f"{typeset(page.heading)} — ", SOFT)
    _field(paragraph, "PAGE")
    _coloured(paragraph, " / ", SOFT)
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, asked: str) -> None:
    run: Any = paragraph.add_run()
    _small(run)
    run.font.color.rgb = RGBColor.from_string(SOFT)
    for kind, text in (("begin", None), (None, asked), ("end", None)):
        part: Any = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            part.text = text
        else:
            part.set(qn("w:fldCharType"), kind)
        run._r.append(part)


def _soft(paragraph: Paragraph, text: str) -> None:
    _coloured(paragraph, one_line(text), SOFT)


def _coloured(paragraph: Paragraph, text: str, colour: str) -> None:
    run: Any = paragraph.add_run(text)
    _small(run)
    run.font.color.rgb = RGBColor.from_string(colour)


def _small(run: Any) -> None:
    run.font.size = Pt(SMALL)


def _whole(row: Any) -> None:
    """Let no row be cut by the end of a page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repeat(row: Any) -> None:
    """Let the heads stand on every page that the table runs over, and be told as heads."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _timeless(made: bytes) -> bytes:
    """The same parts in the same order, without the time at which they were packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
