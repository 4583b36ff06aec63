"""The table of reports."""

from dragoman.reconciling.pile import Item, Pile
from dragoman.reconciling.words import tokens
from dragoman.records.corrections import Corrections
from dragoman.records.report import Source
from dragoman.records.rows.reports import ReportRow


def report_rows(
    pile: Pile, corrections: Corrections, copies: dict[str, str], revisions: dict[str, str]
) -> tuple[ReportRow, ...]:
    """One row a report, by publication day (undated last), then by name."""
    rows = [_row(item, corrections, copies.get(item.id), revisions.get(item.id)) for item in pile]
    return tuple(sorted(rows, key=lambda r: (str(r.published.begin or "9999"), r.file, r.id)))


def _row(item: Item, corrections: Corrections, copy_of: str | None, revision_of: str | None) -> ReportRow:
    report = item.report
    source = _shown(item)
    decision = corrections.relevance.get(item.id)
    return ReportRow(
        id=item.id,
        file=item.name,
        part=source.part if source else None,
        files=item.names,
        title=report.title,
        outlet=report.outlet,
        byline=report.byline,
        url=report.url,
        language=report.language,
        sha256=source.sha256 if source else None,
        relevance=decision.relevance if decision else None,
        relevance_reason=decision.reason if decision else None,
        published=item.published,
        word_count=sum(len(tokens(span.of(report.text))) for span in item.reading.sentences),
        copies_of=copy_of if copy_of != revision_of else None,
        revision_of=revision_of,
        teasers=tuple(teaser.title for teaser in report.teasers),
        warnings=item.reading.warnings,
    )


def _shown(item: Item) -> Source | None:
    files = item.files or ((item.report.source,) if item.report.source else ())
    return min(files, key=lambda s: (s.file, s.part or 0), default=None)
