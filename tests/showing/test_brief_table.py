"""What the brief lays on the table: proposals, positions, conditions."""

from typing import Any

from dragoman.records.reading import Stance
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.talks import Answer, Response
from dragoman.records.time import Interval
from dragoman.showing.brief import brief
from dragoman.showing.page.model import SectionKey
from tests.showing.finding import section
from tests.showing.invented import full_tables
from tests.showing.memory import in_memory
from tests.showing.rows import (
    DUAL,
    HALT_COPY,
    MARCH_8,
    OSK,
    VARRA,
    event,
    evidence,
)


def test_what_would_reopen_it_is_told_in_the_words_of_the_condition(full: Any) -> None:
    line = section(brief(full), SectionKey.REOPENS).lines[0]
    assert (line.label, line.text) == ("To reopen", "Varra would resume mediation “if both sides show they mean it”")
    assert line.rows == ("d-1",)


def test_proposals_told_twice_are_one_line_with_all_evidence() -> None:
    tables = full_tables()
    first = tables["proposals"][0].but(author=VARRA, versions=(), differs_on=(), responses=())
    tables["proposals"] = (first, first.but(id="p-2", evidence=(HALT_COPY,)))
    told = [line for line in section(brief(in_memory(tables)), SectionKey.TABLE).lines if line.label == "Proposal"]
    assert [line.rows for line in told] == [("p-1", "p-2")]
    assert len(told[0].cites) == 2


def test_what_stands_on_the_table_is_not_told_again_as_an_event() -> None:
    tables = full_tables()
    tables["timeline"] = (*tables["timeline"], event("t-9", DUAL.quote, (DUAL,), type="propose", begin=None))
    told = {row for line in section(brief(in_memory(tables)), SectionKey.HAPPENED).lines for row in line.rows}
    assert told == {"t-2"}


def test_an_answer_is_told_with_the_words_that_tell_it() -> None:
    tables = full_tables()
    words = evidence("r-2", "The Osk cabinet accepted the plan on Saturday.", 800)
    cabinet = tables["actors"][2].but(id="a-cabinet", name="Osk cabinet", of=OSK)
    answer = Answer(who=OSK, response=Response.ACCEPTED, when=Interval.day(MARCH_8))
    tables["actors"] = (*tables["actors"], cabinet)
    tables["proposals"] = (tables["proposals"][0].but(responses=(answer,)),)
    agent = (ActorRef(id="a-cabinet", name="Osk cabinet"),)
    tables["timeline"] = (*tables["timeline"], event("t-9", words.quote, (words,), type="accept", agent=agent))
    line = next(item for item in section(brief(in_memory(tables)), SectionKey.TABLE).lines if item.label == "answer")
    assert line.text == "Osk: accepted, 8 March — “The Osk cabinet accepted the plan on Saturday.”"
    assert line.rows == ("p-1", "t-9")


def test_proposals_texts_stand_beside_each_other_by_recipient(full: Any) -> None:
    line = section(brief(full), SectionKey.TABLE).lines[0]
    assert "the texts differ on withdrawal" in line.text
    assert line.grid is not None
    assert line.grid.heads == ("to Osk", "to Ridge Council")
    (row,) = line.grid.rows
    assert row.head.text == "Withdrawal: differ"
    assert [held[0].text for held in row.cells] == ["“let it stay on the ridge”", "“had it withdraw”"]
    assert all(held[0].cites for held in row.cells)


def test_the_sides_stand_beside_each_other_by_issue(full: Any) -> None:
    grid = section(brief(full), SectionKey.TABLE).grid
    assert grid is not None
    assert set(grid.heads) == {"Osk", "Ridge Council"}
    told = dict(zip(grid.heads, (held[0].text for held in grid.rows[0].cells), strict=True))
    assert told["Osk"] == "refuses: “stay on the ridge”, as told 8 March"
    assert told["Ridge Council"] == "wants: “an early withdrawal”"


