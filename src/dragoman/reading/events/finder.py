"""Events: who did what to whom, where and when, and whether it is told as having happened."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading import dates as times
from dragoman.reading.actors import ActorBook
from dragoman.reading.events.cited import Cited
from dragoman.reading.events.clauses import Clause
from dragoman.reading.events.conditions import Condition
from dragoman.reading.events.contents import with_contents
from dragoman.reading.events.days import when
from dragoman.reading.events.extent import Citations, extent
from dragoman.reading.events.frames import lexicon
from dragoman.reading.events.guessing import coded_as, has_doer, is_doubted, unframed, with_guess
from dragoman.reading.events.learned.candidates import candidates
from dragoman.reading.events.learned.coder import Coded, coded
from dragoman.reading.events.matching import Match, match_adjective, match_noun, match_verb, verb_lemma
from dragoman.reading.events.modality import Modality, modality
from dragoman.reading.events.roles import Roles, place, roles
from dragoman.reading.events.sides import Block, is_named, is_somebody, sides
from dragoman.reading.events.vocabulary import event_types
from dragoman.reading.parsed import Parsed
from dragoman.records.ids import Prefix, found_id
from dragoman.records.reading import Attribution, EventMode, Polarity, ReadEvent, TimeExpression, Timing
from dragoman.records.span import Span


def find(
    parsed: Parsed, book: ActorBook, dates: tuple[TimeExpression, ...], attributions: tuple[Attribution, ...]
) -> tuple[ReadEvent, ...]:
    """The events of a block, in the order of their triggers. Actors that nobody has named yet are added to `book`."""
    framed = {match.head.i: match for match in matches(parsed)}
    taken = {word.i for match in framed.values() for word in match.trigger}
    verbs = [token for token in candidates(parsed.doc) if token.i not in taken and has_doer(token)]
    said = coded(parsed.doc, _asked(framed, verbs))
    guessed = {token.i: unframed(token, said.get(token.i)) for token in verbs}
    framed |= {at: match for at, match in guessed.items() if match is not None}
    clock = frozenset(token.i for one in dates for token in parsed.tokens_at(one.span))
    doubted = frozenset(at for at, match in guessed.items() if match is not None and is_doubted(said[at]))
    block = _Told(parsed, book, dates, Cited(attributions), Citations(attributions), said, clock, doubted)
    found: dict[str, tuple[Match, ReadEvent]] = {}
    for _, match in sorted(framed.items()):
        event = _event(match, block)
        if event is not None:
            found.setdefault(event.id, (match, event))
    return tuple(sorted(with_contents(found.values()), key=lambda e: (e.trigger, e.id)))


def _asked(framed: dict[int, Match], verbs: list[Token]) -> list[int]:
    """The words that the model is asked about: for its time, nouns only beside a verb."""
    at = [match.head for match in framed.values() if match.clause is not None] + verbs
    sentences = {token.sent.start for token in at}
    nouns = (match.head for match in framed.values() if match.clause is None)
    return [token.i for token in (*at, *(noun for noun in nouns if noun.sent.start in sentences))]


def matches(parsed: Parsed) -> Iterator[Match]:
    """The frames found in a block, in the order of their words; a word taken in by another frame tells nothing more."""
    known = lexicon()
    taken: set[int] = set()
    for token in parsed.doc:
        pos = token.pos_
        match: Match | None = None
        if token.i in taken:
            continue
        if pos in ("VERB", "AUX") or (pos == "ADJ" and token.dep_ == "dep" and token.lower_.endswith("ing")):
            if verb_lemma(token) in known.verbs and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
                match = match_verb(token, taken)
            elif token.lower_ in known.adjectives:
                match = match_adjective(token)
        elif pos == "NOUN":
            match = match_noun(token)
        elif pos == "ADJ" and token.lower_ in known.adjectives:
            match = match_adjective(token)
        if match is not None:
            taken.update(word.i for word in match.trigger)
            if match.complement is not None:
                taken.add(match.complement.i)
            yield match


class _Told(NamedTuple):
    """What is known of a block before its events."""

    parsed: Parsed
    book: ActorBook
    dates: tuple[TimeExpression, ...]
    cited: Cited
    citations: Citations
    coded: dict[int, Coded]
    times: frozenset[int]  # words that tell a time
    doubted: frozenset[int]  # heads of acts that the model alone tells, and not surely


def _event(match: Match, block: _Told) -> ReadEvent | None:
    parsed, book, dates, cited, citations = block[:5]
    guess = block.coded.get(match.head.i)
    who = with_guess(match, roles(match), guess)
    kind = event_types()[match.frame.type]
    if not _worth_telling(match, who):
        return None
    agent, patient, recipient, affected = sides(match, who, guess, Block(parsed, book, block.times))
    if match.head.i in block.doubted and not (is_named(agent, book) and is_somebody((*patient, *recipient), book)):
        return None
    told = modality(match)
    trigger = parsed.span(_near(match))
    sources = cited.at(trigger)
    mode = _mode(told, sources, match.head)
    timing = _timing(match.head, parsed, dates, sources)
    span = extent(match, parsed, trigger, frozenset(said.id for said in sources), citations)
    return ReadEvent(
        id=found_id(Prefix.EVENT, parsed.report.id, kind.id, trigger, span),
        span=span,
        type=kind.id,
        plover=coded_as(kind.code(mode, refused=told.refused, instead=match.frame.plover), guess),
        agent=agent,
        patient=patient,
        recipient=recipient,
        affected=affected,
        place=place(match, parsed),
        when=when(times.interval(timing, times.by_span(dates)), mode, parsed.published.end),
        timing=timing,
        mode=mode,
        attribution=sources[0].id if sources else None,
        trigger=trigger,
        condition=_condition(told.condition, parsed, sources, citations),
        negated=told.negated,
    )


def _worth_telling(match: Match, who: Roles) -> bool:
    """Somebody must take part, or a verb must say what of the talks it is done to ("a truce was declared")."""
    if who.agent or who.patient:
        return True
    clause = match.clause
    if (
        clause is None
        and (match.frame.alone or event_types()[match.frame.type].alone)
        and match.head.dep_ not in ("compound", "amod", "nmod")
    ):
        return True  # "the shelling went on"
    if any(_DATED in want.classes for want in match.frame.wants):
        return True  # "the truce in May"
    if clause is None or match.frame.type in _BETWEEN:
        return False
    if clause.passive and clause.own_subject is not None:
        return True  # "the changes were turned down"
    done_to = clause.object()
    if done_to is not None and done_to.pos_ == "NUM":
        return True  # "killed around 1,200"
    nobodys = clause.own_subject is None or match.frame.type in _SHARED
    if not clause.passive and nobodys and not _is_said_of_surface(match):
        return False  # "an effort to reach a deal", "the envoy's plan started the round"
    return any(want.classes or want.lemmas - _PLAIN for want in match.frame.wants)


# What a frame may ask of an argument without saying what it is.
_PLAIN = frozenset(("any", "none", "actor"))
_DATED = "month"
# Acts that are told only with somebody who does them.
_BETWEEN = frozenset(("consult",))
_SHARED = frozenset(("meet",))


def _is_said_of_surface(match: Match) -> bool:
    return any(want.slot in ("surface", "subject") for want in match.frame.wants)


def _near(match: Match) -> tuple[Token, ...]:
    """The trigger's words, those far from its verb left out: a span over half a sentence names no act."""
    return tuple(word for word in match.trigger if abs(word.i - match.trigger[0].i) <= _FAR)


