"""Sessions: a random name in a cookie. Only sessions that logged in are remembered; they get a new name then."""

import hashlib
import hmac
import re
import secrets
import threading
import time
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from dragoman.showing.plain import one_line
from dragoman.showing.web.settings import Settings

NAME = re.compile(r"[A-Za-z0-9_-]{43}")
LONGEST_NAME = 80  # characters of a person's name
HOURS = 12 * 3600.0  # how long a login lasts
MOST = 10_000  # logins kept at once


class Sessions:
    """The logins of one run of the server, and the tokens that its forms carry."""

    def __init__(self, settings: Settings) -> None:
        self._secret = secrets.token_bytes(32)
        self._settings = settings
        self._logins: dict[str, float] = {}
        self._lock = threading.Lock()
        prefix = "__Host-" if settings.https else ""
        # Cookies are shared by all ports of a host: two servers on one machine must not meet.
        self.cookie = f"{prefix}dragoman-{settings.port}"
        self.who_cookie = f"{prefix}dragoman-who-{settings.port}"

    def of(self, request: Request) -> str | None:
        """The session's name that a request carries, where it is well formed."""
        name = request.cookies.get(self.cookie, "")
        return name if NAME.fullmatch(name) else None

    @staticmethod
    def fresh() -> str:
        """A name that nobody can guess."""
        return secrets.token_urlsafe(32)

    def form_token(self, session: str) -> str:
        """What every form of this session carries: another site cannot know it."""
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()

    def is_form_token(self, session: str, token: str) -> bool:
        """Whether a form came out of this session."""
        return hmac.compare_digest(self.form_token(session).encode(), token.encode("utf-8", "replace"))

    def log_in(self) -> str:
        """A new session that has shown the password: never one whose name a visitor brought along."""
        session = self.fresh()
        with self._lock:
            now = time.monotonic()
            self._logins = {name: end for name, end in self._logins.items() if end > now}
            while len(self._logins) >= MOST:
                self._logins.pop(next(iter(self._logins)))
            self._logins[session] = now + HOURS
        return session

    def log_out(self, session: str) -> None:
        """Forget a login."""
        with self._lock:
            self._logins.pop(session, None)

    def is_in(self, session: str | None) -> bool:
        """Whether a session has shown the password and still may come in."""
        return session is not None and self._logins.get(session, 0.0) > time.monotonic()

    def give(self, response: Response, session: str) -> None:
        """Hand a session to the visitor's browser."""
        self._set(response, self.cookie, session)

    def who(self, request: Request) -> str:
        """Whose name this visitor's corrections carry."""
        given = one_line(unquote(request.cookies.get(self.who_cookie, "")))[:LONGEST_NAME].strip()
        return given or self._settings.by

    def give_who(self, response: Response, name: str) -> None:
        """Keep a visitor's name in the browser."""
        self._set(response, self.who_cookie, quote(name[:LONGEST_NAME], safe=""))

    def _set(self, response: Response, key: str, value: str) -> None:
        response.set_cookie(key, value, path="/", httponly=True, samesite="lax", secure=self._settings.https)
