"""The comparison of two days as typed data: a page of grids."""

import datetime

from dragoman.showing.page.model import Page


class Comparison(Page, frozen=True, kw_only=True):
    """Two days of one record beside each other."""

    first: datetime.date
    second: datetime.date
    known_then: bool  # each day by the reports up to it; otherwise by all that the record holds now
