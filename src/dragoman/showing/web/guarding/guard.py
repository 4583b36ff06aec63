"""The outermost layer: refuses what is not for this server or too large, and puts the headers on every answer."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.showing.web.guarding.headers import HEADERS
from dragoman.showing.web.guarding.uploads import LARGEST_UPLOAD
from dragoman.showing.web.saying import Says
from dragoman.showing.web.settings import Settings, is_known_host
from dragoman.showing.web.trouble import RefusedError, refusal

LARGEST_BODY = 256 * 1024  # bytes: a thousand rows confirmed at once are 40 kB
UPLOADS = "/upload"  # where larger bodies are taken
LONGEST_QUERY = 8 * 1024


class Guard:
    """Wraps the whole application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        read, largest = 0, _largest(scope)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for key, value in HEADERS:
                    answer[key] = value
                answer.setdefault("cache-control", "private, no-cache")
            await send(message)

        async def receiving() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > largest:
                raise RefusedError(413, Says.TOO_LARGE.format(limit=largest // 1024))
            return message

        refused = self._refused(scope, headers)
        if refused is not None:
            await refusal(scope, *refused)(scope, receive, sending)
            return
        await self._app(scope, receiving, sending)

    def _refused(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not is_known_host(hosts[0], self._settings.names):
            return 421, Says.OTHER_HOST
        if len(scope.get("query_string", b"")) > LONGEST_QUERY:
            return 414, Says.LONG_QUERY
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > _largest(scope):
            return 413, Says.TOO_LARGE.format(limit=_largest(scope) // 1024)
        return None


def _largest(scope: Scope) -> int:
    """How many bytes a request may bring."""
    return LARGEST_UPLOAD if scope["path"] == UPLOADS and scope["method"] == "POST" else LARGEST_BODY
