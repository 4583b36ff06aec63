"""The site speaking of itself: thanks for visiting, newsletters, cookies, advertisements."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.reports.lines import Line, Page
from dragoman.reports.vocabulary import cues, wording

_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_WORD = re.compile(r"[a-z]+")
_SHORT = 260
_ENOUGH = 3  # weak cues; a strong one counts as two


def find(page: Page) -> Iterator[Boilerplate]:
    """Lines in which the site, not the report, speaks."""
    for line in page.lines:
        if line.cued and _is_notice(line):
            yield Boilerplate(span=line.span, kind=BoilerplateKind.NOTICE)


def _is_notice(line: Line) -> bool:
    # What somebody is quoted with is theirs: "Thank you for visiting our site," the curator said.
    unquoted = _QUOTED.sub(" ", line.words)
    triggers = _triggers().intersection(_WORD.findall(unquoted.lower()))
    if len(triggers) < (1 if len(line.words) <= _SHORT else 2):
        return False
    strong = bool(cues("notice_strong").search(unquoted))
    if strong and len(line.words) <= _SHORT and unquoted == line.words:
        return True
    weak = sum(bool(cue.search(unquoted)) for cue in _weak())
    # A long line must speak of itself throughout: as many cues as half its sentences.
    sentences = max(1, len(_SENTENCE_END.findall(line.words)))
    return weak + 2 * strong >= max(_ENOUGH, sentences / 2)


@cache
def _triggers() -> frozenset[str]:
    return frozenset(wording("notice_triggers"))


@cache
def _weak() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(cue, re.IGNORECASE) for cue in wording("notice_weak"))
