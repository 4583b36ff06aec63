"""Which time governs a clause: by the parse, not by nearness."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.reading.dates.happenings import is_happening, is_saying
from dragoman.reading.dates.timing import interval
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import TimedAs, TimeExpression, TimexType, Timing
from dragoman.records.span import Span
from dragoman.records.time import Interval

# Between a date and what it dates: these arcs never leave the clause.
_THROUGH = frozenset(
    {
        "npadvmod",
        "prep",
        "pobj",
        "advmod",
        "pcomp",
        "nmod",
        "tmod",
        "amod",
        "compound",
        "appos",
        "dobj",
        "nsubj",
        "nsubjpass",
        "attr",
        "dative",
        "agent",
        "poss",
        "nummod",
        "det",
        "oprd",
        "acomp",
        "obj",
        "obl",
        "dep",
        "quantmod",
        "conj_noun",
    }
)
# A date before its noun ("the Oct. 7 attack", "Friday's talks") dates the noun alone.
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_MOST_STEPS = 60


@dataclass(frozen=True)
class _Bound:
    """An expression, the first of its tokens, and the token that it dates."""

    expression: TimeExpression
    at: int
    governs: int
    before: str  # the word before it: "from", "since", "until", ...


class _Bindings:
    """What every expression of one block governs; made once for a block and its dates."""

    def __init__(self, parsed: Parsed, dates: Sequence[TimeExpression]) -> None:
        self.dates = tuple(dates)
        self.by_token: dict[int, list[_Bound]] = {}
        self.standing: dict[int, _Bound] = {}  # by each of their own words
        self.paragraph_starts = frozenset(paragraph.start for paragraph in parsed.paragraphs)
        for expression in dates:
            covered = list(parsed.tokens_at(expression.span))
            if not covered or not _can_date(expression):
                continue
            root = _root(covered)
            for token in covered:
                self.standing[token.i] = _Bound(expression, covered[0].i, token.i, "")
            governed = _governed(root)
            if governed is not None and governed.pos_ in _VERBS and _is_meant_for(root, expression):
                continue
            if governed is not None and _told_past(expression):
                governed = _out_of_infinitive(governed)
            if governed is None:
                continue
            first = covered[0].i
            before = parsed.doc[first - 1].lower_ if first else ""
            self.by_token.setdefault(governed.i, []).append(_Bound(expression, first, governed.i, before))

    def of(self, token: Token) -> list[_Bound]:
        """What governs the token itself."""
        return self.by_token.get(token.i, [])


def _is_meant_for(root: Token, expression: TimeExpression) -> bool:
    """Whether it is the day that something was meant for: "promised for Friday" was not promised on Friday."""
    return root.dep_ == "pobj" and root.head.lower_ == "for" and expression.type is not TimexType.DURATION


def _can_date(expression: TimeExpression) -> bool:
    """Whether it says when: not a set, and of durations only those that reach up to or on from some day."""
    if expression.type is TimexType.SET:
        return False
    return expression.type is not TimexType.DURATION or expression.offset is not None


_KEY = "dragoman_dates"


def _bindings(parsed: Parsed, dates: Sequence[TimeExpression]) -> _Bindings:
    """The block's bindings, kept with its doc: many clauses ask about one block."""
    kept = parsed.doc.user_data.get(_KEY)
    if isinstance(kept, _Bindings) and (kept.dates is dates or kept.dates == tuple(dates)):
        return kept
    made = _Bindings(parsed, dates)
    parsed.doc.user_data[_KEY] = made
    return made


def _root(covered: list[Token]) -> Token:
    low, high = covered[0].i, covered[-1].i
    return next((t for t in covered if not low <= t.head.i <= high or t.head.i == t.i), covered[-1])


def _happening(token: Token) -> bool:
    return is_happening(token.lemma_.lower())


