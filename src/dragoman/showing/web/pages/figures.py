"""Numbers in series, with a picture of each that has several days."""

from dragoman.showing.drawing.series import series
from dragoman.showing.web.choosing import chosen
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.pages.lists import FIRST, REVIEWS, download, filled
from dragoman.showing.web.site import Asked, Made

SOME = 20  # series on a page: each may have many numbers


def figures(moment: Moment, asked: Asked) -> Made:
    """Each series with its numbers, those in conflict and those of many numbers first."""
    view = asked.view if "limit" in asked.query else asked.view.but(limit=SOME)
    found = chosen(moment, "figures", view, FIRST["figures"])
    drawn = {row.id: made for row in found.rows if (made := series(row, moment.reports))}
    return Made(
        template="list.html",
        title="Figures",
        filled={**filled(moment, "figures", view, found, REVIEWS, by_source=True), "drawn": drawn},
        download=download("figures", asked.view),
    )
