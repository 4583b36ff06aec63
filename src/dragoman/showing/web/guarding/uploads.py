"""Files that a browser sends, taken apart within limits: their number, size and kind. Nothing is written here."""

import re
from email import policy
from email.message import Message
from email.parser import BytesParser
from pathlib import PurePosixPath, PureWindowsPath

from dragoman.records.base import Frozen
from dragoman.showing.plain import one_line
from dragoman.showing.web.guarding.forms import Form
from dragoman.showing.web.saying import Says
from dragoman.showing.web.trouble import RefusedError

LARGEST_UPLOAD = 8 * 1024 * 1024  # bytes of all that is sent at once
MOST_FILES = 50
LONGEST_NAME = 120
# What a browser may bring: texts as they are. What unpacks to more than was sent is for the command line.
KINDS = (".txt", ".html", ".htm", ".json", ".jsonl")
KIND = "multipart/form-data"
_UNFIT = re.compile(r"[^\w.() ,+-]")


class Sent(Frozen, frozen=True, kw_only=True):
    """A file that was sent: a name that leads nowhere, and its bytes."""

    name: str
    body: bytes


def taken_apart(kind: str, body: bytes) -> tuple[Form, tuple[Sent, ...]]:
    """The fields and files of a form. Raises RefusedError for what is none, and for files that are not taken."""
    if kind.partition(";")[0].strip().lower() != KIND or "boundary=" not in kind.lower() or "\n" in kind:
        raise RefusedError(415, Says.NO_UPLOAD)
    head = f"Content-Type: {kind}\r\nMIME-Version: 1.0\r\n\r\n".encode("latin-1", "replace")
    whole = BytesParser(policy=policy.HTTP).parsebytes(head + body)
    parts = list(whole.iter_parts()) if whole.is_multipart() else []
    if not parts or whole.defects:
        raise RefusedError(400, Says.BAD_FORM)
    fields = [(_field(part), _bytes(part).decode("utf-8", "replace")) for part in parts if part.get_filename() is None]
    files = [part for part in parts if part.get_filename()]
    if len(files) > MOST_FILES:
        raise RefusedError(413, Says.MANY_FILES.format(count=len(files), limit=MOST_FILES))
    return Form(fields), _told_apart([Sent(name=_name(part), body=_bytes(part)) for part in files])


def _field(part: Message) -> str:
    return str(part.get_param("name", "", header="content-disposition"))


def _bytes(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _name(part: Message) -> str:
    """The file's own name without the folders before it. Raises RefusedError for a kind that is not taken."""
    given = PureWindowsPath(PurePosixPath(str(part.get_filename())).name).name
    name = _UNFIT.sub("_", one_line(given)).lstrip(".")[-LONGEST_NAME:]
    if not name.lower().endswith(KINDS):
        raise RefusedError(415, Says.NO_KIND.format(name=given[:80], known=", ".join(KINDS)))
    return name


def _told_apart(files: list[Sent]) -> tuple[Sent, ...]:
    """Two files of one name get two."""
    seen: dict[str, int] = {}
    made = []
    for file in files:
        count = seen[file.name] = seen.get(file.name, 0) + 1
        made.append(file if count == 1 else file.but(name=f"{count}-{file.name}"))
    return tuple(made)
