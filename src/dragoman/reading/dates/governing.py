"""What each time expression of a block governs, by the parse and not by nearness."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.reading.dates.happenings import is_happening
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import TimeExpression, TimexType

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
VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
MOST_STEPS = 60
# A day after one of these is the day of what is to be done: "was expected on Monday to sign".
_FORESEEN = frozenset(("expect", "schedule", "set", "plan", "slate", "due", "intend", "hope"))


_KEY = "dragoman_dates"


@dataclass(frozen=True)
class Bound:
    """An expression, the first of its tokens, and the token that it dates."""

    expression: TimeExpression
    at: int
    governs: int
    before: str  # the word before it: "from", "since", "until", ...


class Bindings:
    """What every expression of one block governs; made once for a block and its dates."""

    def __init__(self, parsed: Parsed, dates: Sequence[TimeExpression]) -> None:
        self.dates = tuple(dates)
        self.by_token: dict[int, list[Bound]] = {}
        self.standing: dict[int, Bound] = {}  # by each of their own words
        self.paragraph_starts = frozenset(paragraph.start for paragraph in parsed.paragraphs)
        for expression in dates:
            covered = list(parsed.tokens_at(expression.span))
            if not covered or not _can_date(expression):
                continue
            root = _root(covered)
            for token in covered:
                self.standing[token.i] = Bound(expression, covered[0].i, token.i, "")
            governed = _governed(root)
            if governed is not None and governed.pos_ in VERBS and _is_meant_for(root, expression):
                continue
            if governed is not None and _is_before_infinitive(root, covered[0], governed):
                governed = main_verb(governed.head) if governed.head.pos_ in VERBS else governed.head
            if governed is not None and is_told_past(expression):
                governed = _out_of_infinitive(governed)
            if governed is None:
                continue
            first = covered[0].i
            before = parsed.doc[first - 1].lower_ if first else ""
            self.by_token.setdefault(governed.i, []).append(Bound(expression, first, governed.i, before))

    def of(self, token: Token) -> list[Bound]:
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


def bindings_of(parsed: Parsed, dates: Sequence[TimeExpression]) -> Bindings:
    """The block's bindings, kept with its doc: many clauses ask about one block."""
    kept = parsed.doc.user_data.get(_KEY)
    if isinstance(kept, Bindings) and (kept.dates is dates or kept.dates == tuple(dates)):
        return kept
    made = Bindings(parsed, dates)
    parsed.doc.user_data[_KEY] = made
    return made


def _root(covered: list[Token]) -> Token:
    low, high = covered[0].i, covered[-1].i
    return next((t for t in covered if not low <= t.head.i <= high or t.head.i == t.i), covered[-1])


def names_happening(token: Token) -> bool:
    """Whether a noun names something that happens at a time."""
    return is_happening(token.lemma_.lower())


def _governed(token: Token) -> Token | None:
    """The verb, or the noun that names a happening, that the expression headed by `token` dates."""
    start = token
    for _ in range(MOST_STEPS):
        head = token.head
        if head.i == token.i:
            return token if token.pos_ in VERBS or (token is not start and token.pos_ in NOUNS) else None
        if head.pos_ in VERBS:
            return main_verb(head)
        if head.pos_ in NOUNS:
            if token.dep_ in _BEFORE_NOUN and token is start:
                return _beyond_name(token, head) or head
            if names_happening(head) and (
                token.dep_ in ("prep", "npadvmod", "appos", "advmod") or token.dep_ in _BEFORE_NOUN
            ):
                return head
        token = head
    return None


def _beyond_name(date: Token, name: Token) -> Token | None:
    """The verb of "In May Osk had asked them to leave", where the parser takes "May Osk" for one name."""
    before = date.nbor(-1) if date.i else None
    if name.pos_ != "PROPN" or before is None or before.lower_ not in ("in", "on", "by"):
        return None
    verb = before.head
    if verb.pos_ not in VERBS or any(child.dep_ == "pobj" and child.i != name.i for child in before.children):
        return None
    if any(child.dep_ in ("nsubj", "nsubjpass") and child.i != name.i for child in verb.children):
        return None
    return main_verb(verb)


def is_told_past(expression: TimeExpression) -> bool:
    """Whether its own words put it before the report's day: "two weeks ago", "last month", "yesterday"."""
    offset = expression.offset
    if offset is None or offset.anchor != "published" or offset.unit in ("weekday", "date"):
        return False
    return offset.n is not None and offset.n < 0 and expression.type is not TimexType.DURATION


def _out_of_infinitive(verb: Token) -> Token:
    """What was only asked for was not done then: the time of "asked to leave last week" is the asking's."""
    while verb.dep_ in ("xcomp", "ccomp", "advcl") and verb.head.i != verb.i and verb.head.pos_ in VERBS:
        if not any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children):
            break
        verb = verb.head
    return verb


def _is_before_infinitive(root: Token, first: Token, verb: Token) -> bool:
    """Whether a day stands between an act and what it was done for: "reached an accord on Monday to stop the war"."""
    if root.dep_ not in ("pobj", "npadvmod") or verb.dep_ not in ("acl", "advcl", "xcomp", "relcl"):
        return False
    if verb.head.pos_ in VERBS and (verb.head.lemma_.lower() in _FORESEEN or not is_simple_past(verb.head)):
        return False
    to = next((child for child in verb.children if child.lower_ == "to" and child.dep_ == "aux"), None)
    return to is not None and verb.head.i < first.i < to.i and verb.head.i != verb.i


def main_verb(verb: Token) -> Token:
    """The main verb of an auxiliary."""
    for _ in range(MOST_STEPS):
        if verb.dep_ in ("aux", "auxpass") and verb.head.i != verb.i:
            verb = verb.head
        else:
            return verb
    return verb


def clause_verb(token: Token) -> Token | None:
    """The verb whose argument a noun is."""
    for _ in range(MOST_STEPS):
        if token.head.i == token.i or token.dep_ in ("relcl", "acl", "advcl", "ccomp"):
            return None
        token = token.head
        if token.pos_ in VERBS:
            return main_verb(token)
    return None


def is_simple_past(verb: Token) -> bool:
    """Whether a verb tells a step of the story: no pluperfect, which looks back, and no perfect, which sums up."""
    if verb.pos_ not in VERBS:
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"had", "has", "have", "been", "to"}:
        return False
    return verb.tag_ == "VBD" or bool(helpers & {"was", "were", "did"})
