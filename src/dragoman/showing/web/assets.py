"""The files that pages load: all of this package, each with its digest in its address, so that browsers keep them."""

import hashlib
from functools import cache
from importlib.resources import files

TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".txt": "text/plain"}


@cache
def assets() -> dict[str, bytes]:
    """Every file by its name. Nothing but these is ever served, whatever an address says."""
    return {
        one.name: one.read_bytes()
        for one in (files("dragoman.showing.web") / "static").iterdir()
        if one.name[one.name.rfind(".") :] in TYPES
    }


def kind(name: str) -> str:
    """The media type of a file."""
    return TYPES[name[name.rfind(".") :]]


@cache
def asset(name: str) -> str:
    """The address of a file."""
    return f"/static/{name}?v={hashlib.sha256(assets()[name]).hexdigest()[:12]}"
