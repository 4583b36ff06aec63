"""One file to its reports: unpacks, decodes, takes apart by form, and names what cannot be read."""

import codecs
import datetime
import gzip
import hashlib
import io
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from dragoman.records.errors import InputError, Reasons
from dragoman.records.report import Report, Source
from dragoman.reports.building import Draft, Given, build
from dragoman.reports.decoding import MAX_BYTES, MAX_CHARACTERS, Decoded, Refused, decode
from dragoman.reports.discovering import GZIPPED, HTML, JSON, JSON_LINES, TEXT, form_suffix
from dragoman.reports.forms.fields import draft_fields
from dragoman.reports.forms.plain import draft_plain
from dragoman.reports.published import Day

_CHUNK = 1 << 20
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class _Part(NamedTuple):
    """The bytes or the JSON value of one report in a file, or why there is none."""

    draft: Draft | Refused
    number: int | None
    sha256: str
    encoding: str | None


def load(
    path: Path,
    *,
    published: Day = None,
    outlet: str | None = None,
    name: str | None = None,
    today: datetime.date | None = None,
) -> Iterator[Report | InputError]:
    """Every report of the file `path`, in its order; what cannot be read comes as an InputError in its place.

    `published` and `outlet` stand in for what the file does not say. `name` is what the file is cited as; by default
    its bare name. The parts of a file that holds several reports are numbered from 1 and cited as `NAME#2`.
    With `today`, a publication after that day is said among the report's warnings.
    """
    name = name if name is not None else path.name
    given = Given(published=published, outlet=outlet, today=today)
    read = 0
    try:
        for part in _parts(path):
            yield _report(part, name, given)
            read += 1
    except _GZIP_ERRORS as error:
        reason = Reasons.DAMAGED_GZIP if read else Reasons.BROKEN_GZIP
        yield InputError(name, reason.format(detail=str(error) or "it breaks off"))
    except FileNotFoundError:
        yield InputError(name, Reasons.VANISHED)
    except OSError as error:
        yield InputError(name, Reasons.UNREADABLE.format(detail=error.strerror or str(error)))


_GZIP_ERRORS = (EOFError, zlib.error, gzip.BadGzipFile)


def _report(part: _Part, name: str, given: Given) -> Report | InputError:
    cited = name if part.number is None else f"{name}#{part.number}"
    if isinstance(part.draft, Refused):
        return InputError(cited, part.draft.reason)
    if len(part.draft.text) > MAX_CHARACTERS:
        return InputError(cited, Reasons.TOO_LONG.format(length=len(part.draft.text), limit=MAX_CHARACTERS))
    if not any(map(str.isalnum, part.draft.text)):
        return InputError(cited, Reasons.NO_WORDS)
    source = Source(file=name, part=part.number, sha256=part.sha256, encoding=part.encoding)
    return build(part.draft, given=given, source=source)


def _parts(path: Path) -> Iterator[_Part]:
    suffix = form_suffix(path)
    split = _FORMS.get(suffix)
    if split is None:
        reason = Reasons.UNKNOWN_TYPE.format(suffix=path.suffix or "no suffix")
        return iter((_Part(Refused(reason), None, "", None),))
    return split(path)


def _whole(path: Path) -> tuple[bytes, str] | Refused:
    """The unpacked bytes of a file and the SHA-256 of the file as it lies there."""
    with path.open("rb") as raw:
        seen = _Hashed(raw)
        data = _unpacked(path, seen).read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            return Refused(Reasons.TOO_BIG.format(limit=MAX_CHARACTERS))
        return data, seen.digest()


def _unpacked(path: Path, raw: "_Hashed") -> IO[bytes]:
    buffered = io.BufferedReader(raw, _CHUNK)
    return gzip.GzipFile(fileobj=buffered) if path.suffix.lower() == GZIPPED else buffered  # type: ignore[return-value]