def _governed(token: Token) -> Token | None:
    """The verb, or the noun that names a happening, that the expression headed by `token` dates."""
    start = token
    for _ in range(_MOST_STEPS):
        head = token.head
        if head.i == token.i:
            return token if token.pos_ in _VERBS or (token is not start and token.pos_ in _NOUNS) else None
        if head.pos_ in _VERBS:
            return _main(head)
        if head.pos_ in _NOUNS:
            if token.dep_ in _BEFORE_NOUN and token is start:
                return head
            if _happening(head) and (
                token.dep_ in ("prep", "npadvmod", "appos", "advmod") or token.dep_ in _BEFORE_NOUN
            ):
                return head
        token = head
    return None


def _told_past(expression: TimeExpression) -> bool:
    """Whether its own words put it before the report's day: "two weeks ago", "last month", "yesterday"."""
    offset = expression.offset
    if offset is None or offset.anchor != "published" or offset.unit in ("weekday", "date"):
        return False
    return offset.n is not None and offset.n < 0 and expression.type is not TimexType.DURATION


def _out_of_infinitive(verb: Token) -> Token:
    """What was only asked for was not done then: the time of "asked to leave last week" is the asking's."""
    while verb.dep_ in ("xcomp", "ccomp", "advcl") and verb.head.i != verb.i and verb.head.pos_ in _VERBS:
        if not any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children):
            break
        verb = verb.head
    return verb


def _main(verb: Token) -> Token:
    """The main verb of an auxiliary."""
    for _ in range(_MOST_STEPS):
        if verb.dep_ in ("aux", "auxpass") and verb.head.i != verb.i:
            verb = verb.head
        else:
            return verb
    return verb


def bound(parsed: Parsed, dates: Sequence[TimeExpression], token: Token) -> tuple[TimeExpression, ...]:
    """The expressions that govern the clause (or the noun that names a happening) headed by `token`, in order."""
    rows, _ = _rows(_bindings(parsed, dates), token)
    return tuple(one.expression for one in rows)


def _rows(bindings: _Bindings, token: Token) -> tuple[list[_Bound], TimedAs]:
    head, kind = _main(token), TimedAs.OWN
    own = bindings.of(head)
    if not own and head.pos_ in _VERBS:
        own = _through(bindings, head) or _shared(bindings, head)
        if not own:
            own, kind = _at_once(bindings, head)
    elif not own:
        verb = _clause_verb(head)
        own = bindings.of(verb) if verb is not None else []
    return sorted(own, key=lambda one: one.at), kind


def _at_once(bindings: _Bindings, verb: Token) -> tuple[list[_Bound], TimedAs]:
    """The date of what happened at the same time: "were seized when they took the dam on Jan. 14", "Sunday, when"."""
    at_once = _opens_at_once(verb)
    if verb.dep_ == "relcl" and at_once:
        found = bindings.standing.get(verb.head.i)
        return ([found] if found is not None else []), TimedAs.OWN
    if not _simple_past(verb):
        return [], TimedAs.OWN
    if verb.dep_ == "advcl" and at_once and verb.head.pos_ in _VERBS and _simple_past(verb.head):
        lent = [] if is_saying(verb.head.lemma_.lower()) else _at_one_time(bindings.of(verb.head))
        return lent, TimedAs.LENT
    for child in verb.children:
        if child.dep_ == "advcl" and child.i > verb.i and _opens_at_once(child) and _simple_past(child):
            return _at_one_time(bindings.of(child)), TimedAs.LENT
    return [], TimedAs.OWN


def _at_one_time(rows: list[_Bound]) -> list[_Bound]:
    """The one time of a clause, where it is no bound of a longer one."""
    if len(rows) != 1 or rows[0].before in ("since", "from", "until", "till", "by", "before", "after", "to"):
        return []
    return rows


def _opens_at_once(verb: Token) -> bool:
    return any(child.lower_ in ("when", "as") and child.dep_ in ("advmod", "mark") for child in verb.children)


def _clause_verb(token: Token) -> Token | None:
    """The verb whose argument a noun is."""
    for _ in range(_MOST_STEPS):
        if token.head.i == token.i or token.dep_ in ("relcl", "acl", "advcl", "ccomp"):
            return None
        token = token.head
        if token.pos_ in _VERBS:
            return _main(token)
    return None


