"""Which way a clause points in time: by the verb that governs a word."""

import bisect
import functools

from spacy.tokens import Doc, Token

from dragoman.reading.dates import lexicon
from dragoman.reading.dates.choose import EARLIER, FUTURE, LATER, NEAREST, PAST, PRESENT

_VERBS = frozenset({"VERB", "AUX"})
_FUTURE_AUX = frozenset(
    {"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "could", "can", "should", "must"}
)
_BEFORE_NOUN = frozenset({"compound", "nmod", "amod", "nummod", "poss"})
_MOST_STEPS = 40


def governor(token: Token) -> Token | None:
    """The nearest verb above the token (or the token itself); None when there is none."""
    steps = 0
    while steps < _MOST_STEPS:
        if token.pos_ in _VERBS:
            return token
        if token.head is token or token.head.i == token.i:
            return None
        token = token.head
        steps += 1
    return None


def direction(token: Token) -> str:
    """Where the clause that the token stands in points: past or future, weakly so (see choose), nearest or present."""
    verb = governor(token)
    if _mark(token) == "since":
        return PAST
    if _falls_due(token):
        return FUTURE
    if verb is None:
        return NEAREST if _awaited(token) is not None else PRESENT
    lemma = verb.lemma_.lower()
    if lemma in _words()["plans"] and not any(child.lower_ == "had" for child in verb.children):
        return FUTURE
    if lemma in _words()["postpones"] and _mark(token) in ("until", "to", "till", "by"):
        return FUTURE
    if _mark(token) in ("until", "by", "till") and _sets_deadline(verb):
        return FUTURE
    if verb.tag_ == "VBG" and lemma in _words()["opens"] and verb.i and verb.nbor(-1).pos_ in ("NOUN", "PROPN"):
        return FUTURE  # "were told of talks starting Monday"
    told = of_verb(verb)
    if told == PAST and _comes_for(token, verb):
        return NEAREST if token.dep_ == "poss" else FUTURE
    if told == PRESENT and _scheduled(token, verb):
        told = FUTURE
    if told == PRESENT and any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.children):
        told = FUTURE
    awaited = _awaited(token)
    if awaited == "eve" and told == PAST and not _is_kind(token, "weekday"):
        return PAST  # "freed on the eve of the feast"
    if awaited is not None and told == PAST:
        return NEAREST if awaited in ("ahead", "pending", "before", "eve") else told
    if awaited is not None:
        return NEAREST if told == PRESENT and awaited == "before" else FUTURE
    if told in (FUTURE, LATER) and stands_before_noun(token):
        return NEAREST
    return EARLIER if told == PAST and _of_noun(token) else told


def _falls_due(token: Token) -> bool:
    """Whether a date is of something that falls due then: "a dividend payable Dec. 1", "bonds maturing in May"."""
    due, first = _words()["falls_due"], token.left_edge
    if first.i and first.nbor(-1).lower_ in due:
        return True
    for _ in range(3):
        if token.head.i == token.i:
            return False
        token = token.head
        if token.lower_ in due:
            return True
        if token.pos_ in _VERBS:
            return False
    return False


def _sets_deadline(verb: Token) -> bool:
    """Whether it is a deadline that was set: "gave them until Tuesday", "ordered him freed by May 3"."""
    told = _words()["deadlines"]
    above = verb.head if verb.head.pos_ == "VERB" else verb.head.head  # "ordered the boy freed by May 3"
    return verb.lemma_.lower() in told or (above.pos_ == "VERB" and above.lemma_.lower() in told)


def _comes_for(token: Token, verb: Token) -> bool:
    """Whether a day is what was prepared for: "called a strike for Friday", "arrived for Friday's funeral"."""
    if token.dep_ == "pobj":
        before = token.head.lower_ == "for" and token.head.head.i == verb.i
        return bool(before) and _is_kind(token, "weekday", "month")
    above = token.head
    if token.dep_ != "poss" or above.dep_ != "pobj" or above.head.lower_ != "for" or above.head.head.i != verb.i:
        return False
    return str(verb.lemma_).lower() in _words()["prepares"]


def _is_kind(token: Token, *kinds: str) -> bool:
    """Whether a word is of one of these kinds of the lexicon."""
    return any(kind in kinds for kind, _ in lexicon.words().get(token.lower_.rstrip("."), ()))