class _Hashed(io.RawIOBase):
    """A file that is hashed as it is read."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        self._hash = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._raw.read(len(buffer))
        buffer[: len(data)] = data
        self._hash.update(data)
        return len(data)

    def digest(self) -> str:
        while data := self._raw.read(_CHUNK):
            self._hash.update(data)
        return self._hash.hexdigest()


def _one(make: Callable[[Decoded], Draft | Refused]) -> Callable[[Path], Iterator[_Part]]:
    """A form with one report a file."""

    def split(path: Path) -> Iterator[_Part]:
        whole = _whole(path)
        if isinstance(whole, Refused):
            yield _Part(whole, None, "", None)
            return
        data, sha256 = whole
        decoded = decode(data)
        if isinstance(decoded, Refused):
            yield _Part(decoded, None, sha256, None)
            return
        yield _Part(_noted(make(decoded), decoded), None, sha256, decoded.encoding)

    return split


def _noted(draft: Draft | Refused, decoded: Decoded) -> Draft | Refused:
    return draft if isinstance(draft, Refused) else draft._replace(notices=(*decoded.notices, *draft.notices))


def _json(path: Path) -> Iterator[_Part]:
    """A JSON file: one object, or an array of them."""
    whole = _whole(path)
    if isinstance(whole, Refused):
        yield _Part(whole, None, "", None)
        return
    data, sha256 = whole
    decoded = decode(data)
    if isinstance(decoded, Refused):
        yield _Part(decoded, None, sha256, None)
        return
    value = _value(decoded.text)
    if isinstance(value, Refused):
        yield _Part(value, None, sha256, None)
    elif not isinstance(value, list):
        yield _Part(_noted(draft_fields(value), decoded), None, sha256, decoded.encoding)
    elif not value:
        yield _Part(Refused(Reasons.EMPTY), None, sha256, None)
    else:
        for number, item in enumerate(value, start=1):
            # The part's own bytes are not to be had: its hash is over its canonical JSON.
            own = json.dumps(item, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()
            digest = hashlib.sha256(own).hexdigest()
            yield _Part(_noted(draft_fields(item), decoded), number, digest, decoded.encoding)


def _json_lines(path: Path) -> Iterator[_Part]:
    """One JSON object a line, read line by line; empty lines are passed over and not counted."""
    number = 0
    with path.open("rb") as raw:
        for line in _lines(_unpacked(path, _Hashed(raw))):
            if not line.strip():
                continue
            number += 1
            if len(line) > MAX_BYTES:
                yield _Part(Refused(Reasons.TOO_BIG.format(limit=MAX_CHARACTERS)), number, "", None)
                return
            yield _json_line(line, number)
    if number == 0:
        yield _Part(Refused(Reasons.EMPTY), None, "", None)


def _lines(data: IO[bytes]) -> Iterator[bytes]:
    first = data.readline(MAX_BYTES + 1)
    if first.startswith(_WIDE_BOMS):  # its line ends are wide, too
        decoded = decode(first + data.read(MAX_BYTES + 1 - len(first)))
        yield from () if isinstance(decoded, Refused) else map(str.encode, decoded.text.splitlines())
        return
    while first:
        yield first
        first = data.readline(MAX_BYTES + 1)


def _json_line(line: bytes, number: int) -> _Part:
    sha256 = hashlib.sha256(line.rstrip(b"\r\n")).hexdigest()
    decoded = decode(line)
    if isinstance(decoded, Refused):
        return _Part(decoded, number, sha256, None)
    value = _value(decoded.text)
    draft = value if isinstance(value, Refused) else _noted(draft_fields(value), decoded)
    return _Part(draft, number, sha256, decoded.encoding)


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        return Refused(Reasons.NOT_JSON.format(detail=f"{error.msg} at line {error.lineno}, column {error.colno}"))
    except RecursionError:
        return Refused(Reasons.NOT_JSON.format(detail="nested too deeply"))
    except ValueError as error:  # a number with more digits than Python turns into one
        return Refused(Reasons.NOT_JSON.format(detail=str(error)))


def _web(path: Path) -> Iterator[_Part]:
    from dragoman.reports.forms.page import split_page  # noqa: PLC0415 - trafilatura is slow to import

    whole = _whole(path)
    if isinstance(whole, Refused):
        yield _Part(whole, None, "", None)
        return
    data, sha256 = whole
    draft, encoding = split_page(data)
    yield _Part(draft, None, sha256, encoding)


_FORMS: dict[str, Callable[[Path], Iterator[_Part]]] = {
    **dict.fromkeys(TEXT, _one(lambda decoded: draft_plain(decoded.text))),
    **dict.fromkeys(HTML, _web),
    **dict.fromkeys(JSON, _json),
    **dict.fromkeys(JSON_LINES, _json_lines),
}
