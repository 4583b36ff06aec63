"""What all parts of this package look at: a parsed block with its quotations and the drafts made of it."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.reading.attributions.lexicon import CueWord
from dragoman.reading.attributions.quotes import Quote, all_quotes
from dragoman.reading.parsed import Parsed

_SENTENCE_ENDS = frozenset((".", "!", "?", "…", "..."))
# The most tokens of a sentence. Looking up a token's children takes as long as its sentence is.
LONGEST = 1_000
# Titles that end in a full stop which the tokeniser takes for a sentence's.
TITLES = frozenset(
    (
        "adm",
        "brig",
        "capt",
        "cmdr",
        "col",
        "dr",
        "gen",
        "gov",
        "hon",
        "lt",
        "maj",
        "mr",
        "mrs",
        "ms",
        "prof",
        "rep",
        "reps",
        "rev",
        "sen",
        "sens",
        "sgt",
        "st",
    )
)


@dataclass(slots=True)
class Draft:
    """An attribution in the making. Tokens are held by their index in the doc."""

    head: int
    word: CueWord
    cue: list[int]
    source: list[int] = field(default_factory=list)
    source_head: int | None = None
    wording: list[int] = field(default_factory=list)  # the noun phrase behind a source that is a relative pronoun
    content: set[int] = field(default_factory=set)
    addressee: list[int] = field(default_factory=list)
    declines: bool = False
    denies: bool = False
    framed: bool = False  # a plain cue that closes its sentence or is set into it: the order of words tells its parts
    quotable: bool = True
    quotes: list[int] = field(default_factory=list)  # numbers of the quotations that are its content
    parent: "Draft | None" = None


class Scene:
    """A parsed block, its quotations, and which paragraph and quotation each token stands in."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.doc: list[Token] = list(parsed.doc)  # made once: a token looked up in a spaCy Doc is made anew
        self.all_quotes: tuple[Quote, ...] = all_quotes(parsed)
        self.quotes: tuple[Quote, ...] = tuple(quote for quote in self.all_quotes if not quote.depth)
        self.quote_at: dict[int, int] = {i: n for n, q in enumerate(self.quotes) for i in range(q.start, q.end)}

    @functools.cached_property
    def words(self) -> list[Token]:
        """The tokens of sentences that are sentences: what runs on for longer has no parse to go by."""
        sentences = self.parsed.doc.sents
        return [t for s in sentences if s.end - s.start <= LONGEST for t in self.doc[s.start : s.end]]

    @functools.cached_property
    def paragraph_at(self) -> list[int]:
        """The number of the paragraph of each token; white space between two belongs to the earlier."""
        found = [0] * len(self.doc)
        for number, tokens in enumerate(self.parsed.paragraphs):
            end = len(self.doc)
            found[tokens.start : end] = [number] * (end - tokens.start)
        return found

    def paragraph(self, index: int) -> tuple[int, int]:
        """The token bounds `[start, end)` of the paragraph around a token."""
        paragraphs = self.parsed.paragraphs
        if not paragraphs:
            return 0, len(self.doc)
        tokens = paragraphs[self.paragraph_at[index]]
        return tokens.start, tokens.end

    def inside_quote(self, index: int) -> bool:
        """Whether a token stands inside a quotation."""
        return index in self.quote_at

    def ends_sentence(self, index: int) -> bool:
        """Whether a token outside quotations ends a sentence."""
        if self.doc[index].text not in _SENTENCE_ENDS or index in self.quote_at:
            return False
        return not (index and self.doc[index - 1].lower_ in TITLES)

    @functools.cached_property
    def _clauses(self) -> list[tuple[int, int]]:
        """For each token, where the sentence around it, or its part between semicolons, begins and ends."""
        found: list[tuple[int, int]] = []
        for tokens in self.parsed.paragraphs or ():
            start = len(found)
            found += [(start, start)] * (tokens.start - start)  # white space before the first
            start = tokens.start
            for index in range(tokens.start, tokens.end):
                breaks = self.doc[index].text == ";" and index not in self.quote_at
                after = index + 1
                if breaks or self.ends_sentence(index) or after == tokens.end or self.starts_sentence(after):
                    found += [(start, index if breaks or self.ends_sentence(index) else after)] * (after - start)
                    start = after
        return found + [(len(found), len(self.doc))] * (len(self.doc) - len(found))

    def clause(self, index: int) -> tuple[int, int]:
        """The tokens `[start, end)` of the sentence around a token, by its marks; a semicolon parts it as well."""
        return self._clauses[index]

    def starts_sentence(self, index: int) -> bool:
        """Whether what stands before a token has ended its sentence: by a full stop, by a quotation that holds one."""
        if index <= self.paragraph(index)[0] or self.ends_sentence(index - 1):
            return True
        quote = self.quote_at.get(index - 1)
        return quote is not None and quote != self.quote_at.get(index) and self.doc[index - 2].text in (".", "!", "?")

    def text_of(self, indexes: Iterable[int]) -> str:
        """The report's own words behind some tokens, from the first to the last."""
        tokens = [self.doc[i] for i in indexes]
        return " ".join(self.parsed.span(tokens).of(self.parsed.report.text).split()) if tokens else ""


def subtree(token: Token) -> range:
    """The tokens under `token`, as the range from its left to its right edge."""
    return range(token.left_edge.i, token.right_edge.i + 1)


def trimmed(scene: Scene, indexes: Iterable[int], *, quotes: bool = True) -> list[int]:
    """Sorted indexes without white space, and without punctuation at the ends (quotation marks and brackets stay)."""
    doc = scene.doc
    kept = [i for i in sorted(indexes) if not doc[i].is_space]
    lo, hi = 0, len(kept)
    while lo < hi and _is_edge(scene, kept[lo], quotes=quotes):
        lo += 1
    while hi > lo and _is_edge(scene, kept[hi - 1], quotes=quotes):
        hi -= 1
    return kept[lo:hi]


def _is_edge(scene: Scene, index: int, *, quotes: bool) -> bool:
    token = scene.doc[index]
    if not token.is_punct or token.text in "()[]%$":
        return False
    return not (quotes and index in scene.quote_at)
