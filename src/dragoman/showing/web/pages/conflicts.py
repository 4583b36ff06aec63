"""Where the accounts differ: the sides next to each other."""

from dragoman.records.rows.happenings import ConflictStrength
from dragoman.showing.web.choosing import chosen
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.pages.lists import REVIEWS, download, filled
from dragoman.showing.web.site import Asked, Made

STATUSES = (*(one.value for one in ConflictStrength), *REVIEWS)


def conflicts(moment: Moment, asked: Asked) -> Made:
    """Each question with its answers side by side."""
    found = chosen(moment, "conflicts", asked.view)
    return Made(
        template="list.html",
        title="Conflicts",
        filled=filled(moment, "conflicts", asked.view, found, STATUSES, by_source=True),
        download=download("conflicts", asked.view),
    )
