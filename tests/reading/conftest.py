"""What the reading's tests share: a parsed block from a text."""

from collections.abc import Callable

import pytest

from dragoman.reading.parsed import Parsed, parsed_blocks
from dragoman.records.ids import report_id
from dragoman.records.report import Report
from dragoman.records.time import Published


@pytest.fixture(scope="session")
def parsed_of() -> Callable[..., Parsed]:
    """Give it a text (and when it was published); it gives the first block, parsed."""

    def make(text: str, published: Published | None = None) -> Parsed:
        report = Report(id=report_id(text, None), text=text, published=published or Published())
        return next(parsed_blocks(report))

    return make
