import io
import re
import time
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml.ns import qn

from dragoman.showing.page.model import More, Page
from dragoman.showing.page.word import EPOCH, word
from tests.showing.page.pages import PAGES, full, hostile


def opened(page: Page) -> "docx.document.Document":
    return docx.Document(io.BytesIO(word(page)))


def words(page: Page) -> str:
    document = opened(page)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_every_page_can_be_written_and_opened_again(make: Callable[[], Page]) -> None:
    page = make()
    text = words(page)
    assert page.heading.replace("\x07", "\ufffd")[:30] in text
    for section in page.sections:
        assert section.title in text
        for line in section.lines:
            assert all(cite.label in text for cite in line.cites)


def test_sections_are_headings_and_pictures_have_words() -> None:
    page = full()
    document = opened(page)
    titles = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert titles == [*(section.title for section in page.sections), "REPORTS AND QUOTATIONS"]
    drawn = [section.picture.told for section in page.sections if section.picture]
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert described == drawn
    assert drawn


def test_words_of_a_report_are_words() -> None:
    assert "</style><script>alert(1)</script>" in words(hostile())


def test_the_same_page_is_the_same_bytes_whenever_it_is_written() -> None:
    first = word(full())
    time.sleep(2.1)  # a ZIP's clock ticks every two seconds
    assert word(full()) == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {EPOCH}


def test_a_citation_leads_to_its_quotation() -> None:
    with zipfile.ZipFile(io.BytesIO(word(full()))) as parts:
        document = parts.read("word/document.xml").decode()
    led = set(re.findall(r'w:anchor="(\w+)"', document))
    assert led
    assert led <= set(re.findall(r'w:bookmarkStart w:id="\d+" w:name="(\w+)"', document))


def test_no_heading_takes_the_font_of_a_theme() -> None:
    for name in ("Heading 1", "Heading 2"):
        style = opened(full()).styles[name]
        assert style.element.rPr.rFonts.get(qn("w:ascii")) == "Calibri"
        assert style.element.rPr.rFonts.get(qn("w:asciiTheme")) is None


def test_it_names_no_place_on_the_machine_that_made_it() -> None:
    page = full()
    part = page.sections[0].but(
        more=More(left_out_count=3, command="dragoman figures /a/b.dossier", asked="dragoman figures")
    )
    text = words(page.but(sections=(part,)))
    assert "and 3 more: dragoman figures" in text
    assert "/a/b.dossier" not in text
