"""How much of the record rests on whom."""

from dragoman.showing.web.choosing import every
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.pages.lists import download
from dragoman.showing.web.resting import Resting
from dragoman.showing.web.site import Asked, Made

MOST = 100


def sources(moment: Moment, asked: Asked) -> Made:
    """Sources, ways of sourcing and outlets by how much rests on them."""
    view = asked.view
    of_all_days = view.but(as_of=None, offset=0, limit=0)

    def make() -> Resting:
        outlets = {row.id: row.outlet for row in moment.reports.values()}
        return Resting(every(moment, "statements", of_all_days), outlets)

    told = moment.once(("resting", of_all_days), make, lasting=not of_all_days.is_filtered)
    return Made(
        template="sources.html",
        title="Sources",
        filled={"told": told.told(view.as_of, MOST), "moment": moment},
        download=download("origins", view),
    )