_FAR = 6


def _mode(told: Modality, sources: tuple[Attribution, ...], head: Token) -> EventMode:
    """The mode, a denial of the whole counted; what a relative clause takes for granted is not denied with it."""
    if head.dep_ not in ("relcl", "acl") and any(said.polarity is Polarity.DENIES for said in sources):
        return EventMode.DENIED
    return told.mode


def _timing(
    head: Token, parsed: Parsed, dates: tuple[TimeExpression, ...], sources: tuple[Attribution, ...]
) -> Timing | None:
    """What tells when it was: its clause's time, or the story's. The day on which its source spoke is never its own."""
    said = sources[0].content if sources else ()
    told_outside = tuple(
        one for one in times.bound(parsed, dates, head) if said and not any(part.touches(one.span) for part in said)
    )
    own = times.timing(parsed, dates, head, leaving_out=told_outside)
    if own is None and (missed := _missed(head)) is not None:
        own = times.timing(parsed, dates, missed, leaving_out=told_outside)
    return own if own is not None else times.story(parsed, dates, head)


def _missed(head: Token) -> Token | None:
    """The verb that tells when it should have been: "talks that were to open on Thursday never began"."""
    if head.pos_ != "VERB" or Clause(head).negation is None:
        return None
    subject = Clause(head).own_subject
    told = next((child for child in subject.children if child.dep_ == "relcl"), None) if subject is not None else None
    return next((child for child in told.children if child.dep_ == "xcomp"), told) if told is not None else None


def _condition(
    condition: Condition | None, parsed: Parsed, sources: tuple[Attribution, ...], citations: Citations
) -> Span | None:
    words = condition.words(parsed.doc) if condition is not None else []
    if not words:
        return None
    cited = frozenset(said.id for said in sources)
    return citations.outside(parsed.span(words), parsed.span(words[:1]), cited)
