"""Sentences to learn from: acts with their PLOVER event, and the words that stand for who takes part."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from dragoman.reading.events.finder import matches
from dragoman.reading.events.learned.candidates import candidates
from dragoman.reading.events.learned.words import Words, words
from dragoman.reading.events.matching import Match
from dragoman.reading.events.modality import modality
from dragoman.reading.events.roles import roles
from dragoman.reading.events.vocabulary import event_types
from dragoman.reading.parsed import parsed_blocks
from dragoman.reports import from_text
from training.events.labels import NONE, PLOVER, UNKNOWN, folded

# Words of a sentence from which on it is left out: news has none, what has is a table.
_LONGEST = 120


class Act(NamedTuple):
    """One candidate of a sentence. Words are numbers in the sentence."""

    word: int
    plover: int  # of labels.PLOVER, or UNKNOWN
    kind: int  # the type that a rule tells, or UNKNOWN
    aida: int  # RAMS' and M2E2's type, or UNKNOWN
    agents: frozenset[int] | None  # None: not known
    patients: frozenset[int] | None
    aside: frozenset[int]  # words of which nothing is to be learnt


class Example(NamedTuple):
    """One sentence."""

    words: Words
    acts: tuple[Act, ...]


def by_rules(text: str) -> Iterator[Example]:
    """What the rules find in a text: nothing that a person marked, but much of it."""
    kinds = {name: number for number, name in enumerate(event_types())}
    for parsed in parsed_blocks(from_text(text)):
        found = {match.head.i: match for match in matches(parsed)}
        for sentence in parsed.doc.sents:
            inside = [found[token.i] for token in sentence if token.i in found]
            if not inside or len(sentence) > _LONGEST:
                continue
            known = words(sentence)
            at = known.at
            acts = [_by_rule(match, at, kinds[match.frame.type]) for match in inside]
            told = {act.word for act in acts}
            others = (at[token.i] for token in candidates(sentence) if token.i in at)
            acts += [Act(other, NONE, NONE, UNKNOWN, None, None, frozenset()) for other in others if other not in told]
            yield Example(known, tuple(acts))


def code(match: Match) -> int:
    """The PLOVER event that the rules give an act; UNKNOWN for what the codebook does not have."""
    told = modality(match)
    event = event_types()[match.frame.type].code(told.mode, refused=told.refused, instead=match.frame.plover).event
    return PLOVER.index(folded(event)) if event is not None else UNKNOWN


def _by_rule(match: Match, at: dict[int, int], kind: int) -> Act:
    who = roles(match)
    agents = frozenset(at[t.i] for t in who.agent if t.i in at)
    patients = frozenset(at[t.i] for t in (*who.patient, *who.recipient) if t.i in at)
    return Act(at[match.head.i], code(match), kind, UNKNOWN, agents or None, patients or None, frozenset())


def marked(text: str, source: list[tuple[int, int]], target: list[tuple[int, int]], event: str) -> Example | None:
    """A sentence with its source and target marked; None where neither is a word of it."""
    (parsed,) = parsed_blocks(from_text(text))
    doc = parsed.doc
    whole = doc[:]
    known = words(whole)
    who, whom = _heads(whole, source), _heads(whole, target)
    anchor = (who or whom)[:1]
    if not anchor or len(known.token) > 2 * _LONGEST:
        return None
    match = _told(tuple(matches(parsed)), who, PLOVER.index(folded(event)))
    trigger = match.head if match is not None else _governor(anchor[0])
    at = known.at
    aside = {at[t.i] for t in whole if t.i in at and _inside(t, (*source, *target))}
    aside |= {at[c.i] for head in (*who, *whom) for c in (*head.conjuncts,) if c.i in at}
    acts = [
        Act(
            at[trigger.i],
            PLOVER.index(folded(event)),
            UNKNOWN,
            UNKNOWN,
            frozenset(at[t.i] for t in who) or None,
            frozenset(at[t.i] for t in whom) or None,
            frozenset(aside),
        )
    ]
    told = {at[m.head.i] for m in matches(parsed) if m.head.i in at} | {acts[0].word}
    others = (at[token.i] for token in candidates(whole) if token.i in at)
    acts += [Act(other, NONE, UNKNOWN, UNKNOWN, None, None, frozenset()) for other in others if other not in told]
    return Example(known, tuple(acts))


def triggered(text: str, triggers: dict[str, int]) -> Iterator[Example]:
    """Sentences with words that trigger events of another codebook: RAMS', M2E2's."""
    for parsed in parsed_blocks(from_text(text)):
        for sentence in parsed.doc.sents:
            if len(sentence) > _LONGEST:
                continue
            known = words(sentence)
            acts = []
            for token in candidates(sentence):
                kind = triggers.get(token.text, NONE)
                acts.append(Act(known.at[token.i], UNKNOWN, UNKNOWN, kind, None, None, frozenset()))
            if acts:
                yield Example(known, tuple(acts))


def _inside(token: Token, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(token.idx < end and token.idx + len(token) > start for start, end in spans)


def _heads(whole: Sentence, spans: list[tuple[int, int]]) -> list[Token]:
    """The words of marked spans that are governed from outside them, and their conjuncts inside."""
    found = []
    for span in spans:
        inside = [t for t in whole if _inside(t, (span,)) and not t.is_space and not t.is_punct]
        numbers = {t.i for t in inside}
        tops = [t for t in inside if t.head.i not in numbers or t.head.i == t.i]
        tops = [t for t in tops if t.pos_ != "ADP"] or [c for t in tops for c in t.children if c.i in numbers]
        found += tops
        found += [c for t in tops for c in t.conjuncts if c.i in numbers and c not in tops]
    return found


def _told(found: tuple[Match, ...], who: list[Token], event: int) -> Match | None:
    """The rules' act that a mark is of: by the source first, and by its event."""
    sources = {t.i for t in who}
    right = [m for m in found if code(m) == event]
    return next((m for m in right if sources & {t.i for t in roles(m).agent}), right[0] if right else None)


def _governor(token: Token) -> Token:
    """The nearest verb above a word, or the root."""
    above = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    return above if above is not None else token.sent.root
