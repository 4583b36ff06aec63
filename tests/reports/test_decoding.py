"""Bytes to text, with the encoding told or found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records.errors import Reasons
from dragoman.reports.decoding import Decoded, Refused, decode

FRENCH = "Le médiateur a déclaré que les pourparlers de Genève étaient « suspendus », a-t-on appris jeudi à l’aube."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_read_without_a_word(encoding: str) -> None:
    decoded = decode(FRENCH.encode(encoding))
    assert isinstance(decoded, Decoded)
    assert (decoded.text, decoded.notices) == (FRENCH, ())


def test_line_ends_are_kept() -> None:
    decoded = decode(b"one\r\ntwo\rthree\n")
    assert isinstance(decoded, Decoded)
    assert decoded.text == "one\r\ntwo\rthree\n"


def test_another_encoding_is_found_and_said() -> None:
    decoded = decode(FRENCH.encode("cp1252"))
    assert isinstance(decoded, Decoded)
    assert decoded.text == FRENCH
    assert "cp1252" in decoded.notices[0]


def test_a_few_broken_bytes_leave_the_rest_as_it_is() -> None:
    decoded = decode("The “ceasefire” — and the “deal” — broke".encode() + b"\xff down")
    assert isinstance(decoded, Decoded)
    assert decoded.text.startswith("The “ceasefire” — and the “deal” — broke\ufffd")
    assert decoded.notices


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reasons.EMPTY),
        (b" \r\n\t", Reasons.EMPTY),
        (b"\xef\xbb\xbf", Reasons.EMPTY),
        (b"%PDF-1.7 and so on", Reasons.BINARY),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 8, Reasons.BINARY),
        (b"text \0\0\0\0\0\0 text", Reasons.BINARY),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    assert decode(data) == Refused(reason)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    decoded = decode(data)
    assert isinstance(decoded, Refused) or isinstance(decoded.text, str)
