"""Who holds which office, and whose: "Osk's foreign minister, Ana Taro", "Ana Taro, a spokeswoman for the Council"."""

from dragoman.reading.actors.draft import Draft
from dragoman.reading.actors.names import Names
from dragoman.reading.actors.phrases import owner_of
from dragoman.reading.actors.tokens import Tokens
from dragoman.reading.actors.vocabulary import office_phrases, words
from dragoman.records.reading import ActorKind

_REACH = 8  # tokens after a name's comma in which an office is looked for


def hold_offices(names: Names) -> None:
    """Gives each person of the block the offices that the text gives them, and whose those are."""
    tokens = names.tokens
    for segment, before, holder in names.offices:
        if holder is not None and holder.kind is ActorKind.PERSON:
            last = segment.end - 1
            possessor = names.by_token.get(segment.start - 2) if tokens.owns(segment.start - 1) else None
            owner = before or possessor or _other(owner_of(tokens, last, names.by_token, names.peoples), holder)
            _give(tokens, names, holder, last, owner)
    for draft in list(names.drafts):
        if draft.kind is ActorKind.PERSON and draft.named:
            for start, end in list(draft.mentions):
                for noun in _office_nouns(tokens, start, end):
                    owner = _other(owner_of(tokens, noun, names.by_token, names.peoples), draft)
                    _give(tokens, names, draft, noun, owner)


def office_at(tokens: Tokens, i: int) -> str:
    """The office whose last word is at `i`, with its portfolio: "foreign minister", "secretary of state"."""
    for length in (4, 3, 2):
        start = i - length + 1
        if start >= 0:
            candidate = tuple(tokens.low[start : i + 1])
            if candidate in office_phrases().get(candidate[0], ()):
                return " ".join(candidate)
    if tokens.low[i + 1 : i + 2] == ["of"] and i + 2 < len(tokens):
        for phrase in office_phrases().get(tokens.low[i], ()):
            if tuple(tokens.low[i : i + len(phrase)]) == phrase:
                return " ".join(phrase)
    return tokens.low[i]


def _office_nouns(tokens: Tokens, start: int, end: int) -> list[int]:
    """The nouns beside a name that say what the person is."""
    found: list[int] = []
    before = start - 1
    if before >= 0 and _is_office(tokens, before) and not tokens.capital[before]:
        found.append(before)
    while before >= 0 and tokens.low[before] in words("offices", "titles"):
        before -= 1
    root = end - 1
    if tokens.dep[root] == "appos" and tokens.head[root] < start and _is_office(tokens, tokens.head[root]):
        found.append(tokens.head[root])
    elif tokens.text[before : before + 1] == [","] and before and _is_office(tokens, before - 1):
        found.append(before - 1)
    if tokens.text[end : end + 1] == [","]:
        found.extend(_after(tokens, root, end))
    return [noun for noun in dict.fromkeys(found) if not tokens.doc[noun].is_space]


def _after(tokens: Tokens, root: int, end: int) -> list[int]:
    found = [c for c in tokens.children[root] if c > end and tokens.dep[c] == "appos" and _is_office(tokens, c)]
    found.extend(
        c for noun in list(found) for c in tokens.children[noun] if tokens.dep[c] == "conj" and _is_office(tokens, c)
    )
    if found:
        return found
    for i in range(end + 1, min(end + _REACH, len(tokens))):
        if tokens.pos[i] in {"VERB", "AUX", "ADP", "CCONJ", "PRON", "SCONJ"} or tokens.text[i] in {",", ".", ";"}:
            break
        follows = tokens.pos[i + 1] if i + 1 < len(tokens) else "PUNCT"
        if _is_office(tokens, i) and follows in {"PUNCT", "ADP", "CCONJ", "SCONJ", "PRON"}:
            return [i]
    return []


def _is_office(tokens: Tokens, i: int) -> bool:
    known = tokens.low[i] in words("offices", "heads") or tokens.low[i] in words("nouns", "person")
    return known and tokens.tag[i] in {"NN", "NNP"}


def _other(owner: Draft | None, holder: Draft) -> Draft | None:
    return None if owner is holder or (owner is not None and owner.kind is ActorKind.PERSON) else owner


def _give(tokens: Tokens, names: Names, holder: Draft, noun: int, owner: Draft | None) -> None:
    holder.offices.append((office_at(tokens, noun), owner))
    if holder.of is None and owner is not None:
        holder.of = owner
    said = names.by_token.get(noun)
    if said is None or not said.named:
        if said is not None and said is not holder:
            _drop_mention(names, said, noun)
        names.by_token[noun] = holder


def _drop_mention(names: Names, draft: Draft, noun: int) -> None:
    """An office that stands beside its holder's name is no actor of its own."""
    draft.mentions[:] = [(start, end) for start, end in draft.mentions if end - 1 != noun]
    for i in [i for i, who in _near(names, noun) if who is draft]:
        del names.by_token[i]


def _near(names: Names, noun: int) -> list[tuple[int, Draft]]:
    return [(i, names.by_token[i]) for i in range(max(0, noun - 12), noun + 1) if i in names.by_token]
