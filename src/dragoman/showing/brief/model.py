"""The brief as typed data: a page, with what it speaks of and what it rests on in numbers."""

import datetime
from enum import StrEnum

from dragoman.showing.page.model import Page


class AsOfGround(StrEnum):
    """Why the brief speaks as of its day."""

    GIVEN = "given"  # asked for
    LATEST = "latest"  # the latest day that the record holds
    UNKNOWN = "unknown"  # nothing in the record has a day


class SinceGround(StrEnum):
    """Why what is new is told since its day."""

    GIVEN = "given"  # asked for
    KEPT = "kept"  # the last brief that was kept
    WEEK = "week"  # a week before


class Brief(Page, frozen=True, kw_only=True):
    """Where the talks stand on a day, by all that the record holds or by the reports up to `known_by`."""

    as_of: datetime.date | None
    as_of_ground: AsOfGround
    known_by: datetime.date | None
    since: datetime.date | None
    since_ground: SinceGround | None
    report_count: int
    outlet_count: int
    origin_count: int
    undated_count: int
    failed_count: int
    excluded_count: int
    line_count: int  # lines and cells that rest on rows of the record
    checked_count: int  # of these, those whose every row a person has confirmed
