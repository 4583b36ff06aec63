"""Tags left in a text that is not a web page."""

import re
from collections.abc import Iterator

from dragoman.records.report import Boilerplate, BoilerplateKind
from dragoman.records.span import Span
from dragoman.reports.lines import Page

TAG = re.compile(
    r"</?(?:a|b|i|u|p|br|hr|em|strong|span|div|img|figure|figcaption|iframe|script|style|ul|ol|li|h[1-6]|blockquote"
    r"|table|tbody|tr|td|th|font|center|sup|sub|small|section|article|aside|header|footer|time|picture|source|video)"
    r"(?:\s[^<>]{0,400})?/?>",
    re.IGNORECASE,
)


def find(page: Page) -> Iterator[Boilerplate]:
    """Every tag, for itself: the words between tags are the report's."""
    for line in page.lines:
        if ">" not in line.words:
            continue
        for tag in TAG.finditer(line.words):
            span = Span(line.span.start + tag.start(), line.span.start + tag.end())
            yield Boilerplate(span=span, kind=BoilerplateKind.MARKUP)