def test_only_like_words_are_told_to_be_wanted_and_refused() -> None:
    tables = full_tables()
    refused, wanted = tables["positions"]
    right = evidence("r-2", "The Ridge Council demands the right to stay on the ridge.", 900)
    apart = "one wants what another refuses"
    assert apart not in grid_text(tables)
    tables["positions"] = (refused, wanted.but(text="the right to stay on the ridge", evidence=(right,)))
    assert apart in grid_text(tables)


def grid_text(tables: dict[str, tuple[Any, ...]]) -> str:
    grid = section(brief(in_memory(tables)), SectionKey.TABLE).grid
    return " ".join(cell.text for cell in grid.cells) if grid else ""


def test_a_position_on_another_s_word_says_so() -> None:
    tables = full_tables()
    told = evidence("r-3", "Osk refuses to let anyone stay on the ridge, an aide to the Council said.", 900)
    tables["positions"] = (tables["positions"][0].but(who="an aide to the Council", evidence=(told,)),)
    assert "(on the word of an aide to the Council)" in grid_text(tables)


def test_a_position_on_the_word_of_somebody_whom_its_sentence_does_not_name_names_nobody() -> None:
    tables = full_tables()
    told = evidence("r-3", "Osk refuses to let anyone stay on the ridge, he said.", 900)
    tables["positions"] = (tables["positions"][0].but(who="L. Taro", evidence=(told,)),)
    assert "(on the word of somebody cited there)" in grid_text(tables)


def test_a_position_that_its_sentence_does_not_tell_is_left_to_the_table() -> None:
    for words in ("He said that Osk must not stay on the ridge.", "They want to stay on the ridge."):
        tables = full_tables()
        told = evidence("r-3", words, 900)
        tables["positions"] = (tables["positions"][0].but(stance=Stance.WANTS, evidence=(told,)),)
        assert grid_text(tables) == ""


def test_an_answer_that_its_words_do_not_give_is_left_to_the_table() -> None:
    tables = full_tables()
    words = evidence("r-2", "Osk was resisting the plan on Saturday.", 800)
    answer = Answer(who=OSK, response=Response.REJECTED, when=Interval.day(MARCH_8))
    tables["proposals"] = (tables["proposals"][0].but(responses=(answer,)),)
    tables["timeline"] = (event("t-9", words.quote, (words,), type="reject", agent=(OSK,)),)
    told = section(brief(in_memory(tables)), SectionKey.TABLE).lines
    assert not [line for line in told if line.label == "answer"]


def test_a_condition_is_told_with_the_modal_of_its_sentence() -> None:
    tables = full_tables()
    told = evidence("r-1", "Varra should take it up again if both sides show they mean it.", 900)
    tables["conditions"] = (tables["conditions"][0].but(evidence=(told,)),)
    line = section(brief(in_memory(tables)), SectionKey.REOPENS).lines[0]
    assert line.text.startswith("Varra should resume mediation")


def test_a_short_condition_is_told_in_its_sentence() -> None:
    tables = full_tables()
    tables["conditions"] = (tables["conditions"][0].but(text="if both sides show", act="withdraw"),)
    line = section(brief(in_memory(tables)), SectionKey.REOPENS).lines[0]
    assert (line.label, line.text) == (
        "To end",
        "Varra would withdraw, on a condition — “Varra would resume if both sides show they mean it.”",
    )


def test_conditions_told_alike_are_one_line_with_all_evidence() -> None:
    tables = full_tables()
    again = tables["conditions"][0].but(
        id="d-2", text="if both the sides show that they mean it", evidence=(evidence("r-3", "if both the sides", 900),)
    )
    tables["conditions"] = (*tables["conditions"], again)
    told = section(brief(in_memory(tables)), SectionKey.REOPENS).lines
    assert [line.rows for line in told] == [("d-1", "d-2")]
