"""What every form of a page says alike: what is left out, how a report is cited."""

from dragoman.showing import days
from dragoman.showing.page.model import Cell, CitedReport, Line, More
from dragoman.showing.page.pieces import wording
from dragoman.showing.plain import clipped

REFERENCES = "REPORTS AND QUOTATIONS"
CHECKED = "checked"


def further(line: Line | Cell) -> list[str]:
    """What stands after a line's citations where there is more evidence."""
    return [f"+{line.further_cite_count}"] if line.further_cite_count else []


def cites(line: Line | Cell) -> str:
    """A line's citations: "[1a] [3b] +2"."""
    return " ".join([*(cite.label for cite in line.cites), *further(line)])


def left_out(more: More) -> str:
    """What a section leaves out."""
    return wording("left_out", count=more.left_out_count, command=more.command)


def cited_as(report: CitedReport) -> str:
    """A report's outlet and title."""
    outlet = clipped(report.outlet, 60) if report.outlet else wording("report_untitled")
    return f"{outlet}, “{clipped(report.title, 120)}”" if report.title else outlet


def published(report: CitedReport) -> str:
    """When a report appeared."""
    return days.published(report.published) if report.published else "no date"
