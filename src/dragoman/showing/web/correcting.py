"""Corrections in place: each goes into the journal with who and when.

A line that somebody else has corrected since it was shown is left as it is and shown again.
"""

import threading
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dragoman.records.base import Frozen
from dragoman.records.journal import Entry, EntryKind
from dragoman.records.reading import Polarity, Sourcing
from dragoman.records.rows.evidence import Row
from dragoman.records.rows.happenings import ConflictStrength
from dragoman.records.rows.reports import Relevance
from dragoman.records.rows.voices import Reliability
from dragoman.showing.plain import one_line
from dragoman.showing.web.asking import LONGEST, View, choice, number, word
from dragoman.showing.web.entering import may_come_in, within
from dragoman.showing.web.guarding.forms import Form, posted
from dragoman.showing.web.saying import Says
from dragoman.showing.web.site import Made, Site
from dragoman.showing.web.stamps import letter_of, stamp
from dragoman.showing.web.trouble import RefusedError
from dragoman.workbench import Dossier

ACTIONS = {
    kind.value: kind
    for kind in (
        EntryKind.CONFIRM,
        EntryKind.REJECT,
        EntryKind.RELEVANCE,
        EntryKind.SET_DATE,
        EntryKind.RENAME_ACTOR,
        EntryKind.MERGE_ACTORS,
        EntryKind.SPLIT_ACTOR,
        EntryKind.ADD_STATEMENT,
        EntryKind.GRADE,
        EntryKind.MARK_CONFLICT,
        EntryKind.UNMARK_CONFLICT,
    )
}
WHOLE = (EntryKind.MERGE_ACTORS, EntryKind.MARK_CONFLICT)  # said of all rows or of none
MOST_ROWS = 1000
LONGEST_REASON = 2000
LONGEST_PART = 10_000  # characters of a part of a statement
_TURN = threading.Lock()  # who corrects first is who comes first


class Wanted(Frozen, frozen=True, kw_only=True):
    """A correction as a form asks for it."""

    kind: EntryKind
    rows: tuple[tuple[str, str], ...]  # ids with what was seen of them
    others: tuple[str, ...] = ()  # ids that were given without having been seen
    reason: str | None
    value: dict[str, Any]
    back: str


class Left(Frozen, frozen=True, kw_only=True):
    """Rows that were left as they are because somebody corrected them meanwhile, and what is to be seen of them now."""

    rows: tuple[tuple[str, Row], ...]
    stamps: dict[str, str] = {}


def correcting(site: Site) -> list[Route]:
    """The addresses that take corrections."""

    async def correct(request: Request) -> Response:
        form = await _allowed(site, request)
        wanted = _wanted(form)
        return await run_in_threadpool(_correct, site, request, wanted)

    async def undo(request: Request) -> Response:
        form = await _allowed(site, request)
        entry = number(request.path_params, "number", 0)
        by = site.sessions.who(request)
        done = await run_in_threadpool(_undo, site, entry, by, _reason(form))
        return _back(form.one("back"), done)

    return [
        Route("/correct", correct, methods=["POST"]),
        Route("/undo/{number}", undo, methods=["POST"]),
    ]


async def _allowed(site: Site, request: Request) -> Form:
    if not may_come_in(site, request):
        raise RefusedError(401, Says.LOG_IN)
    form = await posted(request, site.sessions)
    if site.settings.read_only:
        raise RefusedError(403, Says.READ_ONLY)
    return form


def _wanted(form: Form) -> Wanted:
    """The correction that a form asks for: of one row whose button was pressed, or of all that are ticked."""
    one = form.one("one").partition(":")
    action = one[0] or form.one("action")
    if action not in ACTIONS:
        raise RefusedError(400, Says.NO_ACTION)
    ticked = (one[2],) if one[2] else form.every("row")[: MOST_ROWS + 1]
    if not ticked:
        raise RefusedError(400, Says.NOTHING_CHOSEN)
    if len(ticked) > MOST_ROWS:
        raise RefusedError(413, Says.TOO_MANY.format(count=len(ticked), limit=MOST_ROWS))
    kind = ACTIONS[action]
    rows = tuple((name, seen) for name, _, seen in (row.partition("~") for row in ticked))
    other = one_line(word({"other": form.one("other")}, "other") or "") if kind is EntryKind.MARK_CONFLICT else ""

    def given(name: str) -> Any:
        return form.every(name) if name == "names" else form.one(name)

    return Wanted(
        kind=kind,
        rows=rows,
        others=(other,) if other else (),
        reason=_reason(form),
        value=value_of(kind, given),
        back=within(form.one("back")),
    )


