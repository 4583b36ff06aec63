"""Bytes to text: the encoding is told or found, never guessed in silence."""

import codecs
import re
from typing import NamedTuple

from dragoman.records.errors import Notices, Reasons

MAX_CHARACTERS = 5_000_000
"""The longest text that is read as one report; beyond it the input is refused by name."""

MAX_BYTES = 80_000_000
"""A file that is not read line by line may have so many, many reports in one JSON array among them."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Files that can be nearly all printable characters, and still are no text.
_MAGIC = (b"%PDF-", b"{\\rtf", b"PK\x03\x04", b"SQLite format 3\0")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f")) + b"\x7f"
_BINARY_SHARE = 0.02
_FEW_CONTROLS = 3
_SAMPLE = 2_000_000  # bytes that the encoding is told from
_CLEAN_SHARE = 0.25  # so many broken sequences for one good one, and it still is UTF-8
_CANNOT_STAND = re.compile("[\0\ud800-\udfff]")


class Decoded(NamedTuple):
    """A decoded text: `encoding` is its name as Python knows it, `notices` what is to be said of it."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


class Refused(NamedTuple):
    """Why bytes are no text."""

    reason: str


def decode(data: bytes, *, declared: str | None = None) -> Decoded | Refused:
    """`data` as text, its byte order mark left out, line ends kept.

    UTF-8, UTF-16 and UTF-32 with a byte order mark; else `declared` (what a web page says of itself); else what the
    bytes look most like. Every reading but UTF-8 and one with a byte order mark is said in a notice.
    """
    if not data.strip():
        return Refused(Reasons.EMPTY)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _with_bom(data, name)
    if _is_binary(data):
        return Refused(Reasons.BINARY)
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    return _nearly_utf8(data) or _declared(data, declared) or _detected(data)


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with NUL and lone surrogates as U+FFFD, and the notice that says so."""
    cleaned, count = _CANNOT_STAND.subn("\ufffd", text)
    return cleaned, (Notices.REPLACED.format(count=count),) if count else ()


def _with_bom(data: bytes, name: str) -> Decoded | Refused:
    codec = "utf-8-sig" if name == "utf-8" else name
    text = _strict(data, codec)
    if text is None:
        text = data.decode(codec, "replace")
        count = text.count("\ufffd")
        return Decoded(text, name, (Notices.ENCODING.format(encoding=f"{name} with {count} damaged places"),))
    return Decoded(text, name) if text.strip() else Refused(Reasons.EMPTY)


def _is_binary(data: bytes) -> bool:
    if data.startswith(_MAGIC):
        return True
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > max(_FEW_CONTROLS, _BINARY_SHARE * len(data))


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken places: a file that was cut or pasted together."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(map(str.__len__, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    if bad > _CLEAN_SHARE * good:
        return None
    return Decoded(text, "utf-8", (Notices.ENCODING.format(encoding=f"UTF-8 with {bad} damaged places"),))


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    text = _strict(data, declared) if declared else None
    if text is None or declared is None:
        return None
    return Decoded(text, declared.lower(), (Notices.ENCODING.format(encoding=declared.lower()),))


def _detected(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415  needed for few files, and read at every start

    best = from_bytes(data[:_SAMPLE]).best()
    names = [best.encoding, *best.could_be_from_charset] if best else []
    # Where the bytes fit several, the one that the western press writes in.
    name = "cp1252" if not names or "cp1252" in names else names[0]
    text = _strict(data, name)
    if text is None:
        name = "cp1252"
        text = data.decode(name, "replace")
    return Decoded(text, name, (Notices.ENCODING.format(encoding=name),))
