"""Forms: read within limits, and only if they came out of one of our own pages."""

from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

from dragoman.showing.web.guarding.sessions import Sessions
from dragoman.showing.web.saying import Says
from dragoman.showing.web.trouble import RefusedError

TOKEN = "form_token"
HEADER = "x-form-token"
MOST_FIELDS = 3000
FORM = "application/x-www-form-urlencoded"


class Form:
    """The fields of a form, each maybe several times."""

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        self._fields = fields

    def one(self, name: str) -> str:
        """The last value of a field; "" where there is none."""
        return next((value for key, value in reversed(self._fields) if key == name), "")

    def every(self, name: str) -> tuple[str, ...]:
        """All values of a field, in order, none twice."""
        return tuple(dict.fromkeys(value for key, value in self._fields if key == name and value))


async def posted(request: Request, sessions: Sessions) -> Form:
    """The form that was posted. Raises RefusedError for what is none, and for one that another site forged."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != FORM:
        raise RefusedError(415, Says.NO_FORM)
    body = await request.body()
    try:
        form = Form(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        raise RefusedError(400, Says.BAD_FORM) from None
    check_form(request, sessions, form)
    return form


def check_form(request: Request, sessions: Sessions, form: Form) -> None:
    """Raise RefusedError for a form that did not come out of one of this visitor's pages."""
    check_origin(request)
    session = sessions.of(request)
    if session is None or not sessions.is_form_token(session, form.one(TOKEN) or request.headers.get(HEADER, "")):
        raise RefusedError(403, Says.OLD_FORM)


def check_origin(request: Request) -> None:
    """Raise RefusedError for a request that a browser says another site made."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    other = origin is not None and urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower()
    if other or site not in ("same-origin", "none"):
        raise RefusedError(403, Says.OTHER_SITE)
