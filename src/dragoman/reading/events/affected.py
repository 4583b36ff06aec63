"""Whom an act bears on, where its own object names nobody: "sent a mission to the islands", "voted to help refugees".

PLOVER's target is whoever an act is aimed at or bears on, however deep in the clause it is named (manual, 1.3).
"""

from collections import deque
from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.events.clauses import is_after_date
from dragoman.reading.events.matching import Match
from dragoman.reading.events.nouns import conjuncts, is_being, is_day, lemma, without_partitive

_NO_WAY = frozenset(("nsubj", "nsubjpass", "agent", "aux", "auxpass", "npadvmod", "mark", "punct", "neg", "cc", "expl"))
_ASIDE = frozenset(("relcl", "parataxis"))
_SPEAKING = frozenset(("accord", "say", "tell", "report", "add"))
_TIMES = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"))
_PRONOUNS = frozenset(
    ("it", "this", "that", "which", "who", "what", "there", "they", "he", "she", "itself", "themselves")
)
_DEEP = 40


def bears_on(match: Match, taken: frozenset[int]) -> Iterator[tuple[Token, ...]]:
    """Beings and named places below the act with what is coordinated with each, the nearest first; then its object.

    `taken` are words that are nobody: those who do it, times. What is said to have told it and clauses beside it are
    not searched.
    """
    for name in _searched(match, taken):
        found = tuple(t for t in conjuncts(name) if t.i not in taken and _is_somebody(t))
        if found:
            yield found
    thing = match.clause.object() if match.clause is not None else None
    if thing is not None and thing.i not in taken and _is_thing_done_to(thing, match):
        yield (thing,)


def _searched(match: Match, taken: frozenset[int]) -> Iterator[Token]:
    """Words below the act, nearest first: what it is done to and what hangs on that before the rest."""
    heads = [match.head, *(word for word in match.trigger if word.i != match.head.i)]
    queue = deque(heads)
    seen = {word.i for word in heads}
    for _ in range(_DEEP * len(heads)):
        if not queue:
            return
        word = queue.popleft()
        for child in _below(word, top=word.i == match.head.i):
            if child.i in seen or child.i in taken:
                continue
            seen.add(child.i)
            noun = without_partitive(child)
            if _is_somebody(noun) and child.dep_ != "conj" and not _is_own(noun):
                yield noun
            queue.append(child)


def _below(word: Token, *, top: bool) -> list[Token]:
    children = [child for child in word.children if not _is_aside(child) and not (top and child.dep_ in _NO_WAY)]
    kept = []
    for child in children:
        if child.ent_type_ in _TIMES and child.pos_ != "PROPN":
            continue
        if child.dep_ == "ccomp" and lemma(word) in _SPEAKING and not top:
            continue
        if child.pos_ == "ADP" and any(is_after_date(inner) for inner in child.children):
            continue
        if child.pos_ in ("ADP", "VERB") and lemma(child) in _SPEAKING:
            continue
        kept.append(child)
    # What stands behind its governor is what is done to somebody; possessors and names before a noun come after it.
    return sorted(kept, key=lambda c: (c.dep_ not in ("dobj", "dative", "nsubjpass"), c.i < word.i, c.i))


def _is_aside(child: Token) -> bool:
    """Whether a clause only stands beside; one of purpose belongs to the act: "paid to rebuild the islands"."""
    if child.dep_ == "advcl":
        return not any(inner.tag_ == "TO" for inner in child.lefts)
    return child.dep_ in _ASIDE


def _is_own(noun: Token) -> bool:
    """Whether it is said to be somebody's own: "withdrew its troops" bears on others than the troops."""
    return any(child.tag_ == "PRP$" for child in noun.lefts)


def _is_somebody(noun: Token) -> bool:
    if noun.lower_ in _PRONOUNS or is_day(noun) or noun.tag_ in ("PRP$", "WP$", "WDT", "DT"):
        return False
    if noun.ent_type_ in _TIMES or noun.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ"):
        return False
    if noun.pos_ == "ADJ":
        return noun.ent_type_ in ("NORP", "GPE")
    if noun.ent_type_ in ("GPE", "LOC", "FAC", "NORP"):
        return True
    return is_being(noun)


def _is_thing_done_to(thing: Token, match: Match) -> bool:
    """Whether the object itself is what the act bears on: no word of the trigger, no pronoun, no sum or time."""
    if thing.pos_ not in ("NOUN", "PROPN") or thing.ent_type_ in _TIMES:
        return False
    return thing.i not in {word.i for word in match.trigger}