def value_of(kind: EntryKind, given: Any) -> dict[str, Any]:
    """What a kind of correction needs besides its rows; `given` gives a field by its name."""
    if kind is EntryKind.SPLIT_ACTOR:
        names = given("names") or []
        if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
            raise RefusedError(400, Says.NO_NAMES)
        return {"names": [name[:LONGEST_PART] for name in names[:MOST_ROWS]]}
    if kind is EntryKind.ADD_STATEMENT:
        parts = {name: str(given(name) or "")[:LONGEST_PART] for name in ("content", "source", "cue")}
        sourcing = str(given("sourcing") or "")
        return {
            **parts,
            "polarity": choice(str(given("polarity") or Polarity.ASSERTS), "polarity", Polarity),
            "sourcing": choice(sourcing, "sourcing", Sourcing) if sourcing else None,
        }
    if kind is EntryKind.GRADE:
        return {"grade": choice(str(given("grade") or ""), "grade", Reliability)}
    if kind is EntryKind.MARK_CONFLICT:
        strength = str(given("strength") or ConflictStrength.CONTRADICTS)
        return {"strength": choice(strength, "strength", ConflictStrength)}
    if kind is EntryKind.RELEVANCE:
        return {"relevance": choice(str(given("relevance") or ""), "relevance", Relevance)}
    if kind is EntryKind.SET_DATE:
        return {"date": one_line(str(given("date") or ""))[:40]}
    if kind is EntryKind.RENAME_ACTOR:
        name = one_line(word({"name": str(given("name") or "")}, "name") or "")
        if not name:
            raise RefusedError(400, Says.NO_NEW_NAME)
        return {"name": name[:LONGEST]}
    return {}


def _reason(form: Form) -> str | None:
    return one_line(form.one("reason")[:LONGEST_REASON]) or None


def _correct(site: Site, request: Request, wanted: Wanted) -> Response:
    with _TURN:
        entry, left = enter(site, wanted, site.sessions.who(request))
    if left.rows:
        with site.desk.now(fresh=True) as moment:
            message = Says.CHANGED.format(count=len(left.rows))
            filled = {
                "entry": entry,
                "left": left.rows,
                "stamps": left.stamps,
                "wanted": wanted,
                "moment": moment,
                "message": message,
            }
            made = Made(template="meanwhile.html", title="Changed in the meantime", filled=filled, status=409)
            return site.answer(request, moment, View(), made)
    assert entry is not None
    gone = wanted.kind is EntryKind.UNMARK_CONFLICT and wanted.back.startswith("/row/")  # the page of what is none
    return _back("/conflicts" if gone else wanted.back, entry)


def enter(site: Site, wanted: Wanted, by: str) -> tuple[Entry | None, Left]:
    """Put a correction of the rows that are still as they were seen into the journal; the others are given back."""
    with Dossier.open(site.settings.path, create=False) as dossier:
        left, stamps = [], {}
        grades = {one.id: one for one in dossier.grades()} if wanted.kind is EntryKind.GRADE else {}
        for name, seen in wanted.rows:
            shown = dossier.show(name)
            more = (letter_of(shown.row, grades),) if wanted.kind is EntryKind.GRADE else ()
            stamps[shown.row.id] = stamp(shown.row, *more)
            if stamps[shown.row.id] != seen:
                left.append((name, shown))
        names = {name for name, _ in left}
        ids = (*(name for name, _ in wanted.rows if name not in names), *wanted.others)
        if len(ids) == len(wanted.others) or (left and wanted.kind in WHOLE):
            return None, Left(rows=tuple((shown.kind, shown.row) for _, shown in left), stamps=stamps)
        entry = dossier.correct(wanted.kind, ids, by=by, reason=wanted.reason, value=wanted.value)
    _catch_up(site)
    return entry, Left(rows=tuple((shown.kind, shown.row) for _, shown in left), stamps=stamps)


def _undo(site: Site, entry: int, by: str, reason: str | None) -> Entry:
    with _TURN:
        with Dossier.open(site.settings.path, create=False) as dossier:
            done = dossier.undo(entry, by=by, reason=reason)
        _catch_up(site)
    return done


def _catch_up(site: Site) -> None:
    """Make sure that the next page shows what was just written."""
    with site.desk.now(fresh=True):
        pass


def _back(address: str, entry: Entry) -> Response:
    """Back to where the correction was made, told that it is done."""
    path, mark, place = within(address).partition("#")
    path, _, query = path.partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith("done=")]
    return RedirectResponse(f"{path}?{'&'.join([*kept, f'done={entry.number}'])}{mark}{place}", 303)
