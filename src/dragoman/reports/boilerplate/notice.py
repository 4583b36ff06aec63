"""The site speaking of itself: thanks for visiting, newsletters, cookies, advertisements."""

import re
from collections.abc import Iterator

from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.reports.lines import Line, Page
from dragoman.reports.vocabulary import cues, vocabulary

_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_SHORT = 260
_ENOUGH_WEAK = 2


def find(page: Page) -> Iterator[Boilerplate]:
    """Lines in which the site, not the report, speaks."""
    for line in page.lines:
        if line.cued and _is_notice(line):
            yield Boilerplate(span=line.span, kind=BoilerplateKind.NOTICE)


def _is_notice(line: Line) -> bool:
    # What somebody is quoted with is theirs: "Thank you for visiting our site," the curator said.
    unquoted = _QUOTED.sub(" ", line.words)
    strong = bool(cues("notice_strong").search(unquoted))
    if strong and len(line.words) <= _SHORT and unquoted == line.words:
        return True
    weak = sum(bool(re.search(cue, unquoted, re.IGNORECASE)) for cue in vocabulary("cues.yaml")["notice_weak"])
    # A long line must speak of itself throughout: as many cues as half its sentences.
    sentences = max(1, len(_SENTENCE_END.findall(line.words)))
    return weak + 2 * strong >= max(_ENOUGH_WEAK + 1, sentences / 2)
