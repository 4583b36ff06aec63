"""Capitals that the text itself names: "Varra's capital, Port Varra", "Ostrel, the capital of Osk"."""

from dragoman.reading.actors.draft import Draft
from dragoman.reading.actors.gazetteer.table import Match
from dragoman.reading.actors.tokens import Tokens
from dragoman.reading.actors.votes import name_key

Key = tuple[str, ...]
_FAR = 6  # tokens between the word "capital" and the names it joins


def learned_capitals(
    tokens: Tokens,
    by_token: dict[int, Draft],
    known: dict[int, Match],
    demonyms: dict[str, str],
    peoples: dict[int, Draft],
) -> dict[Key, Draft]:
    """The unknown cities of the block that it calls a state's capital, each with that state."""
    by_name: dict[Key, Draft] = {
        (tokens.low[start],): draft
        for draft in by_token.values()
        if draft.key is None
        for start, end in draft.mentions
        if end - start == 1
    }
    found: dict[Key, Draft] = {}
    for i in range(len(tokens)):
        if tokens.low[i] != "capital":
            continue
        state = _state_beside(tokens, by_token, demonyms, by_name, i)
        if state is None:
            continue
        city = _city_beside(tokens, by_token, known, i, state)
        if city is not None:
            found[city] = state
    for city, state in _by_dateline(tokens, by_token, known, peoples).items():
        found.setdefault(city, state)
    return found


def _by_dateline(
    tokens: Tokens, by_token: dict[int, Draft], known: dict[int, Match], peoples: dict[int, Draft]
) -> dict[Key, Draft]:
    """`In Ostrel, Oskan Foreign Minister Ana Taro said`: where no other state's officials so speak, its capital."""
    found: dict[Key, list[Draft]] = {}
    for i in range(len(tokens)):
        if tokens.low[i] != "in" or not tokens.initial[i]:
            continue
        draft = by_token.get(i + 1)
        if draft is None or i + 1 in known or not draft.place:
            continue
        end = next((e for s, e in draft.mentions if s == i + 1), i + 2)
        if tokens.text[end : end + 1] != [","]:
            continue
        state = next((peoples[j] for j in range(end + 1, min(end + 4, len(tokens))) if j in peoples), None)
        if state is not None:
            found.setdefault(name_key(tokens, i + 1, end), []).append(state)
    return {city: states[0] for city, states in found.items() if all(state is states[0] for state in states)}


def _state_beside(
    tokens: Tokens, by_token: dict[int, Draft], demonyms: dict[str, str], by_name: dict[Key, Draft], i: int
) -> Draft | None:
    if tokens.owns(i - 1) and i > 1:
        return by_token.get(i - 2)
    if i and tokens.low[i - 1] in demonyms:
        return by_name.get((demonyms[tokens.low[i - 1]],))
    if tokens.low[i + 1 : i + 2] == ["of"] and i + 2 < len(tokens):
        at = i + 3 if tokens.low[i + 2] == "the" else i + 2
        return by_token.get(at)
    return None


def _city_beside(
    tokens: Tokens, by_token: dict[int, Draft], known: dict[int, Match], i: int, state: Draft
) -> Key | None:
    """The name after "capital" (and a comma, or "of X,"), or before ", the capital of X"."""
    for at in range(i + 1, min(i + _FAR, len(tokens))):
        draft = by_token.get(at)
        if draft is not None and draft is not state and at not in known:
            return _key_at(tokens, draft, at)
        if tokens.pos[at] in {"VERB", "AUX"} or tokens.text[at] == ".":
            break
    for at in range(i - 1, max(i - _FAR, -1), -1):
        draft = by_token.get(at)
        if draft is state or tokens.pos[at] in {"VERB"}:
            break
        if draft is not None and tokens.text[at + 1] == ",":
            return _key_at(tokens, draft, at)
    return None


def _key_at(tokens: Tokens, draft: Draft, at: int) -> Key | None:
    for start, end in draft.mentions:
        if start <= at < end:
            return name_key(tokens, start, end)
    return None
