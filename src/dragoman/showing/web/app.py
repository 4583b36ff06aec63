"""The application: which address gives which page, and what stands before them."""

import functools
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from dragoman.records.errors import DossierError, DragomanError
from dragoman.showing.web.asking import View, view_of
from dragoman.showing.web.assets import assets, kind
from dragoman.showing.web.correcting import correcting
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.entering import entering, may_come_in
from dragoman.showing.web.guarding.guard import Guard
from dragoman.showing.web.interface import interface
from dragoman.showing.web.pages import FIRST, OF_ALL, PAGES
from dragoman.showing.web.saying import Says
from dragoman.showing.web.settings import Settings
from dragoman.showing.web.site import Asked, Made, PageMaker, Site, being_made
from dragoman.showing.web.trouble import TITLES, RefusedError, is_api
from dragoman.showing.web.uploading import uploading

T = TypeVar("T")
LOG = logging.getLogger("dragoman.web")


def application(settings: Settings) -> ASGIApp:
    """The ASGI application that serves one dossier."""
    site = Site(settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        site.waiting.close()
        site.desk.close()

    routes = [
        Route("/static/{name}", _static, methods=["GET"]),
        *(Route(path, _page(site, maker), methods=["GET"]) for path, maker in PAGES.items()),
        *entering(site),
        *correcting(site),
        *uploading(site),
        *interface(site),
    ]
    handlers = {
        RefusedError: _refused(site),
        DragomanError: _dragoman_error(site),
        HTTPException: _http_error(site),
        Exception: _our_fault(site),
    }
    app = Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan)
    app.router.redirect_slashes = False
    return Guard(app, settings)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    body = assets().get(name)
    if body is None:
        raise RefusedError(404, Says.NO_PAGE)
    return Response(body, media_type=kind(name), headers={"cache-control": "public, max-age=31536000, immutable"})


def _page(site: Site, maker: PageMaker) -> Callable[[Request], Awaitable[Response]]:
    plain = Asked(view=View(), path={}, query={})
    first = [functools.partial(_made, one, plain) for one in FIRST]

    def answer(request: Request) -> Response:
        query = dict(request.query_params)
        view = view_of(query)
        with site.desk.now() as moment:
            site.waiting.prepare(moment, first)
            asked = Asked(view=view, path=dict(request.path_params), query=query)
            if request.url.path in OF_ALL or view.is_sought:
                key = (request.url.path, tuple(sorted(query.items())))
                made = site.waiting.ask(moment, key, functools.partial(_made, maker, asked)) or being_made(moment)
            else:
                made = maker(moment, asked)
            return site.answer(request, moment, view, made)

    async def page(request: Request) -> Response:
        if not may_come_in(site, request):
            return _to_login(request)
        return await run_in_threadpool(answer, request)

    return page


def _made(maker: Callable[[Moment, Asked], T], asked: Asked, moment: Moment) -> T:
    return maker(moment, asked)


def _to_login(request: Request) -> Response:
    if is_api(request.url.path):
        raise RefusedError(401, Says.LOG_IN, {"www-authenticate": "Bearer"})
    response = RedirectResponse("/login", 303)
    if request.headers.get("hx-request") == "true":
        response = Response(status_code=204, headers={"hx-redirect": "/login"})  # type: ignore[assignment]
    return response


Handler = Callable[[Request, Exception], Awaitable[Response]]


def _told(site: Site, request: Request, status: int, message: str, headers: dict[str, str]) -> Response:
    if is_api(request.url.path):
        return JSONResponse({"error": message}, status, headers)
    made = Made(
        template="trouble.html", title=TITLES.get(status, "Not possible"), filled={"message": message}, status=status
    )
    response = site.answer(request, None, View(), made)
    response.headers.update(headers)
    return response


def _refused(site: Site) -> Handler:
    async def handle(request: Request, error: Exception) -> Response:
        assert isinstance(error, RefusedError)
        return _told(site, request, error.status, error.message, error.headers)

    return handle


def _dragoman_error(site: Site) -> Handler:
    async def handle(request: Request, error: Exception) -> Response:
        status = 503 if isinstance(error, DossierError) and "/report/" not in request.url.path else 404
        return _told(site, request, status, str(error), {})

    return handle


def _http_error(site: Site) -> Handler:
    async def handle(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        message = {404: Says.NO_PAGE, 405: Says.NO_METHOD}.get(error.status_code, str(error.detail))
        return _told(site, request, error.status_code, message, dict(error.headers or {}))

    return handle


def _our_fault(site: Site) -> Handler:
    async def handle(request: Request, error: Exception) -> Response:
        LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
        return _told(site, request, 500, Says.OUR_FAULT, {})

    return handle
