"""What a person saw of a row when deciding on it: told again with the decision, so that nobody's word is lost."""

import hashlib
from collections.abc import Mapping

import msgspec

from dragoman.records.rows.evidence import Row
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.voices import ActorRow, GradeTold
from dragoman.workbench.shown import sources_of


def stamp(row: Row, *more: str) -> str:
    """Another one whenever somebody has corrected the row; `more` is what else was seen beside it."""
    told: list[object] = [row.review, *more]
    if isinstance(row, ReportRow):
        told += [row.relevance, row.relevance_reason, row.published]
    if isinstance(row, ActorRow):
        told += [row.name]
    return hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:12]


def letter_of(row: Row, grades: Mapping[str, GradeTold]) -> str:
    """The grade that a source has by itself; empty where nobody graded it."""
    outlet = row.outlet if isinstance(row, ReportRow) else None
    found = (grades[one].grade.value for one in sources_of(row, outlet) if one in grades)
    return next(found, "")
