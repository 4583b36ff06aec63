import pytest

from dragoman.showing.plain import clipped, clipped_around, inside, one_line, quoted


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("two\n  lines\t here ", "two lines here"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("a\u202eb", "a\ufffdb"),
        ("“Qadr” — 5 °C", "“Qadr” — 5 °C"),
        ("a\x07b\x00c", "a\ufffdb\ufffdc"),
        ("", ""),
    ],
)
def test_one_line_leaves_nothing_that_a_terminal_obeys(text: str, plain: str) -> None:
    assert one_line(text) == plain


def test_clipped_cuts_at_a_word_and_stays_in_its_limit() -> None:
    text = "The delegation left the island before the order was made public."
    assert clipped(text, 30) == "The delegation left the…"
    assert clipped(text, 200) == text
    assert all(len(clipped(text, limit)) <= limit for limit in range(2, 70))
    assert clipped("x" * 50, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the office is open", "“the office is open”"),
        ("“The office is open.”", "“The office is open.”"),
        ('"The office is open."', "“The office is open.”"),
        ('reports were "inaccurate", he said', "“reports were ‘inaccurate’, he said”"),
        ('"Stop," he said. "We (the "old" side) wait', "“‘Stop,’ he said. ‘We (the ‘old’ side) wait”"),
        ("“One,” he said. “Two.”", "“‘One,’ he said. ‘Two.’”"),
        ("any step, which “would only harm us", "“any step, which ‘would only harm us’”"),
        ("", "“”"),
    ],
)
def test_quoted_has_one_pair_of_double_marks(text: str, said: str) -> None:
    assert quoted(text) == said
    assert said.count("“") == said.count("”") == 1


def test_inside_matches_what_quoted_shows() -> None:
    assert inside("he said “no”") in quoted("then he said “no” and left")


def test_what_matters_stays_in_a_cut_quotation() -> None:
    text = "Since then the talks have failed and Varra has come under criticism in Osk for hosting the Council there."
    for limit in range(24, 110):
        cut = clipped_around(text, "hosting the Council", limit)
        assert "hosting the Council" in cut
        assert len(cut) <= limit
        assert cut.strip("…") in text
    assert clipped_around(text, "not in it", 30).startswith("Since then")
    assert clipped_around(text, "Since then", 30) == clipped(text, 30)
