"""What both forms of the brief say around its sections: the heading, the counts, what is left out."""

from dragoman.showing import days, words
from dragoman.showing.brief.model import Brief, CitedReport, Line, More
from dragoman.showing.plain import clipped


def heading(brief: Brief) -> str:
    """The title with the day that the brief speaks of."""
    if brief.as_of is None:
        return brief.title
    return f"{brief.title}, as of {days.day(brief.as_of)}"


def counts(brief: Brief) -> str:
    """What the brief rests on: "14 reports, 5 outlets, 9 origins; 2 reports without a date"."""
    if not brief.report_count:
        return "no reports"
    said = ", ".join(
        [
            words.count(brief.report_count, "report"),
            words.count(brief.outlet_count, "outlet"),
            words.count(brief.origin_count, "statement origin"),
        ]
    )
    undated = brief.undated_count
    return f"{said}; {words.count(undated, 'report')} without a date" if undated else said


def reviewed(brief: Brief) -> str:
    """How many lines a person has checked."""
    lines = words.count(brief.line_count, "line")
    if not brief.checked_count:
        return f"{lines}, none of them checked by a person"
    return f"{lines}, {brief.checked_count:,} of them checked by a person"


def further(line: Line) -> list[str]:
    """What stands after a line's citations where there is more evidence."""
    return [f"+{line.further_cite_count}"] if line.further_cite_count else []


def left_out(more: More) -> str:
    """What a section leaves out."""
    return f"and {more.left_out_count:,} more: {more.command}"


def cited_as(report: CitedReport) -> str:
    """A report's outlet and title."""
    outlet = clipped(report.outlet, 60) if report.outlet else "outlet not known"
    return f"{outlet}, “{clipped(report.title, 120)}”" if report.title else outlet
