"""Lines that name who wrote the report."""

import re
from collections.abc import Iterator

from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.reports.boilerplate.names import is_name_list
from dragoman.reports.lines import Line, Page
from dragoman.reports.vocabulary import cues

_LONGEST = 200
_HEAD = 8  # lines from the start in which a byline is looked for
_BY = re.compile(r"[-–—|\s]*by:?\s+(?=[A-Z])", re.IGNORECASE)
_AND = re.compile(r", (?:and )?| and ")
_IN_PLACE = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3} in [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}")
_ENDS = re.compile(r"[!?:;,]$|(?<!\b[A-Z])\.$")
_WITH_POST = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3}, [^.!?;]{2,60}(?<![.!?,:;])")
_NO_NAME = re.compile(r"[\d$£€%]")
_AFTER_NAMES = re.compile(r"\s*(?:[|·•]|\s[-–—]\s|,? (?:updated|published|for)\b|\d{1,2}:\d\d|\d{4}).*$", re.IGNORECASE)


def find(page: Page) -> Iterator[Boilerplate]:
    """Bylines among the first lines."""
    for n, line in enumerate(page.lines[:_HEAD]):
        if len(line.words) <= _LONGEST and (_is_byline(line) or (n > 0 and _tells_places(line.words))):
            yield Boilerplate(span=line.span, kind=BoilerplateKind.BYLINE)


def _is_byline(line: Line) -> bool:
    words = line.words
    if cues("byline_lines").fullmatch(words):
        return True
    by = _BY.match(words)
    if by:
        names = _AFTER_NAMES.sub("", words[by.end() :])
        listed = is_name_list(names) and not _ENDS.search(words) and not _NO_NAME.search(names)
        return listed or _is_one_name(names) or bool(_WITH_POST.fullmatch(names))
    return False


def _tells_places(words: str) -> bool:
    """Whether each of some names stands with a place. A headline can look the same: never ask of the first line."""
    parts = _AND.split(words)
    return all(_IN_PLACE.fullmatch(part) for part in parts) and is_name_list(words)


def _is_one_name(names: str) -> bool:
    return re.fullmatch(r"[A-Z][\w'’-]+", names) is not None


def names(text: str, found: tuple[Boilerplate, ...]) -> str | None:
    """The byline as the report words it, without its "By"; several lines are joined by a comma."""
    lines = [p.span.of(text) for p in found if p.kind is BoilerplateKind.BYLINE]
    bare = [re.sub(r"\s+", " ", _BY.sub("", line, count=1)).strip() for line in lines]
    return ", ".join(dict.fromkeys(filter(None, bare))) or None
