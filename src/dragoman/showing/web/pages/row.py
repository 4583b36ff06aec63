"""One row with its evidence in context, and why it stands as it does."""

from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.voices import ActorRow
from dragoman.showing.plain import one_line
from dragoman.showing.tables.cells import cell
from dragoman.showing.tables.columns import columns
from dragoman.showing.web.asking import View, address
from dragoman.showing.web.choosing import chosen, every
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.site import Asked, Made
from dragoman.workbench import Shown

UNSHOWN = ("id", "evidence")
IN_HEAD = ("sides", "strength", "status")  # of a conflict and of a claim: told above the fields
MOST_CLAIMS = 6
SEE = "see claim "  # the page shows them in their own words
MOST = 40  # contexts and lines shown; the rest is counted


def row(moment: Moment, asked: Asked) -> Made:
    """The row's page; an actor's has what it said and what was said of it."""
    shown = moment.dossier.show(asked.path["id"])
    filled = {
        "shown": shown.but(why=tuple(one for one in shown.why if not one.startswith(SEE))),
        "fields": _fields(shown),
        "claims": [moment.dossier.show(claim).row for claim in getattr(shown.row, "claims", ())[:MOST_CLAIMS]],
        "moment": moment,
        "most": MOST,
        "same": shown.row.id == asked.path["id"],
    }
    if isinstance(shown.row, ActorRow):
        filled |= _of_actor(moment, shown.row, asked.view)
    if isinstance(shown.row, ReportRow):
        filled["report_id"] = shown.row.id
    template = "actor.html" if isinstance(shown.row, ActorRow) else "row.html"
    return Made(
        template=template,
        title=_title(shown),
        filled=filled,
        download=address(f"/api/show/{shown.row.id}", {}),
        download_csv=False,
    )


def _title(shown: Shown) -> str:
    named = getattr(shown.row, "name", None) or getattr(shown.row, "text", None) or getattr(shown.row, "about", None)
    return str(named or getattr(shown.row, "content", None) or shown.row.id)


def _fields(shown: Shown) -> tuple[tuple[str, str], ...]:
    """What the page does not tell already: in its title, above the fields, or under why it stands so."""
    unshown = (*UNSHOWN, *IN_HEAD) if shown.kind in ("conflicts", "claims") else UNSHOWN
    told = {one_line(_title(shown)), *map(one_line, shown.why)}
    cells = ((column, cell(shown.row, column.source, column.form)) for column in columns()[shown.kind])
    return tuple(
        (column.head, value)
        for column, value in cells
        if value and column.source not in unshown and one_line(value) not in told
    )


def _of_actor(moment: Moment, actor: ActorRow, view: View) -> dict[str, object]:
    """What it said, what it did, what it wants, how outlets call it."""
    mine = view.but(actor=actor.id, offset=0)
    some = mine.but(limit=MOST)
    framings: dict[str, list[tuple[str, int]]] = {}
    for framing in actor.framings:
        framings.setdefault(framing.outlet or "not known", []).append((framing.words, framing.count))
    return {
        "statements": chosen(moment, "statements", some),  # an id stands in no name: these are its own
        "events": chosen(moment, "timeline", some),
        "positions": every(moment, "positions", mine),
        "framings": {name: sorted(told, key=lambda one: (-one[1], one[0])) for name, told in sorted(framings.items())},
        "of_it": [
            one for one in every(moment, "actors", View(known_by=view.known_by)) if one.of and one.of.id == actor.id
        ],
    }
