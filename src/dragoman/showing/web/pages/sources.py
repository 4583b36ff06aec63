"""How much of the record rests on whom."""

from collections import defaultdict

from dragoman.records.base import Frozen
from dragoman.records.reading import Sourcing
from dragoman.records.rows.evidence import ReviewStatus
from dragoman.showing.web.asking import View
from dragoman.showing.web.choosing import every
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.pages.lists import download
from dragoman.showing.web.site import Asked, Made

MOST = 100


class Rests(Frozen, frozen=True, kw_only=True):
    """What rests on one source, or one outlet, or one way of showing a source."""

    name: str
    actor: str | None
    statements: int
    reports: int
    origins: int
    sourcing: tuple[tuple[str, int], ...]  # how it is shown, most often first
    share: float  # of all statements, in percent


def sources(moment: Moment, asked: Asked) -> Made:
    """Sources, ways of sourcing and outlets by how much rests on them."""
    view = asked.view
    whole = view.but(offset=0, limit=0)
    told = moment.once(("sources", whole), lambda: _told(moment, whole))
    count = sum(one.statements for one in told["sourcing"])
    return Made(
        template="sources.html",
        title="Sources",
        filled={"told": told, "moment": moment, "most": MOST, "count_said": count},
        download=download("origins", view),
    )


def _told(moment: Moment, view: View) -> dict[str, tuple[Rests, ...]]:
    """By source, by how the source is shown and by outlet; and the outlets' own voices apart.

    As of a day what is known to have been said later is left out, as in the table of statements.
    """
    by_source: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    by_kind: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    by_outlet: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    actors: dict[str, str] = {}
    for row in every(moment, "statements", view):
        if row.review.status is ReviewStatus.REJECTED:
            continue
        one = (row.report, row.origin or "", row.sourcing.value)
        by_kind[row.sourcing.value].append(one)
        report = moment.reports.get(row.report)
        by_outlet[(report.outlet if report else None) or "not known"].append(one)
        if row.sourcing is not Sourcing.OUTLET:
            name = row.actor.name if row.actor else row.source or "not shown"
            by_source[name].append(one)
            if row.actor:
                actors[name] = row.actor.id
    return {
        "sources": _rests(by_source, actors),
        "sourcing": _rests(by_kind, {}),
        "outlets": _rests(by_outlet, {}),
    }


def _rests(found: dict[str, list[tuple[str, str, str]]], actors: dict[str, str]) -> tuple[Rests, ...]:
    total = sum(map(len, found.values())) or 1
    made = []
    for name, told in found.items():
        kinds: dict[str, int] = defaultdict(int)
        for _, _, kind in told:
            kinds[kind] += 1
        made.append(
            Rests(
                name=name,
                actor=actors.get(name),
                statements=len(told),
                reports=len({report for report, _, _ in told}),
                origins=len({origin for _, origin, _ in told if origin}),
                sourcing=tuple(sorted(kinds.items(), key=lambda item: (-item[1], item[0]))),
                share=100 * len(told) / total,
            )
        )
    return tuple(sorted(made, key=lambda one: (-one.statements, one.name)))
