"""Which blocks of a page are the report, and what the others are."""

import re
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from functools import cache

import trafilatura
from lxml import html

from dragoman.records.report import BoilerplateKind
from dragoman.reports.forms.rendering import Block
from dragoman.reports.vocabulary import wording

_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n|]+")  # trafilatura parts the cells of a table with a bar
_RUN = 4  # words in a row that tell whether a block stands in the main text
_ENOUGH = 0.6
_PARAGRAPH_WORDS = 12
_MOST_PLACES = 8  # of a block in the main text

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

_Words = tuple[str, ...]


def main_text(root: html.HtmlElement) -> str:
    """The main text of a page as trafilatura finds it; empty when it finds none."""
    found: str | None = trafilatura.extract(
        deepcopy(root), include_comments=False, include_tables=True, output_format="txt"
    )
    return found or ""


def in_main(blocks: tuple[Block, ...], extracted: str) -> tuple[bool, ...]:
    """For each block whether it belongs to `extracted`; where nothing was extracted, whether it is running text.

    The blocks that belong stand in both in the same order: what a page repeats elsewhere (a title in a list, a story
    in full under another) is told apart by that.
    """
    split = [_words(block.text) for block in blocks]
    if not extracted.strip():
        return tuple(len(words) >= _PARAGRAPH_WORDS for words in split)
    index = _Index(extracted)
    places = [index.places(words) for words in split]
    chosen = _in_order(places, [len(words) for words in split])
    return tuple(n in chosen for n in range(len(blocks)))


class _Index:
    """Where runs of words and whole lines stand in the main text, counted in words."""

    def __init__(self, extracted: str) -> None:
        self._lines: dict[_Words, list[int]] = defaultdict(list)
        self._runs: dict[_Words, list[int]] = defaultdict(list)
        at = 0
        words: list[str] = []
        for line in _LINE.findall(extracted):
            own = _words(line)
            self._lines[own].append(at)
            words += own
            at += len(own)
        for place, run in enumerate(_runs(tuple(words))):
            self._runs[run].append(place)

    def places(self, words: _Words) -> tuple[int, ...]:
        """Where a block of these words begins in the main text; nothing when it is not there."""
        if not words:
            return ()
        whole = self._lines.get(words)
        if whole:
            return tuple(whole[:_MOST_PLACES])
        runs = list(_runs(words))
        there = [n for n, run in enumerate(runs) if run in self._runs]
        if len(words) <= _RUN or len(there) < _ENOUGH * len(runs):
            return ()
        return tuple(place - there[0] for place in self._runs[runs[there[0]]][:_MOST_PLACES])


def _words(text: str) -> _Words:
    return tuple(_WORD.findall(text.lower()))


def _runs(words: _Words) -> Iterator[_Words]:
    return zip(*(words[n:] for n in range(_RUN)), strict=False)


def _in_order(places: list[tuple[int, ...]], weights: list[int]) -> frozenset[int]:
    """The blocks of the heaviest chain whose places rise: a longest increasing subsequence by weight."""
    rank = {place: n + 1 for n, place in enumerate(sorted({place for own in places for place in own}))}
    # A Fenwick tree over places: the heaviest chain that ends at or before each, with its last link.
    best: list[tuple[int, int]] = [(0, -1)] * (len(rank) + 1)
    links: list[tuple[int, int]] = []  # block, link before
    for block, own in enumerate(places):
        # Later places first, so that a block never follows itself.
        for place in sorted(own, reverse=True):
            weight, before = _heaviest(best, rank[place] - 1)
            links.append((block, before))
            _improve(best, rank[place], (weight + weights[block], len(links) - 1))
    chosen, link = set(), _heaviest(best, len(rank))[1]
    while link >= 0:
        block, link = links[link]
        chosen.add(block)
    return frozenset(chosen)


def _heaviest(best: list[tuple[int, int]], upto: int) -> tuple[int, int]:
    found = (0, -1)
    while upto > 0:
        found = max(found, best[upto], key=lambda each: each[0])
        upto -= upto & -upto
    return found


def _improve(best: list[tuple[int, int]], at: int, chain: tuple[int, int]) -> None:
    while at < len(best):
        if chain[0] > best[at][0]:
            best[at] = chain
        at += at & -at


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
