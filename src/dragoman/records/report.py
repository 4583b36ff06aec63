"""One report: one text by one outlet at one time, with what was set aside and where it came from."""

from enum import StrEnum

from dragoman.records.base import Frozen
from dragoman.records.span import Span
from dragoman.records.time import Published


class BoilerplateKind(StrEnum):
    """What a passage is that is no part of the report's own words."""

    HEADLINE = "headline"
    BYLINE = "byline"
    METADATA = "metadata"  # a date line, a reading time, a section name
    CAPTION = "caption"
    CREDIT = "credit"
    EMBED = "embed"  # a post from elsewhere
    NOTICE = "notice"  # the site speaking of itself
    RELATED = "related"
    LATEST = "latest"  # a list of other stories
    FOOTER = "footer"
    NAVIGATION = "navigation"
    MARKUP = "markup"  # tags, scripts, the page around the article


class Boilerplate(Frozen, frozen=True, kw_only=True):
    """A passage set aside: shown greyed, never read as a statement."""

    span: Span
    kind: BoilerplateKind


class Teaser(Frozen, frozen=True, kw_only=True):
    """Another report that this one's page lists: seen and not read."""

    span: Span
    title: str
    outlet: str | None = None


class Source(Frozen, frozen=True, kw_only=True):
    """Where a report was found: a file, or a part of one. Enough to cite and to find it again."""

    file: str
    part: int | None = None  # 1-based, in a file that holds several reports; None when it holds one
    sha256: str | None = None  # of the file's bytes (of the part's, where the file holds several)
    encoding: str | None = None
    page: int | None = None


class Report(Frozen, frozen=True, kw_only=True):
    """One text by one outlet. `text` is what every span points into."""

    id: str
    text: str
    published: Published
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    url: str | None = None
    language: str | None = None  # ISO 639-1
    boilerplate: tuple[Boilerplate, ...] = ()  # sorted, not overlapping
    teasers: tuple[Teaser, ...] = ()
    source: Source | None = None  # None for a text given from memory
    warnings: tuple[str, ...] = ()
