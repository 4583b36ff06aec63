"""Shortcuts that the tests of attributions share."""

from collections.abc import Callable

import pytest

from dragoman.reading.attributions import find
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import Attribution


@pytest.fixture(scope="session")
def said(parsed_of: Callable[..., Parsed]) -> Callable[[str], list[Attribution]]:
    """Give it a text; it gives the attributions found in it."""
    return lambda text: list(find(parsed_of(text)))


@pytest.fixture(scope="session")
def triple() -> Callable[[Attribution, str], tuple[str, str, str]]:
    """Give it an attribution and its text; it gives the words of source, cue and content."""

    def words(attribution: Attribution, text: str) -> tuple[str, str, str]:
        parts = (attribution.source, attribution.cue, attribution.content)
        source, cue, content = (" / ".join(span.of(text) for span in spans) for spans in parts)
        return source, cue, content

    return words
