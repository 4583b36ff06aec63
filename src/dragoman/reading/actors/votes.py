"""What kind of actor an unknown name is, by the grammar around its mentions."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.reading.actors.segments import Part, Segment, is_body_name
from dragoman.reading.actors.tokens import Tokens
from dragoman.reading.actors.vocabulary import words
from dragoman.reading.spelling import parts
from dragoman.records.reading import ActorKind

PLACE = "place"  # a name of kind `other` of which it is known that it is a place
_DATELINE = frozenset({",", "—", "–", "-", "--", "("})
_LEAST = 0.4  # below this a name's kind is not known
_PLACE_CAP = 3.0  # many an "in X" does not outweigh one "X's government"
_PERSON, _STATE = ActorKind.PERSON.value, ActorKind.STATE.value
_ORGANISATION, _GROUP = ActorKind.ORGANISATION.value, ActorKind.GROUP.value


@dataclass
class Named:
    """One mention of a name that the gazetteer does not know."""

    start: int
    end: int
    key: tuple[str, ...]
    before: Segment | None = None  # the office, title or people right before it in its run
    after: Segment | None = None
    votes: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))


def name_key(tokens: Tokens, start: int, end: int) -> tuple[str, ...]:
    """The plain parts of a name, for telling whether two names are written alike."""
    found = [part for word in tokens.text[start:end] for part in parts(word.replace(".", ""))]
    return tuple(part for part in found if part not in {"'", "'s"}) or tuple(tokens.low[start:end])


def vote(
    tokens: Tokens, named: Named, countries: frozenset[str], introduced: frozenset[str], *, unlisted: bool
) -> None:
    """Adds to `named.votes` what this mention tells.

    `countries` are names that have a people's name beside them; `introduced` the last words of longer names and
    of names that follow an office. Other bare words are seldom persons, whatever their label, where the block
    speaks of countries that the gazetteer does not know (`unlisted`).
    """
    votes = named.votes
    start, end = named.start, named.end
    _by_form(tokens, named)
    bare = unlisted and end - start == 1 and tokens.low[start] not in introduced
    _by_label(tokens, named, 0.3 if bare else 0.75 if end - start == 1 else 1.5)
    if bare and tokens.dep[start] in {"nsubj", "nsubjpass"}:
        votes[_STATE] += 0.2
        votes[_PERSON] -= 0.4
    if named.before is not None and named.before.part in {Part.OFFICE, Part.TITLE}:
        votes[_PERSON] += 6
    if end - start == 1 and tokens.low[start] in countries:
        votes[_STATE] += 5
    _by_words_before(tokens, named)
    _by_words_after(tokens, named)
    _by_apposition(tokens, named)


def _by_form(tokens: Tokens, named: Named) -> None:
    votes, start, end = named.votes, named.start, named.end
    last = tokens.low[end - 1]
    if is_body_name(tokens, start, end):
        movement = last in words("names", "movement") or tokens.low[start] in words("names", "movement")
        votes[_GROUP if movement else _ORGANISATION] += 6 if end - start > 1 else 2
    elif last in words("names", "place") or tokens.low[start] in {"port", "mount", "lake", "fort", "cape"}:
        votes[PLACE] += 5 if end - start > 1 else 1
    word = tokens.text[start]
    if end - start == 1 and word.isupper() and 2 <= len(word.replace(".", "")) <= 6:
        dateline = tokens.initial[start] and tokens.text[end : end + 1] and tokens.text[end] in _DATELINE
        votes[PLACE if dateline else _ORGANISATION] += 3
    inner = tokens.low[start : end - 1]
    if any(w in words("names", "particles") for w in inner) or any(len(w) == 2 and w[1] == "." for w in inner):
        votes[_PERSON] += 3
    elif end - start >= 2 and not is_body_name(tokens, start, end) and not _after_the(tokens, start):
        votes[_PERSON] += 1.0


def _by_label(tokens: Tokens, named: Named, weight: float) -> None:
    labels = Counter(tokens.label[i] for i in range(named.start, named.end))
    label, count = min(labels.items(), key=lambda item: (-item[1], item[0]))
    if count * 2 < named.end - named.start:
        return
    if label == "PERSON":
        named.votes[_PERSON] += weight
    elif label == "ORG":
        named.votes[_ORGANISATION] += weight * 0.6
    elif label in {"GPE", "LOC", "FAC"}:
        named.votes[PLACE] += weight
    elif label == "NORP":
        named.votes[_GROUP] += weight * 0.6
        named.votes[_STATE] += weight * 0.3


def _after_the(tokens: Tokens, start: int) -> bool:
    return start > 0 and tokens.low[start - 1] == "the"


def _by_words_before(tokens: Tokens, named: Named) -> None:
    votes, at = named.votes, named.start - 1
    if at < 0:
        return
    low = tokens.low[at]
    if low == "the" and not tokens.owns(named.end) and named.after is None and _is_head(tokens, named):
        votes[_ORGANISATION] += 2
        votes[_GROUP] += 0.5
    elif low in {"in", "into", "near", "across", "throughout", "outside", "inside", "via"}:
        if not _followed_by_noun(tokens, named):
            votes[PLACE] += 2.5
    elif low == "from" and tokens.lemma[tokens.head[at]] in words("verbs", "dealings"):
        votes[_STATE] += 0.6
    elif low == "at" and not _followed_by_noun(tokens, named):
        votes[PLACE] += 1
    elif low in {"to", "from"} and tokens.lemma[tokens.head[at]] in {"travel", "fly", "return", "go", "move", "flee"}:
        votes[PLACE] += 1.5
    elif low == "of" and tokens.low[max(0, at - 1)] == "capital":
        votes[_STATE] += 5
    elif low == "of" and tokens.low[max(0, at - 1)] in words("names", "state_forms"):
        votes[_STATE] += 4
    elif low == "of" and tokens.low[max(0, at - 1)] in words("nouns", "settlement"):
        votes[PLACE] += 5
    if tokens.low[at] == "group" or tokens.low[at] in {"militia", "movement", "faction", "militants", "rebels"}:
        votes[_GROUP] += 3
    elif tokens.low[at] in {"newspaper", "broadcaster", "agency", "company", "charity", "watchdog"}:
        votes[_ORGANISATION] += 3


def _is_head(tokens: Tokens, named: Named) -> bool:
    last = named.end - 1
    if named.end < len(tokens) and tokens.pos[named.end] == "NOUN" and not tokens.capital[named.end]:
        return False
    return not (tokens.dep[last] in {"compound", "amod", "nmod"} and tokens.head[last] > last)


def _followed_by_noun(tokens: Tokens, named: Named) -> bool:
    return not _is_head(tokens, named) or tokens.owns(named.end)


def _by_words_after(tokens: Tokens, named: Named) -> None:
    votes, at = named.votes, named.end
    if at >= len(tokens):
        return
    if tokens.pos[at] in {"NOUN", "ADJ"} and _phrase_after(tokens, at) & words("nouns", "equipment"):
        votes[_PERSON] -= 6
        votes[_ORGANISATION] -= 4
    elif tokens.owns(at):
        phrase = _phrase_after(tokens, at + 1)
        if phrase & words("nouns", "collective_of_state"):
            votes[_STATE] += 3
            votes[PLACE] += 0.5
        if phrase & words("nouns", "collective_of_group"):
            votes[_GROUP] += 3
        if phrase & {"envoy", "ambassador", "diplomat", "diplomats", "mediators", "mediator", "minister"}:
            votes[_STATE] += 1
    elif tokens.pos[at] in {"NOUN", "ADJ"}:
        phrase = _phrase_after(tokens, at)
        if tokens.lemma[at] in words("nouns", "settlement") or tokens.low[at] in words("names", "place"):
            votes[PLACE] += 3
        elif phrase & {"administration", "presidency", "campaign"}:
            votes[_PERSON] += 3
        elif phrase & words("nouns", "collective_of_group"):
            votes[_GROUP] += 4
        elif phrase & {"government", "parliament", "army", "embassy", "border", "capital", "foreign ministry"}:
            votes[_STATE] += 2
        elif phrase & {"leader", "leaders", "official", "officials", "spokesman", "spokeswoman", "spokesperson"}:
            votes[_ORGANISATION] += 1
    elif (
        tokens.text[at] == "," and at + 2 < len(tokens) and tokens.text[at + 1].isdigit() and tokens.text[at + 2] == ","
    ):
        votes[_PERSON] += 4
    elif tokens.low[at : at + 3] == [",", "led", "by"]:
        votes[_STATE if {"prime", "president", "king"} & set(tokens.low[at + 3 : at + 5]) else _GROUP] += 3
    elif tokens.low[at] == "who" or (tokens.text[at] == "," and tokens.low[at + 1 : at + 2] == ["who"]):
        votes[_PERSON] += 3
    _by_clause(tokens, named)


def _by_clause(tokens: Tokens, named: Named) -> None:
    """What the name does, and what its sentence says is its own: "Varra was informed through its embassy"."""
    votes, last = named.votes, named.end - 1
    verb = tokens.head[last]
    if tokens.dep[last] in {"nsubj", "nsubjpass"}:
        if tokens.lemma[verb] in words("verbs", "speech"):
            votes[_STATE] += 0.6
            votes[_PERSON] += 0.6
            votes[_ORGANISATION] += 0.5
        for i in range(last + 1, min(last + 12, len(tokens))):
            if tokens.sentence[i] != tokens.sentence[last]:
                break
            if tokens.low[i] == "its":
                owned = tokens.lemma[tokens.head[i]]
                votes[_STATE] += 2 if owned in words("nouns", "collective_of_state") else 0.5
                break
    if tokens.low[named.start - 1 : named.start] == ["between"] or (
        tokens.dep[last] == "conj" and "between" in tokens.low[max(0, named.start - 6) : named.start]
    ):
        votes[_STATE] += 1.5


def _phrase_after(tokens: Tokens, at: int) -> set[str]:
    """The nouns that a possessor or a name before a noun goes with, alone and with the word before them."""
    found: set[str] = set()
    for i in range(at, min(at + 4, len(tokens))):
        if tokens.pos[i] not in {"NOUN", "ADJ", "PROPN"}:
            break
        found.update((tokens.low[i], tokens.lemma[i]))
        if i > at:
            found.add(f"{tokens.low[i - 1]} {tokens.low[i]}")
            found.add(f"{tokens.low[i - 1]} {tokens.lemma[i]}")
    return found


def _by_apposition(tokens: Tokens, named: Named) -> None:
    """`X, a rebel group` and `the port city of X`, `the rebel group, X`."""
    noun = _noun_beside(tokens, named)
    if noun is None:
        return
    votes = named.votes
    sure = noun > named.start  # what follows the comma tells more surely than what stands before it
    lemma = tokens.lemma[noun]
    if lemma in words("offices", "heads") or (lemma in words("nouns", "person") and tokens.tag[noun] in {"NN", "NNP"}):
        votes[_PERSON] += 4
    elif lemma in words("nouns", "settlement"):
        votes[PLACE] += 5
    elif lemma in words("nouns", "armed"):
        votes[_GROUP] += 5
    elif lemma in words("nouns", "state"):
        votes[_STATE] += 5
    elif lemma in words("nouns", "group") or lemma in words("nouns", "body"):
        votes[_ORGANISATION] += 4 if sure else 2


def _noun_beside(tokens: Tokens, named: Named) -> int | None:
    at = named.end
    if tokens.text[at : at + 1] == [","] and tokens.low[at + 1 : at + 2] and tokens.low[at + 1] in {"a", "an", "the"}:
        for i in range(at + 2, min(at + 9, len(tokens))):
            if tokens.pos[i] == "NOUN" and (i + 1 >= len(tokens) or tokens.pos[i + 1] not in {"NOUN", "PROPN", "PART"}):
                return i
            if tokens.pos[i] in {"VERB", "AUX", "PUNCT"} and tokens.text[i] not in {"-", "–"}:
                break
        return None
    head = tokens.head[named.end - 1]
    if tokens.dep[named.end - 1] == "appos" and tokens.pos[head] == "NOUN" and head < named.start:
        return head
    return None


def elect(mentions: Iterable[Named]) -> str:
    """The kind (or PLACE) that the mentions of one name are together taken for."""
    total: defaultdict[str, float] = defaultdict(float)
    for named in mentions:
        for kind, score in named.votes.items():
            total[kind] += score
    total[PLACE] = min(total[PLACE], _PLACE_CAP + total[_STATE] if total[_STATE] >= 3 else total[PLACE])
    if (
        total[_STATE] >= 2.5
        and total[_PERSON] < total[_STATE] + 2
        and total[_STATE] + total[PLACE] > max(total[_GROUP], total[_ORGANISATION])
    ):
        return _STATE
    ranked = sorted(((score, kind) for kind, score in total.items() if score > 0), key=lambda item: (-item[0], item[1]))
    if not ranked or ranked[0][0] < _LEAST:
        return ActorKind.OTHER.value
    best = ranked[0][1]
    return PLACE if best == _STATE and ranked[0][0] < 1.2 and total[PLACE] > 0 else best
