"""All time expressions of a parsed block, placed on the calendar as far as the report's date allows."""

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.reading.dates.datelines import in_datelines
from dragoman.reading.dates.grammar import Found, string_of
from dragoman.reading.dates.lexing import lexemes
from dragoman.reading.dates.orders import in_order
from dragoman.reading.dates.placing import AHEAD, Chain, grammar, told_years
from dragoman.reading.dates.sense import NO_TIME, Sense
from dragoman.reading.dates.tense import Tokens, direction, stands_before_noun
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import TimeExpression


def find(parsed: Parsed) -> tuple[TimeExpression, ...]:
    """Every time expression in order of its place in the text. Spans are of the report's text.

    The day of a dateline that stands apart as a line of its own is the first.

    Where the report's day is not known, what is told relative to it has no begin and no end, a value with X for
    what is not known, and keeps its `offset`.
    """
    if not len(parsed.doc):
        return ()
    reader = _Reader(parsed)
    out: list[TimeExpression] = list(in_datelines(parsed.report, parsed.published)) if not parsed.base else []
    at = reader.next_start(0)
    while at is not None:
        end, expression = reader.read(at)
        if expression is not None:
            out.append(expression)
        at = reader.next_start(end)
    return tuple(in_order(out, parsed.report))


class _Reader:
    """Reads one block from left to right and keeps what later expressions refer back to."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._found = lexemes(parsed.doc.text)
        self._string = string_of(self._found)
        self._tokens = Tokens(parsed.doc)
        self._years = told_years(self._found)
        self._chain = Chain(parsed.published)

    def next_start(self, at: int) -> int | None:
        """The next lexeme from `at` on with which an expression could start."""
        return grammar().next_start(self._string, at)

    def read(self, at: int) -> tuple[int, TimeExpression | None]:
        """The expression that starts at a lexeme, if any, and where to go on."""
        for end, one in grammar().candidates(self._string, at):
            match = self._match(at, end)
            sense = one.handler(match)
            if sense is None:
                continue
            return end, None if sense is NO_TIME else self._expression(sense, match)
        return at + 1, None

    def _expression(self, sense: Sense, match: Found) -> TimeExpression:
        placed = self._chain.place(sense, match.end, looks_back=match.has("ago", "shift", "that"))
        return TimeExpression(
            span=self._parsed.span_of_view(match.start, match.end),
            type=sense.type,
            value=placed.value,
            begin=placed.begin,
            end=placed.end,
            offset=sense.offset,
            tense=self._asked.tense,
            before_noun=self._asked.before_noun,
        )

    def _match(self, at: int, end: int) -> Found:
        found, inside = self._found, tuple(self._found[at:end])
        asked = self._asked = _Asked()

        def root() -> Token:
            return self._tokens.root(inside[0].start, inside[-1].end)

        def tense() -> str:
            asked.tense = direction(root())
            return asked.tense

        def before_noun() -> bool:
            asked.before_noun = stands_before_noun(root())
            return asked.before_noun

        return Found(
            lexemes=inside,
            before=found[at - 1] if at else None,
            after=found[end] if end < len(found) else None,
            tense=tense,
            story=self._chain.story,
            ahead=tuple(found[end : end + AHEAD]),
            years=self._years,
            before_noun=before_noun,
        )


@dataclass(slots=True)
class _Asked:
    """What a rule wanted to know of the parse: kept, so that a day can be told anew without it."""

    tense: str | None = None
    before_noun: bool | None = None
