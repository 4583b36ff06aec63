"""Records to bytes and back: JSON, deflated where that pays."""

import zlib
from typing import Any

import msgspec

from dragoman.records.reading import Reading
from dragoman.records.report import Report
from dragoman.records.span import Spans

_PLAIN, _DEFLATED = b"j", b"z"  # the first byte tells
_WORTH = 256  # shorter than this gains nothing
_LEVEL = 3  # within a few percent of the best at a fraction of the time

_reports = msgspec.json.Decoder(Report)
_readings = msgspec.json.Decoder(Reading)


class _Parts(msgspec.Struct):
    sentences: Spans = ()


_sentences = msgspec.json.Decoder(_Parts)


def deflate(plain: bytes) -> bytes:
    """`plain`, smaller if it can be made so."""
    if len(plain) >= _WORTH:
        small = zlib.compress(plain, _LEVEL)
        if len(small) < len(plain):
            return _DEFLATED + small
    return _PLAIN + plain


def inflate(packed: bytes) -> bytes:
    """What was given to `deflate`."""
    return zlib.decompress(packed[1:]) if packed[:1] == _DEFLATED else packed[1:]


def head_json(report: Report) -> bytes:
    """A report without its text and its file: what another file with the same text may say otherwise."""
    return msgspec.json.encode(report.but(text="", source=None))


def report_of(head: bytes, **parts: Any) -> Report:
    """A report from its packed head and the `parts` kept elsewhere."""
    return _reports.decode(inflate(head)).but(**parts)


def pack_reading(reading: Reading) -> bytes:
    """A reading without its text, which the dossier has already."""
    return deflate(msgspec.json.encode(reading.but(text="")))


def reading_of(body: bytes, text: str) -> Reading:
    """A reading from what `pack_reading` made of it, and the report's text."""
    return _readings.decode(inflate(body)).but(text=text)


def sentences_of(body: bytes) -> Spans:
    """The sentences alone of what `pack_reading` made: the rest of it, most of the work, is left packed."""
    return _sentences.decode(inflate(body)).sentences


def storable(name: str) -> str:
    """A file name that can be written as UTF-8: bytes of it that are none are shown in hex."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
