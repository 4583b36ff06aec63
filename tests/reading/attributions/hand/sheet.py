"""The labels: loading them, and the reports that they are of."""

import hashlib
from pathlib import Path

import msgspec
import yaml

from dragoman.records.errors import InputError
from dragoman.records.reading import Polarity, QuoteKind, Sourcing
from dragoman.records.report import Report
from dragoman.records.span import Span, Spans
from dragoman.reports import load as load_reports

HERE = Path(__file__).parent


class Label(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One attribution as a person labelled it; spans are `[start, end)` in code points into the report's text."""

    id: str
    file: str  # below the folder of clusters
    source: Spans
    cue: Spans
    content: Spans
    kind: QuoteKind | tuple[QuoteKind, ...]  # of several, each is right
    polarity: Polarity
    sourcing: Sourcing | tuple[Sourcing, ...]
    medium: Span | None = None
    who: Spans  # where the source is named best or first; any one of them

    @property
    def kinds(self) -> tuple[QuoteKind, ...]:
        """Every kind that is right."""
        return (self.kind,) if isinstance(self.kind, QuoteKind) else self.kind

    @property
    def sourcings(self) -> tuple[Sourcing, ...]:
        """Every grade that is right."""
        return (self.sourcing,) if isinstance(self.sourcing, Sourcing) else self.sourcing

    @property
    def spans(self) -> Spans:
        """Every span of the label."""
        medium = (self.medium,) if self.medium is not None else ()
        return (*self.source, *self.cue, *self.content, *medium, *self.who)


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All labels, and the SHA-256 of each report's text by its file."""

    texts: dict[str, str]
    labels: tuple[Label, ...]


def sheet() -> Sheet:
    """The labels in `labels.yaml`. Raises msgspec.ValidationError for one that is not well formed."""
    return msgspec.convert(yaml.safe_load((HERE / "labels.yaml").read_text(encoding="utf-8")), type=Sheet)


def report(clusters: Path, file: str) -> Report:
    """The report of `file` below the folder of clusters. Raises the InputError of one that cannot be read."""
    (found,) = load_reports(clusters / file)
    if isinstance(found, InputError):
        raise found
    return found


def sha256(text: str) -> str:
    """The hash that `Sheet.texts` holds of a report's text."""
    return hashlib.sha256(text.encode()).hexdigest()
