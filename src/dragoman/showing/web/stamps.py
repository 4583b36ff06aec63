"""What a person saw of a row when deciding on it: told again with the decision, so that nobody's word is lost."""

import hashlib

import msgspec

from dragoman.records.rows.evidence import Row
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.voices import ActorRow


def stamp(row: Row) -> str:
    """Another one whenever somebody has corrected the row."""
    told: list[object] = [row.review]
    if isinstance(row, ReportRow):
        told += [row.relevance, row.relevance_reason, row.published]
    if isinstance(row, ActorRow):
        told += [row.name]
    return hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:12]
