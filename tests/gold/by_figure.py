"""Scoring figures: number and place, then hedge and unit, and whether those of one series are kept together."""

from itertools import combinations

from dragoman.records.rows.happenings import FigurePoint, FigureRow

from .by_event import marked_place
from .placing import Ground, Tables
from .sheet import Figure, several
from .tally import Tally, share


def score_figures(ground: Ground, tables: Tables) -> list[Tally]:
    """Recall over the sheet, precision over its complete reports; hedge and unit among the found; pairs of a series."""
    given = [
        (row, point, place) for row in tables.figures for point in row.points for place in ground.all_of(point.evidence)
    ]
    wanted = [(r, f, marked_place(ground, r, f)) for r, lines in ground.sheet.figures.items() for f in lines]
    taken: dict[int, tuple[FigureRow, FigurePoint]] = {}
    used: set[int] = set()
    for line, (_, figure, at) in sorted(enumerate(wanted), key=lambda item: item[1][1].optional):
        near = [n for n, (_, point, place) in enumerate(given) if place.touches(at) and _same(point, figure)]
        free = [n for n in near if n not in used]
        if free:
            best = min(free, key=lambda n: given[n][2].span.end - given[n][2].span.start)
            taken[line] = given[best][:2]
            used.add(best)
    asked = [(n, r, f) for n, (r, f, _) in enumerate(wanted) if not f.optional]
    found = [(taken[n], f"{r}: {f.quote}", f) for n, r, f in asked if n in taken]
    told = [n for n, (_, _, place) in enumerate(given) if place.report in ground.sheet.complete]
    joined = [
        (a[2].series == b[2].series, a[0][0].id == b[0][0].id, f"{a[1]} / {b[1]}")
        for a, b in combinations(found, 2)
        if a[2].series and b[2].series
    ]
    return [
        Tally(
            kind="figures",
            found=len(found),
            wanted=len(asked),
            right=sum(n in used for n in told),
            given=len(told),
            missed=tuple(f"{r}: {f.quote}" for n, r, f in asked if n not in taken),
            wrong=tuple(f"{given[n][2].report}: {_shown(*given[n][:2])}" for n in told if n not in used),
        ),
        share("figure hedges", [(p.hedge in several(f.hedge), f"{name}: {p.hedge}") for (_, p), name, f in found]),
        share("figure units", [(row.unit == f.unit, f"{name}: {row.unit}") for (row, _), name, f in found if f.unit]),
        Tally(
            kind="figure series",
            found=sum(same and one for same, one, _ in joined),
            wanted=sum(same for same, _, _ in joined),
            right=sum(same and one for same, one, _ in joined),
            given=sum(one for _, one, _ in joined),
            missed=tuple(name for same, one, name in joined if same and not one),
            wrong=tuple(name for same, one, name in joined if one and not same),
        ),
    ]


def _same(point: FigurePoint, figure: Figure) -> bool:
    return (point.low, point.high) == (figure.low, figure.high)


def _shown(row: FigureRow, point: FigurePoint) -> str:
    return f"{point.low} to {point.high} {row.unit} {row.of}"
