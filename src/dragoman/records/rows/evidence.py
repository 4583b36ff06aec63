"""What every row of the record carries: the sentence that it rests on, and what a person has said of it."""

import datetime
from enum import StrEnum

from dragoman.records.base import Frozen


class Evidence(Frozen, frozen=True, kw_only=True):
    """Where a row rests: `quote` is always the report's `text[start:end]`."""

    report: str
    file: str
    start: int
    end: int
    quote: str


class ReviewStatus(StrEnum):
    """Whether a person has looked at a row."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Review(Frozen, frozen=True, kw_only=True):
    """A person's word on a row."""

    status: ReviewStatus = ReviewStatus.UNREVIEWED
    by: str | None = None
    at: datetime.datetime | None = None


UNREVIEWED = Review()


class ActorRef(Frozen, frozen=True, kw_only=True):
    """A reference to an actor of the record."""

    id: str
    name: str


class Row(Frozen, frozen=True, kw_only=True):
    """A line of one of the record's tables."""

    id: str
    review: Review = UNREVIEWED
