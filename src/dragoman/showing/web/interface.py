"""The API: the same JSON as the command line, with pages of rows, ETags, and a description of itself."""

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman.records.base import Frozen
from dragoman.showing.brief import brief
from dragoman.showing.brief.pile import latest_day
from dragoman.showing.compare import compare
from dragoman.showing.tables import ROWS, csv_text, json_text
from dragoman.showing.web.asking import address, day, view_of, word
from dragoman.showing.web.choosing import every
from dragoman.showing.web.correcting import ACTIONS, MOST_ROWS, value_of
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.entering import has_token, may_come_in
from dragoman.showing.web.guarding.forms import HEADER, check_origin
from dragoman.showing.web.openapi import description
from dragoman.showing.web.saying import Says
from dragoman.showing.web.site import STATE, Site
from dragoman.showing.web.trouble import RefusedError
from dragoman.workbench import Dossier

TABLES = tuple(name for name in ROWS if name not in ("state", "journal"))
ALL = 10**9
Maker = Callable[[Moment, Request], Any]


class Correction(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a program posts to correct rows."""

    kind: str
    ids: tuple[str, ...]
    by: str
    reason: str | None = None
    value: dict[str, Any] = {}


class Undoing(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a program posts to undo an entry of the journal."""

    number: int
    by: str
    reason: str | None = None


def interface(site: Site) -> list[Route]:
    """The addresses below /api/."""
    told: dict[str, Maker] = {
        "/api/openapi.json": lambda moment, request: description(TABLES),
        "/api/counts": lambda moment, request: moment.dossier.counts(),
        "/api/brief": _brief,
        "/api/compare": _compare,
        "/api/search": _search,
        "/api/show/{id}": lambda moment, request: moment.dossier.show(request.path_params["id"]),
        "/api/report/{id}": lambda moment, request: moment.dossier.report(request.path_params["id"]),
        "/api/reading/{id}": lambda moment, request: moment.dossier.reading(request.path_params["id"]),
    }
    routes = [Route(path, _told(site, maker), methods=["GET"]) for path, maker in told.items()]
    routes.append(Route("/api/corrections", _posting(site, _correct), methods=["POST"]))
    routes.append(Route("/api/undo", _posting(site, _undo), methods=["POST"]))
    routes.append(Route("/api/{table}", _table(site), methods=["GET"]))
    return routes


def _told(site: Site, maker: Maker) -> Callable[[Request], Awaitable[Response]]:
    def answer(request: Request) -> Response:
        with site.desk.now() as moment:
            return _json(request, json_text(maker(moment, request)), {STATE: moment.version})

    return _guarded(site, answer)


def _table(site: Site) -> Callable[[Request], Awaitable[Response]]:
    def answer(request: Request) -> Response:
        table = request.path_params["table"]
        if table not in ROWS:
            raise RefusedError(404, Says.NO_TABLE.format(table=table[:40], known=", ".join(ROWS)))
        query = dict(request.query_params)
        form = query.get("format", "json")
        if form not in ("json", "csv"):
            raise RefusedError(400, Says.NO_CHOICE.format(value=form[:40], name="format", known="json, csv"))
        view = view_of(query, page=ALL)
        limit = view.limit if query.get("limit") else ALL
        with site.desk.now() as moment:
            rows = _rows(moment, table, query)
            part = tuple(rows[view.offset : view.offset + limit])
            headers = {"x-total-count": str(len(rows)), STATE: moment.version}
            if view.offset + limit < len(rows):
                following = address(request.url.path, {**query, "offset": str(view.offset + limit)})
                headers["link"] = f'<{following}>; rel="next"'
            if form == "csv":
                headers["content-disposition"] = f'attachment; filename="{table}.csv"'
                return _sent(request, csv_text(ROWS[table], part), "text/csv", headers)
            if "download" in query:
                headers["content-disposition"] = f'attachment; filename="{table}.json"'
            return _json(request, json_text(part), headers)

    return _guarded(site, answer)


def _rows(moment: Moment, table: str, query: dict[str, str]) -> Sequence[Any]:
    view = view_of(query)
    if table == "journal":
        return moment.dossier.journal()
    if table == "state":
        asked = view.as_of or latest_day(tuple(moment.reports.values()), moment.dossier.timeline())
        return moment.dossier.state(asked, view.filters.but(as_of=None)) if asked else ()
    return every(moment, table, view)


def _brief(moment: Moment, request: Request) -> Any:
    view = view_of(request.query_params)
    since = day(request.query_params, "since")
    return brief(moment.dossier, view.as_of, since, known_by=view.known_by, process=view.process)


def _compare(moment: Moment, request: Request) -> Any:
    first, second = day(request.query_params, "first"), day(request.query_params, "second")
    if first is None or second is None:
        raise RefusedError(400, Says.TWO_DAYS)
    return compare(moment.dossier, first, second, process=word(request.query_params, "process"))


def _search(moment: Moment, request: Request) -> Any:
    words = word(request.query_params, "q")
    found = moment.dossier.search(words, view_of(request.query_params).limit) if words else ()
    return [moment.reports[name] for name in found if name in moment.reports]


def _guarded(site: Site, answer: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    async def guarded(request: Request) -> Response:
        if not may_come_in(site, request):
            raise RefusedError(401, Says.LOG_IN, {"www-authenticate": "Bearer"})
        return await run_in_threadpool(answer, request)

    return guarded


def _posting(site: Site, do: Callable[[Site, bytes], Any]) -> Callable[[Request], Awaitable[Response]]:
    async def post(request: Request) -> Response:
        if not has_token(site, request):
            _check_session(site, request)
        if site.settings.read_only:
            raise RefusedError(403, Says.READ_ONLY)
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            raise RefusedError(415, Says.NO_JSON)
        entry = await run_in_threadpool(do, site, await request.body())
        return Response(json_text(entry), 201, media_type="application/json")

    return post


def _check_session(site: Site, request: Request) -> None:
    """Without the token a program must come from one of our own pages."""
    if not may_come_in(site, request):
        raise RefusedError(401, Says.LOG_IN, {"www-authenticate": "Bearer"})
    check_origin(request)
    session = site.sessions.of(request)
    if session is None or not site.sessions.is_form_token(session, request.headers.get(HEADER, "")):
        raise RefusedError(403, Says.NO_TOKEN)


def _correct(site: Site, body: bytes) -> Any:
    asked = _decoded(body, Correction)
    choice_of = ACTIONS.get(asked.kind)
    if choice_of is None:
        raise RefusedError(400, Says.NO_CHOICE.format(value=asked.kind[:40], name="kind", known=", ".join(ACTIONS)))
    if not asked.by.strip():
        raise RefusedError(400, Says.NO_NAME)
    if not asked.ids or len(asked.ids) > MOST_ROWS:
        raise RefusedError(400, Says.NOTHING_CHOSEN)
    value = value_of(choice_of, asked.value.get)
    with Dossier.open(site.settings.path, create=False) as dossier:
        return dossier.correct(choice_of, asked.ids, by=asked.by[:80], reason=asked.reason, value=value)


def _undo(site: Site, body: bytes) -> Any:
    asked = _decoded(body, Undoing)
    if not asked.by.strip():
        raise RefusedError(400, Says.NO_NAME)
    with Dossier.open(site.settings.path, create=False) as dossier:
        return dossier.undo(asked.number, by=asked.by[:80], reason=asked.reason)


def _decoded(body: bytes, kind: Any) -> Any:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RefusedError(400, Says.BAD_JSON.format(detail=error)) from None


def _json(request: Request, text: str, headers: dict[str, str] | None = None) -> Response:
    return _sent(request, text, "application/json", headers or {})


def _sent(request: Request, text: str, media: str, headers: dict[str, str]) -> Response:
    body = text.encode("utf-8", "replace")
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"etag": tag})
    return Response(body, media_type=media, headers={"etag": tag, **headers})
