"""The view's text as lexemes: one for each word, number or sign, each of one kind.

Kinds are single letters of the grammar, so that a text is also a string of kinds that rules can be matched on.
Words that are part of no time expression are kind OTHER and cost one dictionary look-up.
"""

import re
from typing import Any, NamedTuple

from dragoman.reading.dates import lexicon, numbers

OTHER = "other"
_PIVOT = 30  # two-digit years up to here are 20xx
_AHEAD = 20  # characters after "last" that tell whether it is a verb
_WORD = re.compile(r"\s([^\W\d_]+)\b")
_AFTER_LAST = frozenset({"unit", "month", "weekday", "season", "part", "weekend"})
_QUOTES = "\"'“‘`«"
_LONGEST_NUMBER = 15  # digits; nothing longer counts time

_TOKEN = re.compile(
    r"""
      (?P<isodate>\d{4}-\d\d?-\d\d?(?!\d))
    | (?P<dashed>(?<![\d.])\d{1,2}-\d\d-(?:\d{4}|[7-9]\d)(?![\d-]))
    | (?P<slash>\d{1,4}[/.]\d{1,2}[/.]\d{2,4}(?![\d/]))
    | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))
    | (?P<shortyear>(?<![\w'’])['’‘]\d\d(?![\w'’]))
    | (?P<decade>(?:\d{3}|['’]?\d)0['’]?s\b)
    | (?P<ord>\d{1,3}(?:st|nd|rd|th)\b)
    | (?P<fraction>\d+\ \d/\d\b|\d/\d\b)
    | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
    | (?P<ampm>[AaPp]\.\ ?[Mm]\.|[AaPp][Mm]\b)
    | (?P<quartername>[QqHh][1-4]\b)
    | (?P<word>[^\W\d_]+)
    | (?P<poss>['’]s?\b|['’](?=\s))
    | (?P<hyphen>[-–—])
    | (?P<comma>,)
    | (?P<paragraph>\n\s*\n\s*)
    | (?P<money>[$£€¥])
    | (?P<sign>[^\s\w])
    """,
    re.VERBOSE,
)
_SIGNS = {
    "hyphen": "hyphen",
    "comma": "comma",
    "poss": "poss",
    "isodate": "isodate",
    "slash": "slash",
    "dashed": "slash",
    "clock": "clock",
    "decade": "decade",
    "quartername": "quartername",
    "money": "money",
}
_BESIDE_SHORT = frozenset({"num", "ord", "year", "month", "clock"})


class Lexeme(NamedTuple):
    """A word of the view: `[start, end)` into `doc.text`, its kind and what it stands for."""

    kind: str
    start: int
    end: int
    value: Any = None
    text: str = ""


def lexemes(text: str) -> list[Lexeme]:
    """All lexemes of the text in order, phrases and number words folded into one each."""
    found = _raw(text)
    doubtful = [n for n, one in enumerate(found) if one.kind in ("month", "weekday") and _doubtful(one)]
    for n in doubtful:
        near = found[max(0, n - 2) : n] + found[n + 1 : n + 3]
        if not any(one.kind in _BESIDE_SHORT for one in near):
            found[n] = found[n]._replace(kind=OTHER, value=None)
    return _without_fillers(numbers.fold(found))


def _without_fillers(found: list[Lexeme]) -> list[Lexeme]:
    """The lexemes without words that add nothing between a count and its unit: "five consecutive quarters"."""
    fillers = lexicon.context("between_count")
    out: list[Lexeme] = []
    for n, one in enumerate(found):
        after = found[n + 1].kind if n + 1 < len(found) else OTHER
        if one.text.lower() in fillers and after in ("unit", "units"):
            counted = out[-2:] if out and out[-1].kind == "hyphen" else out[-1:]
            if counted and counted[0].kind in ("num", "few", "couple"):
                del out[len(out) - len(counted) + 1 :]  # the hyphen of "15-plus years"
                continue
        out.append(one)
    return out


def _doubtful(lexeme: Lexeme) -> bool:
    """A short form without its dot ("Sun", "Jan") is a date's only beside another part of a date."""
    return (
        lexeme.text in lexicon.context("names_only")
        and lexeme.text not in ("may", "march")
        and lexeme.end - lexeme.start == len(lexeme.text)
    )


