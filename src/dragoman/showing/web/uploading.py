"""Reports brought in through the browser: read like files on the command line, then gone from the disk."""

import tempfile
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman.showing.plain import one_line
from dragoman.showing.web.asking import LONGEST, View, day
from dragoman.showing.web.entering import may_come_in
from dragoman.showing.web.guarding.forms import check_form
from dragoman.showing.web.guarding.uploads import KINDS, LARGEST_UPLOAD, MOST_FILES, Sent, taken_apart
from dragoman.showing.web.saying import Says
from dragoman.showing.web.site import Made, Site
from dragoman.showing.web.trouble import RefusedError
from dragoman.workbench import Dossier, ReadResult

MOST_TOLD = 100  # failures and warnings


def uploading(site: Site) -> list[Route]:
    """The address that takes reports, and its page."""

    async def page(request: Request) -> Response:
        _allowed(site, request)
        return await run_in_threadpool(_page, site, request, None)

    async def take(request: Request) -> Response:
        _allowed(site, request)
        form, files = taken_apart(request.headers.get("content-type", ""), await request.body())
        check_form(request, site.sessions, form)
        if not files or not any(file.body for file in files):
            raise RefusedError(400, Says.NO_FILES)
        published = day({"published": form.one("published")}, "published")
        outlet = one_line(form.one("outlet"))[:LONGEST] or None
        result = await run_in_threadpool(_read, site, files, str(published) if published else None, outlet)
        return await run_in_threadpool(_page, site, request, result)

    return [Route("/upload", page, methods=["GET"]), Route("/upload", take, methods=["POST"])]


def _allowed(site: Site, request: Request) -> None:
    if not may_come_in(site, request):
        raise RefusedError(401, Says.LOG_IN)
    if site.settings.read_only:
        raise RefusedError(403, Says.READ_ONLY)


def _read(site: Site, files: tuple[Sent, ...], published: str | None, outlet: str | None) -> ReadResult:
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        for file in files:
            (Path(folder) / file.name).write_bytes(file.body)
        with Dossier.open(site.settings.path, create=False) as dossier:
            return dossier.read([folder], published=published, outlet=outlet)


def _page(site: Site, request: Request, result: ReadResult | None) -> Response:
    with site.desk.now(fresh=result is not None) as moment:
        filled = {
            "result": result,
            "kinds": KINDS,
            "most_files": MOST_FILES,
            "largest": LARGEST_UPLOAD // 1024 // 1024,
            "most": MOST_TOLD,
            "moment": moment,
        }
        return site.answer(request, moment, View(), Made(template="upload.html", title="Add reports", filled=filled))
