"""Captions of pictures and their credits."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.reports.boilerplate.markup import TAG
from dragoman.reports.lines import Page
from dragoman.reports.vocabulary import choice, cues

_LONGEST = 700
_CREDIT = 160  # characters at a line's end in which a credit stands
_REPEATABLE = 20
_COMPACT = re.compile(r"\W+")


def find(page: Page) -> Iterator[Boilerplate]:
    """Lines that end in a picture's credit or are nothing else, and lines that repeat such a caption."""
    before = ""  # the caption above, letters and digits alone
    for n, line in enumerate(page.lines):
        if cues("gallery_start").match(line.words) and cues("gallery_mark").search(line.words):
            yield Boilerplate(span=line.span, kind=BoilerplateKind.CAPTION)
            continue
        if len(line.words) > _LONGEST:
            before = ""
            continue
        tagged = "<" in line.words
        plain = TAG.sub("", line.words).strip() if tagged else line.words
        kind = _kind(plain)
        if kind is None and (before or tagged) and _repeats(page, n, plain, before, tagged):
            kind = BoilerplateKind.CAPTION
        before = _compact(plain) if kind is BoilerplateKind.CAPTION and len(plain) > _REPEATABLE else ""
        if kind is not None:
            yield Boilerplate(span=line.span, kind=kind)


def _repeats(page: Page, n: int, plain: str, before: str, tagged: bool) -> bool:
    """Whether the line says what the caption above it says or, tagged, what the one below does."""
    compact = _compact(plain)
    if len(compact) <= _REPEATABLE:
        return False
    if before and (compact in before or before in compact):
        return True
    return tagged and _repeated_below(page, n, compact)


def _compact(words: str) -> str:
    return _COMPACT.sub("", words)


def _repeated_below(page: Page, n: int, compact: str) -> bool:
    below = page.lines[n + 1 : n + 2]
    return any(
        len(line.words) <= _LONGEST and _kind(line.words) is not None and compact[:40] in _COMPACT.sub("", line.words)
        for line in below
    )


def _kind(words: str) -> BoilerplateKind | None:
    end = words[-_CREDIT:]
    marked = "/" in end or ":" in end or "|" in end
    if marked and _credit_only().fullmatch(words):
        return BoilerplateKind.CREDIT
    if cues("caption_lines").fullmatch(words) or (marked and _ends_in_credit().search(end)):
        return BoilerplateKind.CAPTION
    return None


@cache
def _credit_only() -> re.Pattern[str]:
    desk, label = choice("picture_desks"), choice("credit_labels")
    return re.compile(
        rf"[(\[]?(?:{label}\s*[:|]\s*\S.{{1,90}}"
        rf"|{label}s?\s+(?-i:[A-Z])[^.]{{2,60}}/\s?{desk}.{{0,40}}"
        rf"|(?-i:[A-Z])[\w.'’ -]{{1,40}}\s?/\s?{desk}(?:\s?/\s?{desk})*(?:\s+via\s+{desk})?"
        rf"|{desk}\s?/\s?{desk}(?:\s?/\s?{desk})*)[)\]]?\.?",
        re.IGNORECASE,
    )


@cache
def _ends_in_credit() -> re.Pattern[str]:
    desk, label = choice("picture_desks"), choice("credit_labels")
    return re.compile(
        # "... on a visit.Photograph: A. Person/Agency"
        rf"(?:(?<=[.!?”\"’')\]])|\s)(?:Photograph|Photo|Picture|Image)s?(?: credit| by)?\s*[:|]\s*[^.]{{2,80}}$"
        # "... on Friday. (A. Person/Agency)", "[A. Person/Agency via Agency]"
        rf"|[(\[][^()\[\]]{{0,60}}(?:/\s?|\b)(?:{desk})(?:\s?/\s?\w[^()\[\]]{{0,40}}|\s+via\s+[^()\[\]]{{2,30}}|,\s*file)[)\]]$"
        rf"|[(\[][^()\[\]/]{{2,50}}/\s?[^()\[\]]{{0,30}}\b(?:{desk})[^()\[\]]{{0,20}}[)\]]$"
        # "... A. Person /Agency A. Person /Agency"
        rf"|\s[^\s/]{{2,30}}\s?/\s?(?:{desk})(?:\s?/\s?{desk})*$"
        # "... | AGENCY"
        rf"|\s\|\s(?:{desk})(?:\s+Photo)?$"
        rf"|\.\s*(?:{label})\s*(?-i:[A-Z])[^.]{{2,60}}/\s?[A-Z][^.]{{2,40}}$",
    )
