import io

from dragoman.records.rows.evidence import Row
from dragoman.showing.row import print_shown
from dragoman.showing.screen import console
from dragoman.workbench import Context, Shown
from tests.showing.invented import full_tables
from tests.showing.rows import HALT


def shown(row: Row, *, many: int = 1) -> str:
    context = Context(
        evidence=HALT, before="Port Varra -", after=", and\nthe office\x1b[2J closes.", outlet="Port Wire", title=None
    )
    out = io.StringIO()
    print_shown(Shown(kind="timeline", row=row, contexts=(context,) * many, why=("one origin",)), console(80, out))
    return out.getvalue()


def test_it_shows_the_row_why_and_the_words_in_context() -> None:
    text = shown(full_tables()["timeline"][0])
    assert text.startswith("t-1  timeline\n")
    assert "confirmed by mara" in text
    assert "one origin" in text
    assert f"[{HALT.start}, {HALT.end})" in text
    assert " ".join(text.split()).count("a diplomat briefed on the matter said., and the office") == 1


def test_it_says_that_nobody_checked_a_row_and_keeps_to_the_width() -> None:
    text = shown(full_tables()["timeline"][1])
    assert "not checked by a person" in text
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80


def test_it_counts_what_it_leaves_out() -> None:
    assert "and 3 more" in shown(full_tables()["timeline"][0], many=15)
