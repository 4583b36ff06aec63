"""Statements and their origins: who says what, and what of it came from one place."""

from collections.abc import Iterator, Mapping

from dragoman.reconciling.amending import added_id
from dragoman.reconciling.blocks import NOTHING, Components, Derived, Entry, Mark, Reader, Sharing, Stage
from dragoman.reconciling.origins import by_chance, origin_row, outlet_unit, stands_alone, unit_of
from dragoman.reconciling.passages import enough, numbers, shingles
from dragoman.reconciling.review import stands
from dragoman.reconciling.stages.views import ActorsAt, PileAt, ReviewsAt, told_item
from dragoman.reconciling.stances import offers_of, stances_of
from dragoman.reconciling.voices import Voice, checked, statement_row, voices_of
from dragoman.reconciling.words_of import GradedHere
from dragoman.records.span import Span

PASSAGES = "passage"
Voices = tuple[Voice, ...]


def _voices(report: str, at: Reader) -> Derived:
    """The statements of a report."""
    if at.value("sheet", report) is None:
        return NOTHING
    said = tuple(voices_of(told_item(at, report), ActorsAt(at)))
    marks = ((voice, numbers(shingles(voice.words))) for voice in said)
    return Derived(
        said,
        entries=tuple(Entry("unit_of", voice.id, unit_of(voice)) for voice in said),
        marks=tuple(Mark(PASSAGES, v.id, report, int(v.attribution is None), found) for v, found in marks if found),
    )


def _units(report: str, at: Reader) -> Derived:
    """What of a report has one origin by itself, and with what of other reports it is tied."""
    said: Voices = at.value("voices", report) or ()
    pile = PileAt(at)
    units: dict[str, list[str]] = {}
    for voice in said:
        units.setdefault(unit_of(voice), []).append(voice.id)
    ties: dict[str, set[str]] = {}
    first = at.value("copy", report)
    own = outlet_unit(report)
    pairs = at.pairs(PASSAGES, report, [voice.id for voice in said])
    for voice in said:
        for other in pairs.get(voice.id, ()):
            ((where, unit),) = at.members("unit_of", other)
            theirs = next(one for one in at.value("voices", where) if one.id == other)
            if by_chance(voice, theirs, pile):
                continue
            if (first or report) == (at.value("copy", where) or where):
                ties.setdefault(unit_of(voice), set()).add(unit)
                continue
            # What two reports share has one origin; what else its source says in either has not.
            mine = voice.id if stands_alone(voice) else unit_of(voice)
            if mine == voice.id and voice.id not in units:
                units[unit_of(voice)].remove(voice.id)
                units[voice.id] = [voice.id]
            ties.setdefault(mine, set()).add(other if stands_alone(theirs) else unit)
    for mine, theirs in _repeated(said, first, at):
        ties.setdefault(mine, set()).add(theirs)
        ties.setdefault(theirs, set()).add(mine)
    if first is not None and own in units:
        ties.setdefault(own, set()).add(outlet_unit(first))
        ties.setdefault(outlet_unit(first), set()).add(own)
        units.setdefault(outlet_unit(first), [])
    return Derived(
        entries=(
            *(Entry("unit", unit, tuple(found)) for unit, found in sorted(units.items())),
            *(Entry("tie", unit, tuple(sorted(others))) for unit, others in sorted(ties.items())),
        )
    )


def _repeated(said: Voices, first: str | None, at: Reader) -> Iterator[tuple[str, str]]:
    """What a copy has of somebody unnamed in the very words of the report that it repeats, and what that is there.

    However few the words are, and however many copies there are.
    """
    theirs: Voices = (at.value("voices", first) or ()) if first else ()
    known = {(voice.words, voice.actor is None): unit_of(voice) for voice in theirs if not stands_alone(voice)}
    for voice in said:
        unit = None if stands_alone(voice) else known.get((voice.words, voice.actor is None))
        if unit is not None:
            yield unit_of(voice), unit


def _origin(root: str, at: Reader) -> Derived:
    """One origin, with all statements that come from it."""
    ids: dict[str, set[str]] = {}
    for unit, _ in at.members("origin_part", root):
        for report, members in at.members("unit", unit):
            ids.setdefault(report, set()).update(members)
    said = [v for report in sorted(ids) for v in at.value("voices", report) or () if v.id in ids[report]]
    if not said:
        return NOTHING
    copies = {report for report in ids if at.value("copy", report) is not None}
    row = origin_row(PileAt(at), said, copies)
    (marked,) = ReviewsAt(at).mark("origins", (row,))
    places = {(e.report, Span(e.start, e.end)) for e in row.evidence}
    grades = tuple(
        one
        for report in sorted({report for report, _ in places})
        for one in at.word(report).grades
        if one.kind == "origins" and (report, one.span) in places
    )
    graded = (Entry("graded", f"origin {row.id}", grades),) if grades else ()
    sourced = (Entry("sourced", voice.id, row.id) for voice in said)
    return Derived(entries=(*sourced, *graded), rows=(("origins", marked),))


def _statements(report: str, at: Reader) -> Derived:
    """The statements that no person rejected, and the rows of all."""
    said: Voices = at.value("voices", report) or ()
    if not said:
        return NOTHING
    item, actors = PileAt(at)[report], ActorsAt(at)
    origins = {voice.id: str(origin) for voice in said for _, origin in at.members("sourced", voice.id)}
    added = {added_id(one): one for one in at.word(report).added}
    rows = tuple(statement_row(voice, item, actors, origins.get(voice.id), added.get(voice.id)) for voice in said)
    rows = ReviewsAt(at).mark("statements", rows)
    rows = tuple(checked(row, added.get(row.id)) for row in rows)
    rejected = {row.id for row in rows if not stands(row)}
    playing = sorted({row.actor.id for row in rows if row.actor})
    return Derived(
        tuple(voice for voice in said if voice.id not in rejected),
        entries=tuple(Entry("plays", actor) for actor in playing),
        rows=tuple(("statements", row) for row in rows),
    )


def standing(report: str, at: Reader) -> Mapping[str, Voice]:
    """The statements of a report that no person rejected, by id."""
    return {voice.id: voice for voice in at.value("standing", report) or ()}


def _stances(report: str, at: Reader) -> Derived:
    if at.value("sheet", report) is None:
        return NOTHING
    item = told_item(at, report)
    if not item.reading.stances:
        return NOTHING
    return Derived(rows=tuple(("stances", one) for one in stances_of(item, ActorsAt(at), standing(report, at))))


def _offers(report: str, at: Reader) -> Derived:
    if at.value("sheet", report) is None:
        return NOTHING
    item = told_item(at, report)
    if not item.reading.offers:
        return NOTHING
    return Derived(rows=tuple(("offers", one) for one in offers_of(item, ActorsAt(at), standing(report, at))))


STAGES = (
    Stage("voices", _voices, type=Voices, payloads={"unit_of": str}),
    Sharing("passages", PASSAGES, enough),
    Stage("units", _units, payloads={"unit": tuple[str, ...], "tie": tuple[str, ...]}),
    Components("origin_part", units="unit", ties="tie"),
    Stage("origin", _origin, over="origin_part", payloads={"sourced": str, "graded": tuple[GradedHere, ...]}),
    Stage("standing", _statements, type=Voices, payloads={"plays": None}),
    Stage("stances", _stances),
    Stage("offers", _offers),
)
