"""Two days side by side."""

import datetime

from dragoman.showing.compare import compare
from dragoman.showing.web.asking import address, day
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.site import Asked, Made, Site

WEEK = datetime.timedelta(days=7)


def compare_page(moment: Moment, asked: Asked) -> Made:
    """The comparison of two days; by default of the last day with the one a week before."""
    reach = Site.days(moment)
    second = day(asked.query, "second") or asked.view.as_of
    if second is None and reach:
        second = datetime.date.fromisoformat(reach[1])
    first = day(asked.query, "first") or (second - WEEK if second else None)
    made = None
    download = None
    if first and second:
        process = asked.view.process
        made = moment.once(
            ("compare", first, second, process),
            lambda: compare(moment.dossier, first, second, process=process),
        )
        download = address("/api/compare", {"first": first.isoformat(), "second": second.isoformat()})
    return Made(
        template="compare.html",
        title=made.heading if made else "Two days",
        filled={"page": made, "first": first, "second": second},
        download=download,
        download_csv=False,
    )
