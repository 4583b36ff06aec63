import re
from collections.abc import Callable

import pytest
from lxml import etree

from dragoman.showing.brief import brief
from dragoman.showing.page.html import html
from dragoman.showing.page.model import Page
from tests.showing.invented import full_tables
from tests.showing.memory import in_memory
from tests.showing.page.pages import PAGES, full, hostile

ALLOWED = {"lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "scope", "role", "tabindex"}


def parsed(text: str) -> etree._Element:
    return etree.fromstring(text, etree.HTMLParser())


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_nothing_runs_and_nothing_is_fetched(make: Callable[[], Page]) -> None:
    text = html(make())
    tree = parsed(text)
    assert not tree.xpath("//script|//iframe|//object|//link|//img|//form|//input|//base")
    for element in tree.iter():
        for attribute, value in element.attrib.items():
            assert not attribute.startswith("on")
            assert attribute not in {"src", "action", "formaction", "data", "srcset"}
            if attribute == "href":
                assert value.startswith("#")
            if attribute not in {"xmlns", "content"}:
                assert "url(http" not in value
    assert "@import" not in text
    assert "default-src 'none'" in text


def test_words_of_a_report_are_no_markup() -> None:
    text = html(hostile())
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert "\x07" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_every_citation_leads_to_its_words(make: Callable[[], Page]) -> None:
    tree = parsed(html(make()))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in tree.xpath("//a/@href"):
        assert href.removeprefix("#") in ids
    for names in tree.xpath("//@aria-labelledby"):
        assert set(names.split()) <= set(ids)


def test_headings_tables_and_pictures_can_be_read_aloud() -> None:
    page = full()
    tree = parsed(html(page))
    assert len(tree.xpath("//h1")) == 1
    assert len(tree.xpath("//h2")) == len(page.sections) + 1
    for table in tree.xpath("//table"):
        columns = len(table.xpath("./thead/tr/th[@scope='col']"))
        rows = table.xpath("./tbody/tr")
        assert rows
        assert all(len(row.xpath("./th[@scope='row']")) == 1 for row in rows)
        assert all(len(row.xpath("./td")) + 1 == columns for row in rows)
    pictures = tree.xpath("//*[local-name()='svg']")
    assert pictures
    assert all(picture.get("role") == "img" for picture in pictures)
    assert all(picture.xpath("./*[local-name()='desc']/text()")[0] for picture in pictures)
    assert tree.get("lang") == "en"


def test_states_and_warnings_are_marked_by_more_than_colour() -> None:
    tree = parsed(html(full()))
    assert "SUSPENDED" in tree.xpath("//b[@class='state']/text()")
    assert any("disputed" in text for text in tree.xpath("//strong[@class='alert']/text()"))


def test_light_and_dark_small_and_print_have_their_rules() -> None:
    text = html(full())
    for rule in ("prefers-color-scheme: dark", "max-width: 40rem", "@media print"):
        assert rule in text


def colours(text: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#[0-9a-f]+)", text))


def shine(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * letter for letter in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("mode", [0, 1])
def test_words_stand_out_from_the_paper(mode: int) -> None:
    found = colours(re.findall(r":root \{(.*?)\}", html(full()), re.S)[mode])
    for ink in ("ink", "soft", "link", "alert"):
        light, dark = sorted((shine(found[ink]), shine(found["paper"])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, ink


def test_the_same_page_is_the_same_text() -> None:
    assert html(brief(in_memory(full_tables()))) == html(brief(in_memory(full_tables())))
