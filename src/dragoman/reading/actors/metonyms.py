"""Whether a capital's or a palace's name stands for the state or for the place, by the grammar around it."""

from dragoman.reading.actors.tokens import Tokens
from dragoman.reading.actors.vocabulary import words


def stands_for_state(tokens: Tokens, start: int, end: int, *, seat: bool = False) -> bool:
    """Whether the name at `[start, end)`, a capital's (or with `seat` a palace's), acts or is dealt with."""
    head = end - 1
    if end < len(tokens) and tokens.owns(end):
        return _owns_as_state(tokens, end)
    at = _first_conjunct(tokens, head)
    dep, governor = tokens.dep[at], tokens.head[at]
    before = tokens.low[start - 1] if start else ""
    if before in words("verbs", "place_prepositions"):
        return False
    if before == "the" and start > 1 and tokens.low[start - 2] in words("verbs", "place_prepositions"):
        return False
    if dep in {"nsubj", "nsubjpass", "csubj"}:
        return tokens.pos[governor] in {"VERB", "AUX"} and _acts(tokens, governor)
    if dep in {"dobj", "dative", "iobj"}:
        return tokens.lemma[governor] in words("verbs", "state_object")
    if dep == "pobj":
        return _after_preposition(tokens, governor, seat=seat)
    if dep in {"compound", "amod", "nmod"} and governor > at:
        return seat or _is_dealing(tokens, governor)
    return seat and dep != "appos"


def _first_conjunct(tokens: Tokens, i: int) -> int:
    steps = 0
    while tokens.dep[i] == "conj" and steps < 8:
        i = tokens.head[i]
        steps += 1
    return i


def _owns_as_state(tokens: Tokens, end: int) -> bool:
    """`X's capacity`, `X's decision`; not `X's streets`."""
    owned = tokens.head[end - 1]
    if owned < end:
        return False
    phrase = {tokens.lemma[owned], tokens.low[owned], f"{tokens.low[owned - 1]} {tokens.low[owned]}"}
    return not phrase & (words("verbs", "city_possessions") | words("nouns", "settlement"))


def _acts(tokens: Tokens, verb: int) -> bool:
    if tokens.lemma[verb] in words("verbs", "city_subject"):
        return False
    if tokens.lemma[verb] == "be":
        attributes = (c for c in tokens.children[verb] if tokens.dep[c] == "attr")
        return not any(tokens.lemma[c] in words("nouns", "settlement") for c in attributes)
    return True


def _after_preposition(tokens: Tokens, preposition: int, *, seat: bool) -> bool:
    low = tokens.low[preposition]
    if low in words("verbs", "state_prepositions"):
        return True
    governor = tokens.head[preposition]
    if low in {"from", "to", "for", "of", "on"}:
        return tokens.lemma[governor] in words("verbs", "dealings") or (
            low == "on" and tokens.lemma[governor] in {"pressure", "call", "rely", "sanction", "depend"}
        )
    return seat and low not in words("verbs", "place_prepositions")


def _is_dealing(tokens: Tokens, noun: int) -> bool:
    lemma = tokens.lemma[noun]
    return lemma in words("verbs", "dealings") or lemma in words("nouns", "person") or lemma in words("nouns", "acts")


def acts_as_state(tokens: Tokens, i: int) -> bool:
    """Whether an adjective of a people (or the people, "the Norwegians") stands for their state."""
    head = tokens.head[i]
    if tokens.dep[i] in {"amod", "compound", "nmod", "poss"} and head > i:
        lemma = tokens.lemma[head]
        return (
            lemma in words("nouns", "acts")
            or lemma in words("nouns", "government")
            or lemma in words("nouns", "body")
            or lemma in words("offices", "heads")
            or tokens.capital[head]
        )
    if tokens.tag[i] in {"NNPS", "NNS"} or tokens.low[i].endswith("s"):
        before = tokens.low[i - 1] if i else ""
        return before == "the" and not any(tokens.dep[c] in {"nummod", "amod"} for c in tokens.children[i])
    return False
