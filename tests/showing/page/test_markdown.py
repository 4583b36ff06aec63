from typing import Any

import pytest

from dragoman.showing.brief import brief
from dragoman.showing.page.markdown import escaped, markdown
from dragoman.showing.page.model import More
from tests.showing.invented import full_tables
from tests.showing.memory import in_memory


def test_it_has_a_heading_for_every_section_and_ends_in_a_newline(full: Any) -> None:
    made = brief(full)
    text = markdown(made)
    assert text.startswith("# Ridge Council and Osk, as of 9 March 2031\n")
    assert all(f"\n## {section.title}\n" in text for section in made.sections)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_states_and_warnings_are_bold_and_citations_are_no_links(full: Any) -> None:
    text = markdown(brief(full))
    assert "- **Varra's channel**: **SUSPENDED**, since 8 March, **disputed**; between" in text
    assert "\\[1a\\]" in text
    assert " \\[1a\\] “Varra has halted its efforts, a diplomat briefed on the matter said.”\n" in text


@pytest.mark.parametrize("text", ["*bold*", "_x_", "[a](http://b)", "<script>", "`x`", "a|b", "#"])
def test_words_of_a_report_are_no_markup(text: str) -> None:
    assert all(f"\\{letter}" in escaped(text) for letter in text if letter in "*_[]<>`|#")


def test_an_empty_record_is_short_and_helpful(empty: Any) -> None:
    text = markdown(brief(empty))
    assert "dragoman read" in text
    assert "##" not in text


def test_it_says_how_many_lines_are_checked() -> None:
    assert "of them checked by a person" in markdown(brief(in_memory(full_tables())))


def test_what_is_left_out_is_emphasised_as_markdown_asks(full: Any) -> None:
    """Emphasis ends on a letter: a blank before its last star leaves both stars to be read."""
    page = brief(full)
    more = More(left_out_count=1200, command="dragoman figures x.dossier", asked="dragoman figures")
    made = markdown(page.but(sections=(page.sections[0].but(more=more),)))
    assert "- *and 1,200 more:* `dragoman figures x.dossier`" in made
