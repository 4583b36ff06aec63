"""Names of peoples that the gazetteer does not know, joined to a name in the same block (Varra, Varran)."""

from dragoman.reading.actors.gazetteer.table import Match
from dragoman.reading.actors.runs import Namey
from dragoman.reading.actors.tokens import Tokens
from dragoman.reading.actors.vocabulary import words
from dragoman.reading.spelling import demonym_stems, looks_like_demonym, stem


def unknown_demonyms(tokens: Tokens, namey: Namey, known: dict[int, Match]) -> dict[str, str]:
    """The plain names of peoples in the block, each with the plain name of its country.

    A people whose country the block does not name is given as its own country, when it stands before the words
    that only a state's adjective stands before (the Varran government).
    """
    inside = {i for match in known.values() for i in range(match.start, match.end)}
    used: dict[str, list[int]] = {}
    for i in range(len(tokens)):
        if tokens.capital[i] and i not in inside and len(tokens.text[i]) > 2 and namey(i):
            used.setdefault(tokens.low[i], []).append(i)
    by_stem: dict[str, list[str]] = {}
    for name in used:
        by_stem.setdefault(stem(name), []).append(name)
    found: dict[str, str] = {}
    for word, places in used.items():
        if not any(_as_adjective(tokens, i) for i in places):
            continue
        base = _base(word, by_stem)
        if base is not None:
            found[word] = base
    for word, places in used.items():
        if word not in found and looks_like_demonym(word) and any(_before_government(tokens, i) for i in places):
            found[word] = word
    # A people's name made from another people's name (Varrans, Varran) goes to the country.
    return {word: found.get(base, base) for word, base in found.items()}


_DEALINGS = frozenset(
    {"talk", "mediation", "proposal", "mediator", "official", "diplomat", "truce", "troop", "soldier"}
)

_LEADERS = frozenset({"administration", "presidency", "campaign", "cabinet"})  # they go by their leader's name


def _base(word: str, by_stem: dict[str, list[str]]) -> str | None:
    for candidate in demonym_stems(word):
        bases = [name for name in by_stem.get(candidate, ()) if name != word]
        if bases:
            return min(bases, key=lambda name: (len(name), name))
    return None


def _as_adjective(tokens: Tokens, i: int) -> bool:
    if tokens.label[i] == "NORP" or tokens.pos[i] == "ADJ" or tokens.tag[i] == "NNPS":
        return True
    after = i + 1
    if after >= len(tokens) or tokens.owns(after):
        return False
    return tokens.dep[i] in {"amod", "compound", "nmod"} and tokens.head[i] > i and not tokens.capital[tokens.head[i]]


def _before_government(tokens: Tokens, i: int) -> bool:
    after = i + 1
    if after >= len(tokens):
        return False
    if tokens.low[after] in _LEADERS and tokens.label[i] != "NORP" and tokens.pos[i] != "ADJ":
        return False
    sure = tokens.label[i] in {"NORP", "GPE"} or tokens.pos[i] == "ADJ" or tokens.low[i].endswith(("ian", "ese", "ish"))
    if sure and tokens.pos[after] == "NOUN" and tokens.dep[i] in {"amod", "compound"} and tokens.head[i] > i:
        return not tokens.initial[i] or tokens.label[i] == "NORP"
    nouns = words("nouns", "government") | words("offices", "heads") | {"ministry", "army", "ambassador", "embassy"}
    if tokens.lemma[after] in nouns or tokens.low[after] in nouns:
        return True
    if tokens.lemma[after] in _DEALINGS and tokens.pos[after] == "NOUN" and not tokens.initial[i]:
        return True
    portfolios = words("offices", "portfolios") | {"prime"}
    return (
        tokens.low[after] in portfolios
        and after + 1 < len(tokens)
        and tokens.low[after + 1] in (nouns | {"minister", "secretary"})
    )
