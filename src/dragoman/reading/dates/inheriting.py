"""The time that a clause without its own inherits from the story around it."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.reading.dates.bind import as_timing, by_span, timing
from dragoman.reading.dates.governing import (
    NOUNS,
    VERBS,
    Bindings,
    Bound,
    bindings_of,
    clause_verb,
    is_simple_past,
    is_told_past,
    main_verb,
)
from dragoman.reading.dates.happenings import is_saying
from dragoman.reading.dates.timing import interval
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import TimedAs, TimeExpression, TimexType, Timing
from dragoman.records.time import Interval

_MONTH = re.compile(r"(?:\d{4}|XXXX)-\d\d")


def story(parsed: Parsed, dates: Sequence[TimeExpression], token: Token) -> Timing | None:
    """The time that a past clause without its own inherits from the story; its days have precision NARRATIVE.

    It comes from the clause that it is coordinated with, or from the sentence before in the same paragraph, when
    that tells the past at a bound time. A day on which something was only said is never inherited. None for none.
    """
    head = main_verb(token)
    if not is_simple_past(head) or timing(parsed, dates, head) is not None:
        return None
    bindings = bindings_of(parsed, dates)
    for candidate in _lenders(bindings, head):
        if is_saying(candidate.lemma_.lower()) or not is_simple_past(candidate):
            continue
        rows = bindings.of(candidate)
        if rows:
            return as_timing(sorted(rows, key=lambda one: one.at), TimedAs.STORY)
    rows = [*_of_what_follows(bindings, head), *_of_what_was_asked(bindings, head)]
    return as_timing(sorted(rows, key=lambda one: one.at), TimedAs.STORY)


def _of_what_follows(bindings: Bindings, verb: Token) -> list[Bound]:
    """The date behind the last of several acts of one doer: "agreed and told them of it ten days ago"."""
    acts = [child for child in verb.children if child.dep_ == "conj" and is_simple_past(child)]
    if any(child.dep_ in ("nsubj", "nsubjpass") for act in acts for child in act.children):
        return []
    if any(child.dep_ == "ccomp" for act in acts for child in act.children):
        return []  # the day on which something was only said
    rows = [one for act in acts for one in bindings.of(act)]
    # "told them of the decision ten days ago": the parser gives to the noun what stands behind it.
    return rows or [
        one
        for act in acts
        for inner in act.subtree
        if inner.pos_ in NOUNS
        for one in bindings.of(inner)
        if is_told_past(one.expression)
    ]


def _of_what_was_asked(bindings: Bindings, verb: Token) -> list[Bound]:
    """The month that the parser gives to what somebody was asked to do: "was asked to leave and move abroad in May"."""
    asked = [child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VB" and child.i > verb.i]
    steps = [step for first in asked for step in (first, *(c for c in first.children if c.dep_ == "conj"))]
    return [
        one
        for step in steps
        for one in bindings.of(step)
        if one.before == "in" and one.expression.type is TimexType.DATE and _MONTH.fullmatch(one.expression.value)
    ]


def narrative(parsed: Parsed, dates: Sequence[TimeExpression], token: Token) -> Interval | None:
    """The days that a past clause without its own time inherits from the story; None for none."""
    return interval(story(parsed, dates, token), by_span(dates))


def _lenders(bindings: Bindings, verb: Token) -> list[Token]:
    """The clauses that could lend their time: those coordinated with it, then the previous sentence's main ones."""
    lenders = [verb.head] if verb.dep_ == "conj" and verb.head.pos_ in VERBS else []
    first = lenders[0] if lenders else verb
    if first.dep_ == "relcl" and first.tag_ == "VBD" and first.left_edge.i and first.left_edge.nbor(-1).text == ",":
        around = clause_verb(first.head)  # "met the envoy on Monday, who praised ..."
        lenders += [around] if around is not None else []
    start = verb.sent.start
    if start and start not in bindings.paragraph_starts:
        before = verb.doc[start - 1].sent
        lenders.append(before.root)
        lenders.extend(
            child for child in before.root.children if child.dep_ in ("conj", "ccomp") and child.pos_ in VERBS
        )
    return [lender for lender in lenders if lender.i != verb.i]
