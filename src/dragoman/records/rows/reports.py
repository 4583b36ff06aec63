"""The table of reports."""

from enum import StrEnum

from dragoman.records.rows.evidence import Row
from dragoman.records.time import Published


class Relevance(StrEnum):
    """A person's decision on a report."""

    INCLUDE = "include"
    BACKGROUND = "background"
    EXCLUDE = "exclude"
    UNSURE = "unsure"


class ReportRow(Row, frozen=True, kw_only=True):
    """One report of the pile."""

    file: str
    part: int | None
    files: tuple[str, ...]  # every name it was found under, smallest first
    title: str | None
    outlet: str | None
    byline: str | None
    url: str | None
    language: str | None
    sha256: str | None
    relevance: Relevance | None
    relevance_reason: str | None
    published: Published
    word_count: int
    copies_of: str | None  # the report whose text this one repeats
    revision_of: str | None  # the earlier text at the same address
    teasers: tuple[str, ...]
    warnings: tuple[str, ...]
