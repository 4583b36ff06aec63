"""What the pages of one server share, and how an answer is made of what a page gives."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dragoman.records.base import Frozen
from dragoman.showing import words
from dragoman.showing.web.asking import View
from dragoman.showing.web.desk import Desk, Moment
from dragoman.showing.web.guarding.passwords import Attempts
from dragoman.showing.web.guarding.sessions import Sessions
from dragoman.showing.web.saying import Says
from dragoman.showing.web.settings import Settings
from dragoman.showing.web.templating import environment
from dragoman.showing.web.waiting import Waiting

STATE = "x-record"  # the header that tells by which state of the dossier an answer was made


class Made(Frozen, frozen=True, kw_only=True, gc=True):
    """What a page shows: its template and what that is filled with, which may be anything."""

    template: str
    title: str
    filled: dict[str, Any]
    status: int = 200
    download: str | None = None  # the address below /api/ that gives the same as data
    download_csv: bool = True


class Asked(Frozen, frozen=True, kw_only=True):
    """What a page is made from."""

    view: View
    path: dict[str, str]
    query: dict[str, str]


PageMaker = Callable[[Moment, Asked], Made]


def being_made(moment: Moment) -> Made:
    """What stands for a page that is not made yet."""
    message = Says.BEING_MADE.format(count=words.count(len(moment.reports), "report"))
    return Made(template="being_made.html", title="Being made", filled={"message": message}, status=202)


class Site:
    """One server's settings, sessions and dossier."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.sessions = Sessions(settings)
        self.attempts = Attempts()
        self.desk = Desk(settings.path, read_only=settings.read_only)
        self.waiting = Waiting(self.desk, settings.patience)
        self._token: bytes | None = None
        self._salt = secrets.token_bytes(32)

    def remember_token(self, token: str) -> None:
        """Keep a digest of the token that was shown: argon2 is slow by design, too slow for every request."""
        self._token = self._digest(token)

    def is_known_token(self, token: str) -> bool:
        """Whether this is the token that was shown before."""
        return self._token is not None and hmac.compare_digest(self._token, self._digest(token))

    def _digest(self, token: str) -> bytes:
        return hmac.digest(self._salt, token.encode("utf-8", "replace"), "sha256")

    def answer(self, request: Request, moment: Moment | None, view: View, made: Made) -> Response:
        """The page, or that it has not changed since the browser asked last."""
        session = self.sessions.of(request)
        given = session or self.sessions.fresh()
        body = (
            environment()
            .get_template(made.template)
            .render(
                **made.filled,
                title=made.title,
                view=view,
                here=request.url.path,
                address=_without_done(request),
                form_token=self.sessions.form_token(given),
                who=self.sessions.who(request),
                settings=self.settings,
                is_in=self.sessions.is_in(session),
                days=self.days(moment) if moment else None,
                dossier=self.settings.path.name,
                download=made.download,
                download_csv=made.download_csv,
                done=_done(request),
                back=_without_done(request),
            )
        )
        tag = f'W/"{hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()[:24]}"'
        if session and made.status == 200 and request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"etag": tag})
        headers = {"etag": tag, "vary": "Cookie"} | ({STATE: moment.version} if moment else {})
        response = HTMLResponse(body.encode("utf-8", "replace"), made.status, headers)
        if session is None:
            self.sessions.give(response, given)
        return response

    @staticmethod
    def days(moment: Moment) -> tuple[str, str] | None:
        """The first and last day that the slider reaches."""

        def make() -> tuple[str, str] | None:
            known = [row.published for row in moment.reports.values()]
            first = min((one.begin for one in known if one.begin), default=None)
            last = max((one.end or one.begin for one in known if one.begin), default=None)
            return (first.isoformat(), last.isoformat()) if first and last else None

        return moment.once("days", make, lasting=True)


def _done(request: Request) -> str | None:
    """The journal's entry that was just made, where the address tells of one."""
    value = request.query_params.get("done", "")
    return value if value.isascii() and value.isdigit() and len(value) < 10 else None


def _without_done(request: Request) -> str:
    """The address of this page, without what was just done."""
    kept = [part for part in request.url.query.split("&") if part and not part.startswith("done=")]
    return request.url.path + (f"?{'&'.join(kept)}" if kept else "")
