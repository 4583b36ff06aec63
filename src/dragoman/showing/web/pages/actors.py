"""Who is who."""

from dragoman.showing.web.choosing import chosen
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.pages.lists import REVIEWS, download, filled
from dragoman.showing.web.site import Asked, Made


def actors(moment: Moment, asked: Asked) -> Made:
    """The actors that most reports tell of first."""
    found = chosen(moment, "actors", asked.view)
    return Made(
        template="list.html",
        title="Actors",
        filled=filled(moment, "actors", asked.view, found, REVIEWS, by_source=False),
        download=download("actors", asked.view),
    )