def _raw(text: str) -> list[Lexeme]:
    words, phrases = lexicon.words(), lexicon.phrases()
    names_only, abbreviated = lexicon.context("names_only"), lexicon.context("abbreviated")
    found: list[Lexeme] = []
    skip_to = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < skip_to:
            continue
        group = match.lastgroup or OTHER
        if group != "word":
            found.append(_sign(group, match[0], start, end))
            continue
        word = match[0]
        low = word.lower()
        if low in phrases:
            phrase = _phrase(text, start, phrases[low])
            if phrase is not None and not _starts_anew(phrase, found):
                found.append(phrase)
                skip_to = phrase.end
                continue
        kinds = words.get(low)
        if kinds is None or (low in names_only and not word[0].isupper()):
            found.append(Lexeme(OTHER, start, end, None, word))
            continue
        if low in abbreviated and text[end : end + 1] == ".":
            end += 1
            skip_to = end
        if low == "last" and found and _is_verb(found[-1].text.lower(), text[end : end + _AHEAD]):
            kinds = ((OTHER, None),)  # "would last six weeks"
        if word[0].isupper() and found and _is_title(word, kinds[0][0], text, end, found[-1]):
            kinds = ((OTHER, None),)
        if kinds[0][0] == "zone" and len(word) == 2 and not word.isupper():
            kinds = ((OTHER, None),)  # "one ct"
        if low == "following" and not (found and found[-1].kind == "the"):
            kinds = ((OTHER, None),)  # "following Tuesday's vote"
        kind, value = kinds[0]
        found.append(Lexeme(kind, start, end, value, low))
    return found


def _is_verb(before: str, ahead: str) -> bool:
    """Whether "last" is a verb: "would last six weeks", but "compared to last year"."""
    if before not in lexicon.context("before_verb"):
        return False
    following = _WORD.match(ahead)
    kinds = lexicon.words().get(following[1].lower(), ()) if before == "to" and following else ()
    return not any(kind in _AFTER_LAST for kind, _ in kinds)


def _is_title(word: str, kind: str, text: str, end: int, before: Lexeme) -> bool:
    """Whether a word is of a name: of a programme ("This Week", CBS This Morning) or a paper (the China Daily)."""
    start = end - len(word)
    beside = before.end + 1 == start and before.kind == OTHER
    if kind == "set":
        return (beside and before.text[:1].isupper()) or before.kind == "poss"
    if word != "This" or not text[end + 1 : end + 2].isupper():
        return False
    return text[start - 1] in _QUOTES or (beside and before.text.isupper() and len(before.text) > 1)


def _starts_anew(phrase: Lexeme, before: list[Lexeme]) -> bool:
    """Whether "from today" is no distance ("two weeks from today") but a start."""
    return phrase.kind == "ago" and phrase.value > 0 and not (before and before[-1].kind in ("unit", "units", "so"))


def _phrase(text: str, start: int, rows: tuple[tuple[tuple[str, ...], str, Any], ...]) -> Lexeme | None:
    for parts, kind, value in rows:
        at = start
        for number, part in enumerate(parts):
            if number:
                if text[at : at + 1] != " ":
                    break
                at += 1
            if text[at : at + len(part)].lower() != part:
                break
            at += len(part)
        else:
            if not text[at : at + 1].isalnum():
                return Lexeme(kind, start, at, value, " ".join(parts))
    return None


def _sign(group: str, text: str, start: int, end: int) -> Lexeme:
    if group == "number":
        plain = text.replace(",", "")
        if len(plain) > _LONGEST_NUMBER:
            return Lexeme(OTHER, start, end, None, text[:40])
        if len(plain) == 4 and plain == text and plain.isdecimal() and 1000 <= int(plain) < 2200:
            return Lexeme("year", start, end, int(plain), text)
        value = float(plain)
        return Lexeme("num", start, end, int(value) if value.is_integer() else value, text)
    if group == "shortyear":
        return Lexeme("year", start, end, int(text[1:]) + (2000 if int(text[1:]) <= _PIVOT else 1900), text)
    if group == "fraction":
        return _fraction(text, start, end)
    if group == "ord":
        return Lexeme("ord", start, end, int(text[:-2]), text)
    if group == "ampm":
        return Lexeme("ampm", start, end, text[0].lower() + "m", text)
    kind = "stroke" if text == "/" else _SIGNS.get(group)
    return Lexeme(kind or OTHER, start, end, text if kind else group, text)


def _fraction(text: str, start: int, end: int) -> Lexeme:
    whole, _, part = text.rpartition(" ")
    above, below = (int(digit) for digit in part.split("/"))
    if not below or len(whole) > _LONGEST_NUMBER:
        return Lexeme(OTHER, start, end, None, text[:40])
    return Lexeme("num", start, end, int(whole or 0) + above / below, text)
