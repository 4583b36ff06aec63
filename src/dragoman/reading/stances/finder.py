"""Stances: what somebody wants, refuses or could accept, with who it is and on whose word."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading import dates as times
from dragoman.reading.actors import ActorBook
from dragoman.reading.dates.timing import known
from dragoman.reading.events.cited import Cited
from dragoman.reading.events.conditions import conditions_of
from dragoman.reading.parsed import Parsed
from dragoman.reading.stances.content import extent, is_content, words_of
from dragoman.reading.stances.holders import holder
from dragoman.reading.stances.judging import by_judgement
from dragoman.reading.stances.modals import by_modal
from dragoman.reading.stances.telling import Told, by_word
from dragoman.records.ids import Prefix, found_id
from dragoman.records.reading import Attribution, Polarity, ReadEvent, ReadStance, TimeExpression, Timing
from dragoman.records.span import Span
from dragoman.records.time import NO_DAY


class _Block(NamedTuple):
    """What is known of a block before its stances."""

    parsed: Parsed
    book: ActorBook
    dates: tuple[TimeExpression, ...]
    placed: Mapping[Span, TimeExpression]
    cited: Cited
    events: dict[int, ReadEvent]


def find(
    parsed: Parsed,
    book: ActorBook,
    dates: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    events: tuple[ReadEvent, ...],
) -> tuple[ReadStance, ...]:
    """The stances of a block, in the order of their words; none without a holder or without content."""
    triggers = {event.trigger.start: event for event in reversed(events)}
    block = _Block(parsed, book, dates, times.by_span(dates), Cited(attributions), triggers)
    under = conditions_of(parsed.doc).by_verb
    found: dict[str, ReadStance] = {}
    for told in _told(parsed):
        if not _is_condition(told.head, under) and not _is_asked(told.head):
            for one in _stances(told, block):
                found.setdefault(one.id, one)
    return tuple(sorted(found.values(), key=lambda one: (one.trigger, one.id)))


def _told(parsed: Parsed) -> Iterator[Told]:
    taken: set[int] = set()
    for token in parsed.doc:
        told = by_word(token) or by_modal(token) or by_judgement(token)
        if told is not None and told.first_person and token.tag_ == "MD" and by_word(token.head) is not None:
            continue  # its verb's own word tells whose it is, whoever says so
        if told is None or told.head.i in taken or not is_content(told):
            continue
        taken.add(told.head.i)
        yield told


def _stances(told: Told, block: _Block) -> Iterator[ReadStance]:
    parsed, book = block.parsed, block.book
    trigger = parsed.span(told.trigger)
    sources = block.cited.at(trigger)
    if any(said.polarity is not Polarity.ASSERTS for said in sources):
        return
    said = sources[0] if sources else None
    span, content = extent(told, parsed), parsed.span(words_of(told))
    timing = _timing(told.head, block, said)
    event = block.events.get(trigger.start)
    for who in holder(told, said, book):
        yield ReadStance(
            id=found_id(Prefix.STANCE, parsed.report.id, told.stance, trigger, content, *book.actor(who).mentions[:1]),
            span=span,
            trigger=trigger,
            content=content,
            stance=told.stance,
            actor=who,
            when=known(times.interval(timing, block.placed)) or NO_DAY,
            timing=timing,
            attribution=said.id if said is not None else None,
            event=event.id if event is not None else None,
        )


def _timing(head: Token, block: _Block, said: Attribution | None) -> Timing | None:
    """When it is held: the time of its clause, of its saying, or of the story around it."""
    own = times.timing(block.parsed, block.dates, head)
    if own is not None:
        return own
    if said is not None and said.timing is not None:
        return said.timing
    return times.story(block.parsed, block.dates, head)


def _is_condition(head: Token, under: Mapping[int, object]) -> bool:
    """Whether it stands in a condition: "if they go on rejecting proposals"."""
    return head.i in under or (head.dep_ in ("xcomp", "conj", "dobj") and head.head.i in under)


def _is_asked(head: Token) -> bool:
    """Whether the sentence only asks."""
    words = [token for token in head.sent if not token.is_space]
    return bool(words) and (words[-1].text == "?" or (len(words) > 1 and words[-2].text == "?"))
