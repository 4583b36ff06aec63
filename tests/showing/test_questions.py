"""Questions that somebody left open, with what other reports say to them."""

from typing import Any

from dragoman.records.reading import Polarity
from dragoman.records.rows.voices import StatementRow
from dragoman.showing.brief import brief
from dragoman.showing.brief.pile import gather
from dragoman.showing.brief.questions import questions
from dragoman.showing.page.model import SectionKey
from tests.showing.finding import section
from tests.showing.invented import full_tables
from tests.showing.memory import in_memory
from tests.showing.rows import evidence

SILENT = "whether the Council had been given a deadline, or where it would go"


def tables(*told: tuple[str, str, Polarity]) -> dict[str, tuple[Any, ...]]:
    made = full_tables()
    first: StatementRow = made["statements"][0]
    rows = [
        first.but(id=f"s-q{n}", report=report, content=words, polarity=polarity, source=f"official {n}", actor=None,
                  evidence=(evidence(report, words, 900 + n * 200),))
        for n, (report, words, polarity) in enumerate(told)
    ]  # fmt: skip
    made["statements"] = (*made["statements"], *rows)
    return made


def test_what_one_would_not_say_stands_with_what_others_say_to_it() -> None:
    made = tables(
        ("r-1", SILENT, Polarity.DECLINES),
        ("r-2", "Members of the Council are not believed to have been given a deadline to leave", Polarity.ASSERTS),
        ("r-3", "they have not been given an extended period to leave", Polarity.ASSERTS),
        ("r-3", "they were given tea", Polarity.ASSERTS),
    )
    (found,) = questions(gather(in_memory(made)))
    assert found.asks == "whether the Council had been given a deadline"
    assert [row.id for row in (found.open, *found.answers)] == ["s-q0", "s-q1", "s-q2"]
    line = next(
        line for line in section(brief(in_memory(made)), SectionKey.NOT_KNOWN).lines if line.label == "Left open"
    )
    assert all(words in line.text for words in ("deadline", "extended period", "official 2"))
    assert line.rows == ("s-q0", "s-q1", "s-q2")


def test_a_question_that_nobody_answers_is_none() -> None:
    made = tables(("r-1", SILENT, Polarity.DECLINES), ("r-2", "they were given tea", Polarity.ASSERTS))
    assert questions(gather(in_memory(made))) == ()


def test_a_question_about_one_word_is_told_from_no_other() -> None:
    made = tables(("r-1", "whether it had agreed", Polarity.DECLINES), ("r-2", "they agreed", Polarity.ASSERTS))
    assert questions(gather(in_memory(made))) == ()
