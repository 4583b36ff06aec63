"""One report: its text with what was read in it marked in place, and the rows that rest on it beside it."""

import re

from dragoman.reconciling.review import evidence_of
from dragoman.records.reading import Reading
from dragoman.records.span import Span
from dragoman.showing.plain import clipped
from dragoman.showing.web.asking import View, address
from dragoman.showing.web.choosing import every
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.marking import marks_of, paragraphs
from dragoman.showing.web.saying import Says
from dragoman.showing.web.site import Asked, Made
from dragoman.showing.web.trouble import RefusedError

PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")
BESIDE = ("timeline", "statements", "figures", "positions", "conditions", "hosting", "proposals", "conflicts")
WORDS = 90
MOST_BESIDE = 16  # rows named next to a paragraph; the others are counted


def report(moment: Moment, asked: Asked) -> Made:
    """The report's page."""
    name = asked.path["id"]
    row = moment.reports.get(name)
    if row is None:
        raise RefusedError(404, Says.NO_REPORT.format(id=name[:40]))
    text = moment.dossier.report(name)
    reading = moment.dossier.told(name)
    view = View(report=name, known_by=asked.view.known_by)
    place = PLACE.fullmatch(asked.query.get("at", ""))
    at = Span(int(place[1]), int(place[2])) if place else None
    rows: dict[str, str] = {}
    beside: list[tuple[Span, str, str, str]] = []
    for table in BESIDE:
        for found in every(moment, table, view):
            rows[found.id] = found.id
            rows.update(dict.fromkeys(getattr(found, "members", ()), found.id))
            mine = [item for item in evidence_of(found) if item.report == name]
            if mine and not (table == "statements" and str(found.sourcing) == "outlet"):
                words = clipped(getattr(found, "content", None) or getattr(found, "text", None) or mine[0].quote, WORDS)
                beside.append((Span(mine[0].start, mine[0].end), table, found.id, words))
            if table == "figures":
                rows.update({one.id: found.id for one in reading.figures for item in mine if _is_at(one.span, item)})
    _add_actors(rows, moment, reading, name)
    made = paragraphs(
        text.text,
        marks_of(reading, rows),
        [one.span for one in text.boilerplate],
        beside,
        at if at and at[0] < at[1] else None,
    )
    return Made(
        template="report.html",
        title=row.title or row.file,
        filled={
            "report": text,
            "row": row,
            "paragraphs": made,
            "is_placed": any(one.is_at for paragraph in made for one in paragraph.segments),
            "at": at,
            "most_beside": MOST_BESIDE,
            "boilerplate": sorted({one.kind.value for one in text.boilerplate}),
            "moment": moment,
        },
        download=address(f"/api/reading/{name}", {}),
        download_csv=False,
    )


def _is_at(span: Span, item: object) -> bool:
    return (span[0], span[1]) == (getattr(item, "start", None), getattr(item, "end", None))


def _add_actors(rows: dict[str, str], moment: Moment, reading: Reading, report: str) -> None:
    """The record's actors by those of the reading, found by where both are mentioned."""
    places = moment.once("actor places", lambda: _places(moment), lasting=True)
    for actor in reading.actors:
        row = next((places[key] for span in actor.mentions if (key := (report, span[0], span[1])) in places), None)
        if row:
            rows[actor.id] = row


def _places(moment: Moment) -> dict[tuple[str, int, int], str]:
    return {(item.report, item.start, item.end): row.id for row in moment.dossier.actors() for item in row.evidence}
