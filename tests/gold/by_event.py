"""Scoring events: the type and the place of the act, and then agent, mode and day."""

from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.span import Span

from .placing import Ground, Placed, Tables
from .sheet import Event, Marked, days, several
from .tally import Tally, share


def marked_place(ground: Ground, report: str, line: Marked) -> Placed:
    """Where the marked words of a line stand."""
    words = ground.of_words(report, line.words)
    start, end = line.marked
    return Placed(report, Span(words.span.start + start, words.span.start + end))


def score_events(ground: Ground, tables: Tables) -> list[Tally]:
    """Recall over the sheet, precision over its complete reports and types; agent, mode and day among the found."""
    given = [
        (row, place)
        for row in tables.timeline
        if row.type in ground.sheet.types
        for place in ground.all_of(row.evidence)
    ]
    wanted = [(r, e, marked_place(ground, r, e)) for r, lines in ground.sheet.events.items() for e in lines]
    pairs = [
        (place.span.end - place.span.start, line, other)
        for line, (_, event, at) in enumerate(wanted)
        for other, (row, place) in enumerate(given)
        if row.type in several(event.type) and place.touches(at)
    ]
    # The tightest evidence first, and of equals a line that counts before one that is optional.
    pairs.sort(key=lambda pair: (wanted[pair[1]][1].optional, pair[0], pair[1], pair[2]))
    taken: dict[int, TimelineRow] = {}
    used: set[int] = set()
    for _, line, other in pairs:
        if line not in taken and other not in used:
            taken[line] = given[other][0]
            used.add(other)
    asked = [(n, r, e) for n, (r, e, _) in enumerate(wanted) if not e.optional]
    found = [(taken[n], f"{r}: {e.quote}", e) for n, r, e in asked if n in taken]
    told = [n for n, (_, place) in enumerate(given) if place.report in ground.sheet.complete]
    return [
        Tally(
            kind="events",
            found=len(found),
            wanted=len(asked),
            right=sum(n in used for n in told),
            given=len(told),
            missed=tuple(f"{r}: {'/'.join(several(e.type))} {e.quote}" for n, r, e in asked if n not in taken),
            wrong=tuple(f"{given[n][1].report}: {_shown(given[n][0])}" for n in told if n not in used),
        ),
        share(
            "event agents",
            [
                (ground.is_actor(row.agent, several(e.agent)), f"{name}: {[ref.name for ref in row.agent]}")
                for row, name, e in found
                if e.agent
            ],
        ),
        share("event modes", [(row.mode in several(e.mode), f"{name}: {row.mode}") for row, name, e in found]),
        share(
            "event days", [(_right_day(row, e), f"{name}: {row.begin} to {row.end}") for row, name, e in found if e.day]
        ),
    ]


def _right_day(row: TimelineRow, event: Event) -> bool:
    """Whether the row's days meet the sheet's; a row that could be any day says nothing."""
    return row.begin is not None and row.end is not None and row.interval.meets(days(event.day))


def _shown(row: TimelineRow) -> str:
    return f"{row.type} {row.mode} {[ref.name for ref in row.agent]} {row.text[:90]}"
