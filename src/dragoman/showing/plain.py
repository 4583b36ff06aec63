"""Words from outside made safe and short for a screen: one line, no control characters, cut at a word."""

import re
import unicodedata

CLAUSE = re.compile(r"(?:[,;:.!?]|\s[–—-]+)[”’\"']?\s+")
QUOTES = str.maketrans({"“": "‘", "”": "’", '"': "’", "„": "‚", "«": "‹", "»": "›"})
OPENING = re.compile(r'(?:^|(?<=[\s(\[—–/“‘]))"(?=\S)')  # a straight mark that opens; any other closes
UNSEEN = {"Cc", "Cs", "Cn", "Co"}
# Characters that turn the direction of what follows: a report could make a line read as what it does not say.
TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def one_line(text: str) -> str:
    """`text` on one line, without what a terminal would obey (escape sequences, direction marks)."""
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text  # most of it: every other blank is unprintable
    flat = " ".join(text.split())
    if flat.isprintable():  # what is unseen or turns is not
        return flat
    return "".join("\ufffd" if _is_unseen(letter) else letter for letter in flat)


def clipped(text: str, limit: int) -> str:
    """`text` on one line, at most `limit` characters, cut at a word's end with an ellipsis."""
    flat = one_line(text)
    if len(flat) <= limit:
        return flat
    word_end = flat.rfind(" ", 0, limit)
    return flat[: word_end if word_end > limit // 2 else limit - 1].rstrip(" ,;:–—-…") + "…"


def clipped_around(text: str, kept: str, limit: int) -> str:
    """`text` on one line, at most `limit` characters with an ellipsis at each cut end, `kept` left in it."""
    flat, kept = one_line(text), one_line(kept)
    head = clipped(flat, limit)
    if not kept or kept in head or kept not in flat:
        return head
    at = flat.index(kept)
    if len(kept) > limit - 2:
        return head if at == 0 else f"…{clipped(flat[at:], limit - 1)}"
    latest = at + len(kept) + 2 - limit  # a window from here on ends with `kept`
    start = _clause_start(flat, max(0, latest), at) or flat.find(" ", max(0, latest), at) + 1 or at
    tail = f"…{clipped(flat[start:], limit - 1)}"
    return tail if kept in tail else f"…{flat[start : at + len(kept)]}…"


def _clause_start(flat: str, low: int, high: int) -> int:
    """Where the first clause after `low` begins, at the latest at `high`; 0 where none does."""
    found = CLAUSE.search(flat, low, high)
    return found.end() if found else 0


def inside(text: str) -> str:
    """`text` on one line with the marks that quotations inside a quotation have."""
    return _single(one_line(text))


def quoted(text: str, limit: int | None = None, kept: str = "") -> str:
    """`text` in quotation marks, marks inside it made single, on one line and cut to `limit` with `kept` left in."""
    flat = one_line(text) if limit is None else clipped_around(text, kept, limit)
    if len(flat) > 1 and flat[0] in '“"' and flat[-1] in '”"':
        inner = flat[1:-1]
        if not any(mark in inner for mark in '“”"'):
            flat = inner
    is_open = flat.count("“") == flat.count("”") + 1 and "”" not in flat[flat.rfind("“") :]
    closed = "”" if is_open and not flat.endswith("…") else ""
    return f"“{_single(f'{flat}{closed}')}”"


def _single(text: str) -> str:
    """Marks of quotations made single, straight ones turned the way that they stand."""
    turned = OPENING.sub("‘", text) if '"' in text else text
    return turned.translate(QUOTES)


def _is_unseen(letter: str) -> bool:
    return letter in TURNS or unicodedata.category(letter) in UNSEEN
