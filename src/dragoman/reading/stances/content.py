"""What a stance is about: whether that is anything, its words, and the clause around it."""

from spacy.tokens import Token

from dragoman.reading.events.clauses import has_to
from dragoman.reading.events.nouns import lemma
from dragoman.reading.parsed import Parsed
from dragoman.reading.stances.lexicon import lexicon
from dragoman.reading.stances.telling import Told
from dragoman.records.span import Span

_LONGEST = 40  # words; content that runs on further is cut
_NOTHING = frozenset(("nothing", "all", "anything", "none"))
_TRAILING = " \t\r\n,;:-–—("


def is_content(told: Told) -> bool:
    """Whether it is about something: not just "it", nor what the press or doctors are asked for."""
    known = lexicon()
    last = told.content[-1]
    if last.pos_ == "PRON" or last.lower_ in known.nobody:
        return False
    if last.pos_ in ("VERB", "AUX"):
        if lemma(last) in known.idle_alone:
            given = next((child for child in last.children if child.dep_ == "dobj"), None)
            return given is not None and given.pos_ != "PRON" and lemma(given) not in known.idle_nouns
        return lemma(last) not in known.idle_verbs or told.by_source or bool(last.lemma_ == "be")
    return lemma(last) not in known.idle_nouns


def words_of(told: Told) -> list[Token]:
    """The words of the content, from the first of its heads to the end of what hangs on them."""
    heads = {token.i for token in told.content}
    trigger = {token.i for token in told.trigger}
    found: list[Token] = []
    for head in told.content:
        found.extend(_under(head, trigger, told.head))
    low = min(token.i for token in found)
    kept = [token for token in found if token.i - low <= _LONGEST or token.i in heads]
    kept = _before_but(kept)
    while len(kept) > 1 and (kept[-1].is_punct or kept[-1].is_space or kept[-1].pos_ in ("CCONJ", "DET")):
        kept.pop()
    while len(kept) > 1 and (kept[0].is_punct or kept[0].is_space or kept[0].pos_ == "CCONJ"):
        kept.pop(0)
    return kept


def _before_but(kept: list[Token]) -> list[Token]:
    """The words before a "but", after which another clause begins: not "nothing but" or "not this but that"."""
    for at, token in enumerate(kept):
        if token.lower_ == "but" and at and kept[at - 1].lower_ not in _NOTHING:
            return kept if any(t.lower_ in ("not", "n't", "n’t") for t in kept[:at]) else kept[:at]
    return kept


def _under(head: Token, trigger: set[int], teller: Token) -> list[Token]:
    """The subtree of a head in the order of the text, the telling word's own branch and loose ends left out."""
    found = [head]
    for child in head.children:
        if child.i in trigger and child.tag_ != "MD":
            continue
        if child.dep_ == "advcl" and child.i > head.i and not has_to(child):
            continue  # "..., though nothing came of it"
        if child.dep_ == "parataxis" or (child.i == teller.i and child.i != head.i):
            continue
        if child.dep_ in ("relcl", "acl") and any(t.i in trigger for t in child.subtree):
            continue
        if (
            child.dep_ == "conj"
            and child.pos_ in ("VERB", "AUX")
            and any(c.dep_.startswith("nsubj") for c in child.children)
        ):
            continue  # another clause
        found.extend(token for token in child.subtree if not token.is_space)
    return sorted(found, key=lambda token: token.i)


def extent(told: Told, parsed: Parsed) -> Span:
    """The clause: from whose it is to the end of the content, as far as they stand near each other."""
    words = [*told.trigger, *words_of(told)]
    subject = told.subject
    if subject is not None and abs(subject.i - told.trigger[0].i) <= _LONGEST // 2:
        words += [token for token in (*subject.lefts, subject) if abs(token.i - told.trigger[0].i) <= _LONGEST]
    span = parsed.span(words)
    text = parsed.report.text
    end = span.end
    while end > span.start and text[end - 1] in _TRAILING:
        end -= 1
    return Span(span.start, end)
