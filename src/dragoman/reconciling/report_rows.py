"""The table of reports."""

from dragoman.reconciling.pile import Item
from dragoman.reconciling.words import tokens
from dragoman.records.corrections import Decision
from dragoman.records.report import Source
from dragoman.records.rows.reports import ReportRow


def report_row(item: Item, decision: Decision | None, copy_of: str | None, revision_of: str | None) -> ReportRow:
    """The row of one report."""
    report = item.report
    source = _shown(item)
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