def _awaited(token: Token) -> str | None:
    """The word by which a clause waits for it: "ahead of Tuesday's vote", "until after the Sunday vote"."""
    for _ in range(5):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ in _VERBS:
            return None
        if _is_kind(token, "part", "noon"):
            return None  # "before dawn Friday"
        if token.lower_ in ("until", "till", "ahead", "pending", "before", "eve"):
            return str(token.lower_)
    return None


def _of_noun(token: Token) -> bool:
    """Whether a date is a noun's: "the Jan. 14 deadline", "a cutback in September"."""
    if token.dep_ == "pobj":
        return token.head.dep_ == "prep" and token.head.head.pos_ in ("NOUN", "PROPN")
    return stands_before_noun(token)


def _scheduled(token: Token, verb: Token) -> bool:
    """Whether a present tense tells of what is to come: "begins Monday", not "shows" and not "since Monday"."""
    if verb.tag_ not in ("VBZ", "VBP") or verb.lemma_.lower() not in _words()["scheduled"]:
        return False
    if any(child.dep_ == "ccomp" for child in verb.children):
        return False  # "the talks are over, the paper reports Saturday"
    if token.head.i != verb.i and not (token.dep_ == "pobj" and token.head.head.i == verb.i):
        return False  # "comes after the start Wednesday of"
    return _mark(token) not in ("since", "from", "after")


def _mark(token: Token) -> str:
    """The preposition that a word hangs on."""
    return str(token.head.lower_ if token.dep_ == "pobj" else token.lower_)


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in lexicon.load("tense_words.yaml").items()}


def of_verb(verb: Token) -> str:
    """Where a verb's form points."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {helper.lower_ for helper in helpers}
    if words & {"will", "shall", "'ll", "’ll", "wo"}:
        return FUTURE
    if "to" in words:
        return _infinitive(verb, words)
    if "could" in words and any(child.dep_ == "neg" for child in verb.children):
        return PAST  # "could not be reached Saturday"
    if words & _FUTURE_AUX:
        return PAST if "have" in words else FUTURE
    if words & {"had", "did", "was", "were", "has", "have"} or verb.tag_ == "VBD":
        return PAST
    if verb.tag_ == "VBN" and words == {"be"}:
        return FUTURE  # "demanded that he be freed by Friday"
    if verb.tag_ == "VBN" and not helpers:
        return PAST
    if verb.tag_ == "VBG" and verb.head.i != verb.i and not helpers:
        above = governor(verb.head)
        return PRESENT if above is None else of_verb(above) if above.i != verb.i else PRESENT
    return PRESENT


def _infinitive(verb: Token, words: set[str]) -> str:
    """After "to" lies ahead, unless it was over already then ("had been due to expire")."""
    if "have" in words and verb.tag_ == "VBN":
        return PAST
    above = verb.head
    if above.lemma_ == "be" and verb.dep_ == "xcomp":
        return FUTURE  # "they were to meet Monday"
    for _ in range(6):
        if above.i == verb.i:
            return PRESENT
        if any(child.lower_ == "had" and child.dep_ == "aux" for child in above.children):
            return PAST if above.lemma_.lower() not in _words()["plans"] else EARLIER
        if above.head.i == above.i:
            break
        if above.pos_ in _VERBS and not any(child.lower_ == "to" and child.dep_ == "aux" for child in above.children):
            break
        above = above.head
    if above.pos_ in _VERBS and above.lemma_.lower() not in _words()["plans"] and _told_past(above):
        return LATER
    return FUTURE


def _told_past(verb: Token) -> bool:
    """Whether a verb's own form is past."""
    return verb.tag_ == "VBD" or any(child.lower_ in ("was", "were", "had") for child in verb.children)


def stands_before_noun(token: Token) -> bool:
    """Whether a date stands before the noun that it belongs to: "the May 3 vote", "Friday's ruling"."""
    return token.dep_ in _BEFORE_NOUN and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")


class Tokens:
    """The tokens of a doc by character."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts = [token.idx for token in doc]

    def at(self, char: int) -> Token:
        """The token that covers the character (or the last one before it)."""
        return self.doc[max(0, bisect.bisect_right(self._starts, char) - 1)]

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that touch `[start, end)`."""
        first, last = self.at(start).i, self.at(max(start, end - 1)).i
        return [self.doc[i] for i in range(first, last + 1)]

    def root(self, start: int, end: int) -> Token:
        """The token of the range that the others hang on."""
        inside = self.between(start, end)
        low, high = inside[0].i, inside[-1].i
        for token in inside:
            if not low <= token.head.i <= high or token.head.i == token.i:
                return token
        return inside[-1]
