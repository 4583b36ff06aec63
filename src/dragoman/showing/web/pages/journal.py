"""Every correction: who, when, why; each undone in one click."""

from dragoman.showing.tables.cells import cell
from dragoman.showing.tables.columns import columns
from dragoman.showing.web.choosing import Chosen
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.site import Asked, Made


def journal(moment: Moment, asked: Asked) -> Made:
    """The journal, the latest entry first."""
    entries = tuple(reversed(moment.dossier.journal()))
    view = asked.view
    part = entries[view.offset : view.offset + view.limit]
    told = [(entry, [(c.head, cell(entry, c.source, c.form)) for c in columns()["journal"]]) for entry in part]
    return Made(
        template="journal.html",
        title="Journal",
        filled={
            "entries": told,
            "found": Chosen(rows=part, count=len(entries), offset=view.offset, limit=view.limit),
            "moment": moment,
        },
        download="/api/journal",
    )
