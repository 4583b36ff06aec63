"""The first page: where the talks stand."""

from dragoman.showing.brief import brief
from dragoman.showing.page.pieces import wording
from dragoman.showing.web.asking import address, day
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.site import Asked, Made


def brief_page(moment: Moment, asked: Asked) -> Made:
    """The brief, each citation a link to its sentence."""
    view, since = asked.view, day(asked.query, "since")
    made = moment.once(
        ("brief", view.as_of, view.known_by, view.process, since),
        lambda: brief(moment.dossier, view.as_of, since, known_by=view.known_by, process=view.process),
    )
    query = {**view.kept, **({"since": since.isoformat()} if since else {})}
    return Made(
        template="brief.html",
        title=made.heading,
        # How to ask for another day stands above every page.
        filled={"page": made, "notes": [note for note in made.notes if note != wording("latest")]},
        download=address("/api/brief", query),
        download_csv=False,
    )


def brief_of_a_day(moment: Moment, asked: Asked) -> Made:
    """The brief of its own latest day, asked for as any day is: what the briefs of all days share is made with it."""
    latest = brief_page(moment, asked).filled["page"].as_of
    return brief_page(moment, Asked(view=asked.view.but(as_of=latest), path={}, query={}))
