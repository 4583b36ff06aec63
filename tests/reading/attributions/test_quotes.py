"""Quotation marks paired, in the styles of several languages; an odd one costs its own quotation only."""

from collections.abc import Callable

import pytest

from dragoman.reading.attributions.quotes import find_quotes
from dragoman.reading.parsed import Parsed

ParsedOf = Callable[..., Parsed]


def _texts(parsed: Parsed) -> list[str]:
    return [parsed.doc[q.start : q.end].text for q in find_quotes(parsed)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"We will talk," she said.', ['"We will talk,"']),
        ("“We will talk,” she said. “Soon.”", ["“We will talk,”", "“Soon.”"]),
        ("«We will talk», she said.", ["«We will talk»"]),
        ("»We will talk«, she said.", ["»We will talk«"]),
        ("„We will talk“, she said.", ["„We will talk“"]),
        ("„We will talk”, she said.", ["„We will talk”"]),
        ("``We will talk,'' she said.", ["``We will talk,''"]),
        ("‘We will talk,’ she said.", ["‘We will talk,’"]),
        ("'We will talk,' she said.", ["'We will talk,'"]),
        ("“He told me ‘go home’ twice,” she said.", ["“He told me ‘go home’ twice,”"]),
        ("The ministers' plan isn't the miners' plan.", []),
        ("The crisis of '97 wasn't over.", []),
    ],
)
def test_pairs(parsed_of: ParsedOf, text: str, quoted: list[str]) -> None:
    assert _texts(parsed_of(text)) == quoted


def test_a_quotation_goes_on_in_the_next_paragraph_when_that_opens_with_a_mark(parsed_of: ParsedOf) -> None:
    parsed = parsed_of("“We began in spring,” Osk said. “It was hard.\n\n“It is harder now.”\n")
    quotes = find_quotes(parsed)
    assert [q.goes_on for q in quotes] == [False, True, False]
    assert [q.paragraph for q in quotes] == [0, 0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "“We will talk, she said.\n\nThe envoy left. “We tried,” he said.\n",
        "We will talk,” she said.\n\nThe envoy left. “We tried,” he said.\n",
        '"We will talk, she said.\n\nThe envoy left. "We tried," he said.\n',
        "“We will talk, she said. “We tried,” he said.\n",
    ],
)
def test_an_odd_mark_costs_its_own_quotation_only(parsed_of: ParsedOf, text: str) -> None:
    assert [q.strip('“”"') for q in _texts(parsed_of(text))] == ["We tried,"]
