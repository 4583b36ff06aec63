import json
import re
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from dragoman.showing.web.pages import PAGES
from tests.showing.web.browser.conftest import Open

AXE = Path(__file__).with_name("axe.min.js")
WHOLE = [path for path in PAGES if "{" not in path]
ONE = {"/row/{id}": ("timeline", "conflicts", "actors"), "/report/{id}": ("reports",)}
EVERY = [
    *WHOLE,
    "/upload",
    "/search?q=mediation",
    *(f"{path} {table}" for path, tables in ONE.items() for table in tables),
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def rows(address: str, table: str) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"{address}/api/{table}") as got:
        found: list[dict[str, Any]] = json.load(got)
    return found


def full(address: str, page: str) -> str:
    """The address of a page; that of one row where the page is of one."""
    path, _, table = page.partition(" ")
    return address + (path.replace("{id}", rows(address, table)[0]["id"]) if table else path)


def broken(page: Any) -> list[str]:
    """What axe finds, in words."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"][:3]]


def is_wider_than_its_window(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


@pytest.mark.parametrize("page", EVERY)
@pytest.mark.parametrize(("wide", "scheme"), [(1440, "light"), (360, "dark")])
def test_every_page_is_open_to_all(page_of: Open, looked_at: str, page: str, wide: int, scheme: str) -> None:
    opened = page_of(full(looked_at, page), wide=wide, scheme=scheme)
    assert broken(opened) == []
    assert not is_wider_than_its_window(opened)


@pytest.mark.parametrize("page", ["/", "/time", "/statements", "/proposals", "/report/{id} reports"])
def test_pages_are_read_without_scripts(page_of: Open, looked_at: str, page: str) -> None:
    opened = page_of(full(looked_at, page), script=False)
    assert opened.locator("h1").inner_text()
    opened.locator("#asof").fill("2031-03-09")
    opened.get_by_role("button", name="Show", exact=True).click()
    assert "as_of=2031-03-09" in opened.url
    assert opened.locator("h1").inner_text()


def test_the_slider_moves_the_whole_page(page_of: Open, looked_at: str) -> None:
    opened = page_of(f"{looked_at}/")
    before = opened.locator("h1").inner_text()
    slider = opened.locator("#asof-slider")
    slider.focus()
    with opened.expect_response(re.compile("as_of=")):
        slider.press("ArrowLeft")
    opened.wait_for_function("before => document.querySelector('h1').innerText !== before", arg=before)
    assert "as_of=2031-" in opened.url
    assert "as_of=2031-" in opened.get_by_role("link", name="Claims").get_attribute("href")


def test_two_days_are_compared(page_of: Open, looked_at: str) -> None:
    opened = page_of(f"{looked_at}/compare?first=2031-03-07&second=2031-03-25")
    heads = opened.locator("thead th").all_inner_texts()
    assert any("7 March" in head for head in heads)
    assert any("25 March" in head for head in heads)


def test_one_click_leads_from_a_line_to_its_sentence(page_of: Open, looked_at: str) -> None:
    opened = page_of(f"{looked_at}/")
    opened.locator(".lines .cites a").first.click()
    opened.wait_for_url(re.compile(r"/report/r-.*#at"))
    assert opened.locator("mark#at").first.is_visible()


def test_what_is_searched_is_found(page_of: Open, looked_at: str) -> None:
    opened = page_of(f"{looked_at}/")
    opened.keyboard.press("/")
    opened.keyboard.type("mediation")
    opened.keyboard.press("Enter")
    opened.wait_for_url(re.compile("/search"))
    assert opened.locator(".found li").count() > 0


def test_lines_are_decided_on_with_keys_alone(page_of: Open, corrected: str) -> None:
    opened = page_of(f"{corrected}/claims")
    opened.keyboard.press("j")
    opened.keyboard.press("j")
    second = opened.locator("li.entry").nth(1)
    assert "current" in str(second.get_attribute("class"))
    opened.keyboard.press("c")
    opened.locator(".done").wait_for()
    assert "checked by" in second.inner_text()
    opened.keyboard.press("j")
    opened.keyboard.press("r")
    opened.locator("li.entry.rejected").wait_for()
    opened.get_by_role("button", name="Undo").click()
    opened.wait_for_function("document.querySelectorAll('li.entry.rejected').length === 0")
    kinds = [entry["kind"] for entry in rows(corrected, "journal")]
    assert kinds == ["confirm", "reject", "undo"]


def test_lines_are_decided_on_without_scripts(page_of: Open, corrected: str) -> None:
    opened = page_of(f"{corrected}/statements", script=False)
    opened.locator("input.tick").nth(0).check()
    opened.locator("input.tick").nth(1).check()
    opened.locator("#reason").fill("a caption")
    opened.get_by_role("button", name="Reject chosen").click()
    assert opened.locator("li.entry.rejected").count() == 2
    assert rows(corrected, "journal")[0]["reason"] == "a caption"


def test_the_first_tab_skips_to_the_content(page_of: Open, looked_at: str) -> None:
    opened = page_of(f"{looked_at}/claims")
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.className") == "skip"
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "content"


def test_words_selected_in_a_report_become_a_statement(page_of: Open, corrected: str) -> None:
    report = next(row for row in rows(corrected, "reports") if row["outlet"])
    page = page_of(f"{corrected}/report/{report['id']}")
    select = """words => {
      const walker = document.createTreeWalker(document.querySelector('.report'), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(words);
        if (at < 0 || !walker.currentNode.parentElement.closest('.text')) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + words.length);
        const selection = document.getSelection();
        selection.removeAllRanges();
        selection.addRange(range);
        return true;
      }
      return false;
    }"""
    content = page.locator(".text").first.inner_text().split(".")[0][:60]
    words = page.locator(".text span, .text a").first.inner_text()
    assert page.evaluate(select, words)
    page.keyboard.press("s")
    assert page.locator("#adding input[name=source]").input_value() == words
    page.locator("#adding input[name=content]").fill(content)
    assert broken(page) == []
    page.locator("#adding button").click()
    page.locator(".done").wait_for()
    assert [row["content"] for row in rows(corrected, "statements") if row["added_by"]] == [content]
