"""Words from outside made safe and short for a screen: one line, no control characters, cut at a word."""

import re
import unicodedata

SPACE = re.compile(r"\s+")
QUOTES = str.maketrans({"“": "‘", "”": "’", '"': "'", "„": "‚", "«": "‹", "»": "›"})
UNSEEN = {"Cc", "Cs", "Cn", "Co"}
# Characters that turn the direction of what follows: a report could make a line read as what it does not say.
TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def one_line(text: str) -> str:
    """`text` on one line, without what a terminal would obey (escape sequences, direction marks)."""
    flat = SPACE.sub(" ", text).strip()
    if flat.isascii() and flat.isprintable():
        return flat
    return "".join("\ufffd" if _is_unseen(letter) else letter for letter in flat)


def clipped(text: str, limit: int) -> str:
    """`text` on one line, at most `limit` characters, cut at a word's end with an ellipsis."""
    flat = one_line(text)
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    word_end = cut.rfind(" ")
    return (cut[:word_end] if word_end > limit // 2 else cut).rstrip(" ,;:–—-") + "…"


def inside(text: str) -> str:
    """`text` on one line with the marks that quotations inside a quotation have."""
    return one_line(text).translate(QUOTES)


def quoted(text: str, limit: int | None = None) -> str:
    """`text` in quotation marks, marks inside it made single, on one line and cut to `limit`."""
    flat = one_line(text) if limit is None else clipped(text, limit)
    if len(flat) > 1 and flat[0] in '“"' and flat[-1] in '”"':
        inside = flat[1:-1]
        if not any(mark in inside for mark in '“”"'):
            flat = inside
    return f"“{flat.translate(QUOTES)}”"


def _is_unseen(letter: str) -> bool:
    return letter in TURNS or unicodedata.category(letter) in UNSEEN
