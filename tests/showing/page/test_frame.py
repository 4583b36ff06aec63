from dragoman.showing.page.frame import held, in_print, left_out_on_paper, once_labelled, shares, typeset
from dragoman.showing.page.model import Cell, Grid, GridRow, Line, More, Piece, Tone
from dragoman.showing.page.pieces import said


def cell(text: str) -> Cell:
    return Cell(pieces=(said(text),) if text else ())


def grid(*rows: tuple[str, ...]) -> Grid:
    told = tuple(GridRow(head=cell("Aid"), cells=tuple((cell(text),) for text in row)) for row in rows)
    return Grid(caption="", corner="Issue", heads=("Osk", "Varra"), rows=told)


def line(label: str, *, depth: int = 0, under: Grid | None = None) -> Line:
    return Line(label=label, pieces=(said("x"),), depth=depth, grid=under)


def test_a_column_of_few_words_leaves_room_to_the_others() -> None:
    wide, narrow = shares(grid(("wants: " + "much " * 40, "aid"), ("more " * 20, "")))
    assert wide == 1
    assert 0.5 < narrow < 0.7


def test_columns_of_as_many_words_are_as_wide() -> None:
    assert shares(grid(("one word", "two word"))) == (1, 1)
    assert shares(grid(("", ""))) == (1, 1)
    assert shares(grid()) == (1, 1)


def test_a_label_is_told_again_only_after_something_else() -> None:
    lines = [line("Proposal"), line("Proposal"), line("answer", depth=1), line("Proposal")]
    assert [label for _, label in once_labelled(lines)] == ["Proposal", "", "answer", "Proposal"]
    between = [line("Proposal", under=grid(("a", "b"))), line("Proposal")]
    assert [label for _, label in once_labelled(between)] == ["Proposal", "Proposal"]


def test_paper_names_no_place_on_a_machine() -> None:
    more = More(left_out_count=1200, command="dragoman claims /home/x.dossier", asked="dragoman claims")
    assert left_out_on_paper(more) == "and 1,200 more: dragoman claims"


def test_the_programs_own_words_are_set_as_a_printer_would() -> None:
    assert typeset("Varra's channel,\n the Council' say") == "Varra’s channel, the Council’ say"
    assert held("since 12 March 2031, 3 origins") == "since 12\u00a0March 2031, 3\u00a0origins"


def test_a_quotations_words_are_left_as_they_are() -> None:
    assert in_print(Piece(tone=Tone.QUOTE, text="“Varra's 3 envoys”"), held) == "“Varra's 3 envoys”"
    assert in_print(said(" of Varra's "), held) == " of Varra’s "