def _through(bindings: _Bindings, verb: Token) -> list[_Bound]:
    """The date of the happening in which the act took place: "were killed in the May 3 attack"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "during", "at"):
            for noun in child.children:
                found = bindings.of(noun) if noun.dep_ == "pobj" and _happening(noun) else []
                if found:
                    return found
    return []


def _shared(bindings: _Bindings, verb: Token) -> list[_Bound]:
    """A date before the first of several coordinated verbs holds for all that have none of their own."""
    head = verb
    for _ in range(_MOST_STEPS):
        if head.dep_ != "conj" or head.head.i == head.i or head.head.pos_ not in _VERBS:
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
    rows, kind = _rows(_bindings(parsed, dates), token)
    kept = [one for one in rows if one.expression not in leaving_out]
    found = _timing(kept, kind)
    return found if found is None or kind is TimedAs.OWN or interval(found, by_span(dates)) is not None else None


def _timing(rows: list[_Bound], kind: TimedAs) -> Timing | None:
    if not rows:
        return None
    return Timing(spans=tuple(one.expression.span for one in rows), before=tuple(one.before for one in rows), kind=kind)


def by_span(dates: Sequence[TimeExpression]) -> dict[Span, TimeExpression]:
    """Expressions by where they stand."""
    return {one.span: one for one in dates}


def bind(parsed: Parsed, dates: Sequence[TimeExpression], token: Token) -> Interval | None:
    """The days of the time that governs the clause headed by `token`; None when the clause has none of its own."""
    return interval(timing(parsed, dates, token), by_span(dates))


def story(parsed: Parsed, dates: Sequence[TimeExpression], token: Token) -> Timing | None:
    """The time that a past clause without its own inherits from the story; its days have precision NARRATIVE.

    It comes from the clause that it is coordinated with, or from the sentence before in the same paragraph, when
    that tells the past at a bound time. A day on which something was only said is never inherited. None for none.
    """
    head = _main(token)
    if not _simple_past(head) or timing(parsed, dates, head) is not None:
        return None
    bindings = _bindings(parsed, dates)
    for candidate in _lenders(bindings, head):
        if is_saying(candidate.lemma_.lower()) or not _simple_past(candidate):
            continue
        rows = bindings.of(candidate)
        if rows:
            return _timing(sorted(rows, key=lambda one: one.at), TimedAs.STORY)
    return None


def narrative(parsed: Parsed, dates: Sequence[TimeExpression], token: Token) -> Interval | None:
    """The days that a past clause without its own time inherits from the story; None for none."""
    return interval(story(parsed, dates, token), by_span(dates))


def _simple_past(verb: Token) -> bool:
    """Whether a verb tells a step of the story: no pluperfect, which looks back, and no perfect, which sums up."""
    if verb.pos_ not in _VERBS:
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"had", "has", "have", "been", "to"}:
        return False
    return verb.tag_ == "VBD" or bool(helpers & {"was", "were", "did"})


def _lenders(bindings: _Bindings, verb: Token) -> list[Token]:
    """The clauses that could lend their time: those coordinated with it, then the previous sentence's main ones."""
    lenders = [verb.head] if verb.dep_ == "conj" and verb.head.pos_ in _VERBS else []
    first = lenders[0] if lenders else verb
    if first.dep_ == "relcl" and first.tag_ == "VBD" and first.left_edge.i and first.left_edge.nbor(-1).text == ",":
        around = _clause_verb(first.head)  # "met the envoy on Monday, who praised ..."
        lenders += [around] if around is not None else []
    start = verb.sent.start
    if start and start not in bindings.paragraph_starts:
        before = verb.doc[start - 1].sent
        lenders.append(before.root)
        lenders.extend(
            child for child in before.root.children if child.dep_ in ("conj", "ccomp") and child.pos_ in _VERBS
        )
    return [lender for lender in lenders if lender.i != verb.i]
