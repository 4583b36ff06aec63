"""The brief as Markdown: for a memo, an issue, a page."""

import re
from collections.abc import Iterator

from dragoman.records.rows.evidence import ReviewStatus
from dragoman.showing import days
from dragoman.showing.brief.frame import cited_as, counts, further, heading, reviewed
from dragoman.showing.brief.model import Brief, CitedReport, Line, Piece, Section, Tone
from dragoman.showing.plain import one_line, quoted

SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")


def markdown(brief: Brief) -> str:
    """The whole brief, ending in a newline."""
    return "\n".join(_lines(brief)).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """`text` on one line so that Markdown takes none of it as markup."""
    return SPECIAL.sub(r"\\\1", one_line(text))


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {escaped(heading(brief))}"
    yield ""
    yield escaped(counts(brief)) + (f"; {reviewed(brief)}" if brief.report_count else "")
    for note in brief.notes:
        yield ""
        yield f"*{escaped(note)}*"
    for section in brief.sections:
        yield from _section(section)
    if brief.reports:
        yield ""
        yield "## REPORTS AND QUOTATIONS"
        for report in brief.reports:
            yield from _report(report)


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"## {escaped(section.title)}"
    yield ""
    for line in section.lines:
        yield f"{'  ' * line.depth}- {_line(line)}"
    if section.more:
        yield f"- *and {section.more.left_out_count:,} more:* `{section.more.command}`"
    if section.note:
        yield from ([""] if section.lines else [])
        yield escaped(section.note)


def _line(line: Line) -> str:
    label = f"**{escaped(line.label)}**: " if line.label and not line.depth else ""
    if line.label and line.depth:
        label = f"{escaped(line.label)}: "
    body = "".join(_piece(piece) for piece in line.pieces)
    checked = " *checked*" if line.review == ReviewStatus.CONFIRMED else ""
    cites = " ".join([*(escaped(cite.label) for cite in line.cites), *further(line)])
    return f"{label}{body}{checked} {cites}".rstrip()


def _piece(piece: Piece) -> str:
    """Outer spaces are kept outside the emphasis, where Markdown needs them."""
    inner = escaped(piece.text)
    before = " " if piece.text[:1] == " " else ""
    after = " " if piece.text[-1:] == " " and inner else ""
    if piece.tone in (Tone.STATE, Tone.ALERT) and inner:
        head = re.match(r"[^\w]*", inner)
        lead = head.group() if head else ""
        return f"{before}{lead}**{inner[len(lead) :]}**{after}"
    return f"{before}{inner}{after}"


def _report(report: CitedReport) -> Iterator[str]:
    known = days.published(report.published) if report.published else "no date"
    yield ""
    yield f"**\\[{report.number}\\]** {escaped(cited_as(report))}, {known}, `{one_line(report.file)}`"
    yield ""
    for quotation in report.quotations:
        yield f"- \\[{report.number}{quotation.letter}\\] {escaped(quoted(quotation.quote))}"
