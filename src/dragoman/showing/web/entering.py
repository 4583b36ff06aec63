"""Coming in: the login page, logging out, giving one's name; and whether a request may see anything."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dragoman.showing.plain import one_line
from dragoman.showing.web.asking import View
from dragoman.showing.web.guarding.forms import posted
from dragoman.showing.web.guarding.passwords import matches
from dragoman.showing.web.guarding.sessions import LONGEST_NAME
from dragoman.showing.web.saying import Says
from dragoman.showing.web.site import Made, Site
from dragoman.showing.web.trouble import RefusedError

BEARER = "bearer "


def may_come_in(site: Site, request: Request) -> bool:
    """Whether a request has shown the password or token, or none is asked for."""
    if not site.settings.is_guarded:
        return True
    return site.sessions.is_in(site.sessions.of(request)) or has_token(site, request)


def has_token(site: Site, request: Request) -> bool:
    """Whether a program has shown the token. Raises RefusedError where it has tried too often."""
    given = request.headers.get("authorization", "")
    if not given.lower().startswith(BEARER):
        return False
    token = given[len(BEARER) :].strip()
    if site.is_known_token(token):
        return True
    address = _address(request)
    _wait(site, address)
    if matches(token, site.settings.token_hash):
        site.remember_token(token)
        return True
    site.attempts.fail(address)
    return False


def entering(site: Site) -> list[Route]:
    """The addresses of coming and going."""

    async def show(request: Request) -> Response:
        return _login_page(site, request)

    async def log_in(request: Request) -> Response:
        form = await posted(request, site.sessions)
        address = _address(request)
        _wait(site, address)
        secret = form.one("password")
        known = await run_in_threadpool(_is_known, site, secret)
        if not known:
            site.attempts.fail(address)
            return _login_page(site, request, Says.WRONG, 403)
        response = RedirectResponse("/", 303)
        site.sessions.give(response, site.sessions.log_in())
        name = one_line(form.one("name"))[:LONGEST_NAME].strip()
        if name:
            site.sessions.give_who(response, name)
        return response

    async def log_out(request: Request) -> Response:
        await posted(request, site.sessions)
        site.sessions.log_out(site.sessions.of(request) or "")
        response = RedirectResponse("/login" if site.settings.is_guarded else "/", 303)
        site.sessions.give(response, site.sessions.fresh())
        return response

    async def name_oneself(request: Request) -> Response:
        if not may_come_in(site, request):
            raise RefusedError(401, Says.LOG_IN)
        form = await posted(request, site.sessions)
        name = one_line(form.one("name"))[:LONGEST_NAME].strip()
        if not name:
            raise RefusedError(400, Says.NO_NAME)
        response = RedirectResponse(within(form.one("back")), 303)
        site.sessions.give_who(response, name)
        return response

    return [
        Route("/login", show, methods=["GET"]),
        Route("/login", log_in, methods=["POST"]),
        Route("/logout", log_out, methods=["POST"]),
        Route("/name", name_oneself, methods=["POST"]),
    ]


def within(address: str) -> str:
    """An address of this site to go back to; the first page for every other."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_ours and "\\" not in address else "/"


def _is_known(site: Site, secret: str) -> bool:
    return matches(secret, site.settings.password_hash) or matches(secret, site.settings.token_hash)


def _login_page(site: Site, request: Request, message: str | None = None, status: int = 200) -> Response:
    made = Made(template="login.html", title="Log in", filled={"message": message}, status=status)
    return site.answer(request, None, View(), made)


def _address(request: Request) -> str:
    return request.client.host if request.client else "?"


def _wait(site: Site, address: str) -> None:
    seconds = site.attempts.wait(address)
    if seconds:
        raise RefusedError(429, Says.WAIT.format(seconds=seconds), {"retry-after": str(seconds)})
