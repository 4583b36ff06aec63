"""Which blocks of a page are the report, and what the others are."""

import re
from collections.abc import Iterable
from copy import deepcopy
from functools import cache

import trafilatura
from lxml import html

from dragoman.records.report import BoilerplateKind
from dragoman.reports.forms.rendering import Block
from dragoman.reports.vocabulary import wording

_WORD = re.compile(r"\w+")
_RUN = 4  # words in a row that tell whether a block stands in the main text
_ENOUGH = 0.6
_PARAGRAPH_WORDS = 12

_KINDS = (
    ("web_notice", BoilerplateKind.NOTICE),
    ("web_embed", BoilerplateKind.EMBED),
    ("web_caption", BoilerplateKind.CAPTION),
    ("web_latest", BoilerplateKind.LATEST),
    ("web_related", BoilerplateKind.RELATED),
    ("web_byline", BoilerplateKind.BYLINE),
    ("web_metadata", BoilerplateKind.METADATA),
    ("web_footer", BoilerplateKind.FOOTER),
)


def main_text(root: html.HtmlElement) -> str:
    """The main text of a page as trafilatura finds it; empty when it finds none."""
    found: str | None = trafilatura.extract(
        deepcopy(root), include_comments=False, include_tables=True, output_format="txt"
    )
    return found or ""


def in_main(blocks: tuple[Block, ...], extracted: str) -> tuple[bool, ...]:
    """For each block whether it belongs to `extracted`; where nothing was extracted, whether it is running text."""
    if not extracted.strip():
        return tuple(len(_WORD.findall(block.text)) >= _PARAGRAPH_WORDS for block in blocks)
    lines = [tuple(_words(line)) for line in extracted.splitlines()]
    whole = frozenset(lines)
    runs = frozenset(_runs(_words(extracted)))
    return tuple(_belongs(_words(block.text), whole, runs) for block in blocks)


def _belongs(words: list[str], whole: frozenset[tuple[str, ...]], runs: frozenset[tuple[str, ...]]) -> bool:
    if tuple(words) in whole:
        return True
    own = list(_runs(words))
    return len(words) > _RUN and sum(run in runs for run in own) >= _ENOUGH * len(own)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _runs(words: list[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[n:] for n in range(_RUN)), strict=False)


def kind_of(block: Block) -> BoilerplateKind:
    """What a block outside the main text is, by the classes and ids around it."""
    if block.tag == "figcaption":
        return BoilerplateKind.CAPTION
    for section, kind in _KINDS:
        if _marked(section).search(block.marks):
            return kind
    return BoilerplateKind.FOOTER if re.search(r"\bfooter\b", block.marks) else BoilerplateKind.NAVIGATION


@cache
def _marked(section: str) -> re.Pattern[str]:
    return re.compile(r"(?<![a-z])(?:" + "|".join(map(re.escape, wording(section))) + r")s?(?![a-z])")
