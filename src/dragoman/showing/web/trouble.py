"""Refusals: as a page for people, as JSON for programs."""

from html import escape

from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Scope

TITLES = {
    400: "That cannot be asked so",
    401: "Log in first",
    403: "Not done",
    404: "Not found",
    405: "Not possible here",
    409: "Changed in the meantime",
    413: "Too large",
    414: "Too long",
    415: "Not taken",
    421: "Wrong name",
    429: "Too many attempts",
    500: "Something failed",
    503: "The dossier cannot be opened",
}


class RefusedError(Exception):
    """A request that is answered with a message."""

    def __init__(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = headers or {}


def is_api(path: str) -> bool:
    """Whether a program asks."""
    return path.startswith("/api/")


def refusal(scope: Scope, status: int, message: str) -> Response:
    """A refusal that needs nothing but its words: said before anything of the application is asked."""
    if is_api(scope.get("path", "")):
        return JSONResponse({"error": message}, status)
    title = TITLES.get(status, "Not possible")
    return HTMLResponse(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        f"<main><h1>{title}</h1><p>{escape(message)}</p></main></html>",
        status,
    )
