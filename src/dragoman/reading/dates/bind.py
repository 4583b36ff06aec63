"""Which time governs a clause: by the parse, not by nearness."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.reading.dates.governing import (
    MOST_STEPS,
    VERBS,
    Bindings,
    Bound,
    bindings_of,
    clause_verb,
    is_simple_past,
    main_verb,
    names_happening,
)
from dragoman.reading.dates.happenings import is_saying
from dragoman.reading.dates.timing import interval
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import TimedAs, TimeExpression, Timing
from dragoman.records.span import Span
from dragoman.records.time import Interval

_ON_A_DAY = frozenset(("on", "late", "early"))  # before a day on which something was done


def bound(parsed: Parsed, dates: Sequence[TimeExpression], token: Token) -> tuple[TimeExpression, ...]:
    """The expressions that govern the clause (or the noun that names a happening) headed by `token`, in order."""
    rows, _ = _rows(bindings_of(parsed, dates), token)
    return tuple(one.expression for one in rows)


def _rows(bindings: Bindings, token: Token) -> tuple[list[Bound], TimedAs]:
    head, kind = main_verb(token), TimedAs.OWN
    own = bindings.of(head)
    if not own and head.pos_ in VERBS:
        own = _through(bindings, head) or _shared(bindings, head)
        if not own:
            own, kind = _at_once(bindings, head)
    elif not own and not _is_under(head):
        verb = clause_verb(head)
        own = bindings.of(verb) if verb is not None else []
        if not own and verb is not None and verb.dep_ == "acl":  # "talks last year to agree a truce and the release of"
            own = bindings.of(verb.head)
    return sorted(own, key=lambda one: one.at), kind


def _is_under(noun: Token) -> bool:
    """Whether a clause tells what something provides that was there before: "under the offer, it would pay in May"."""
    return bool(noun.dep_ == "pobj" and noun.head.lower_ == "under")


def _at_once(bindings: Bindings, verb: Token) -> tuple[list[Bound], TimedAs]:
    """The date of what happened at the same time: "were seized when they took the dam on Jan. 14", "Sunday, when"."""
    at_once = _opens_at_once(verb)
    named = _day_before_when(bindings, verb)
    if named is not None:
        return [named], TimedAs.OWN
    if verb.dep_ == "relcl" and at_once:
        found = bindings.standing.get(verb.head.i)
        return ([found] if found is not None else []), TimedAs.OWN
    if _came_before(verb):
        return [replace(one, before="by") for one in _at_one_time(bindings.of(verb.head))], TimedAs.LENT
    if not is_simple_past(verb):
        return [], TimedAs.OWN
    if verb.dep_ == "advcl" and at_once and verb.head.pos_ in VERBS and is_simple_past(verb.head):
        lent = [] if is_saying(verb.head.lemma_.lower()) else _at_one_time(bindings.of(verb.head))
        return lent, TimedAs.LENT
    for child in verb.children:
        if child.dep_ == "advcl" and child.i > verb.i and _opens_at_once(child) and is_simple_past(child):
            return _at_one_time(bindings.of(child)), TimedAs.LENT
    return [], TimedAs.OWN


def _day_before_when(bindings: Bindings, verb: Token) -> Bound | None:
    """The time that a clause tells more of: "led it until July 2024, when he was killed"."""
    when = next((child for child in verb.children if child.lower_ == "when" and child.dep_ == "advmod"), None)
    if when is None or when.i > verb.i or not when.i:
        return None
    before = when.nbor(-1)
    return bindings.standing.get(before.nbor(-1).i if before.text == "," and before.i else before.i)


def _at_one_time(rows: list[Bound]) -> list[Bound]:
    """The one time of a clause, where it is no bound of a longer one."""
    if len(rows) != 1 or rows[0].before in ("since", "from", "until", "till", "by", "before", "after", "to"):
        return []
    return rows


def _came_before(verb: Token) -> bool:
    """Whether it came before what its sentence tells: "asked to go in May, after he had promised a review"."""
    opens = any(
        child.lower_ == "after" and child.dep_ in ("mark", "prep") and child.i < verb.i for child in verb.children
    )
    if not opens or verb.dep_ != "advcl" or verb.tag_ not in ("VBD", "VBN") or verb.head.pos_ not in VERBS:
        return False
    return not any(child.dep_ == "ccomp" for child in verb.head.children)


def _opens_at_once(verb: Token) -> bool:
    return any(child.lower_ in ("when", "as") and child.dep_ in ("advmod", "mark") for child in verb.children)


def _through(bindings: Bindings, verb: Token) -> list[Bound]:
    """The date of the happening in which the act took place, or that it brought about.

    "were killed in the May 3 attack", "reached an agreement on Monday on the loan".
    """
    for child in verb.children:
        if child.dep_ == "dobj" and child.i > verb.i and names_happening(child):
            found = [one for one in bindings.of(child) if one.at > child.i and one.before in _ON_A_DAY]
            if found:
                return found
        if child.dep_ == "prep" and child.lower_ in ("in", "during", "at"):
            for noun in child.children:
                found = bindings.of(noun) if noun.dep_ == "pobj" and names_happening(noun) else []
                if found:
                    return found
    return []


def _shared(bindings: Bindings, verb: Token) -> list[Bound]:
    """A date before the first of several coordinated verbs holds for all that have none of their own."""
    head = verb
    for _ in range(MOST_STEPS):
        if head.dep_ != "conj" or head.head.i == head.i or head.head.pos_ not in VERBS:
            return []
        head = head.head
        found = [one for one in bindings.of(head) if one.at < head.i]
        if found:
            return found
    return []


def timing(
    parsed: Parsed, dates: Sequence[TimeExpression], token: Token, leaving_out: tuple[TimeExpression, ...] = ()
) -> Timing | None:
    """What tells when the clause headed by `token` was; None when it has no time of its own.

    `leaving_out` are expressions that do not count: those that the caller knows to date something else.
    """
    bindings = bindings_of(parsed, dates)
    rows, kind = _rows(bindings, token)
    kept = [one for one in rows if one.expression not in leaving_out]
    if kept and all(_after_an_undated(one, parsed, bindings) for one in kept):
        return as_timing(kept, TimedAs.UNANCHORED)
    found = as_timing(kept, kind)
    return found if found is None or kind is TimedAs.OWN or interval(found, by_span(dates)) is not None else None


def _after_an_undated(one: Bound, parsed: Parsed, bindings: Bindings) -> bool:
    """Whether it counts from what the sentence before tells, of which no day is told: "They moved. A week later, ...".

    Counted from a day told somewhere before, it would be the wrong day.
    """
    offset, at = one.expression.offset, parsed.doc[one.at]
    start = at.sent.start
    if offset is None or offset.anchor != "previous" or not start:
        return False
    before = parsed.doc[start - 1].sent
    told = main_verb(before.root)
    dated = any(
        before.start <= place < before.end for row in bindings.by_token.values() for place in (b.at for b in row)
    )
    return is_simple_past(told) and not dated and not is_saying(told.lemma_.lower())


def as_timing(rows: list[Bound], kind: TimedAs) -> Timing | None:
    """Bound expressions as the record keeps them; None for none."""
    if not rows:
        return None
    return Timing(spans=tuple(one.expression.span for one in rows), before=tuple(one.before for one in rows), kind=kind)


def by_span(dates: Sequence[TimeExpression]) -> dict[Span, TimeExpression]:
    """Expressions by where they stand."""
    return {one.span: one for one in dates}


def bind(parsed: Parsed, dates: Sequence[TimeExpression], token: Token) -> Interval | None:
    """The days of the time that governs the clause headed by `token`; None when the clause has none of its own."""
    return interval(timing(parsed, dates, token), by_span(dates))
