"""What the text for one recipient says: "the one to the council allowed for", "in the copy handed to the port"."""

from spacy.tokens import Token

from dragoman.reading.events.nouns import is_being, lemma
from dragoman.reading.offers.draft import LONGEST, Draft, after_it, names_of
from dragoman.reading.offers.lexicon import lexicon

_DEFINITE = ("the", "its", "their", "that")
_OTHERS = ("advcl", "conj", "cc", "punct", "parataxis")


def is_version_word(token: Token) -> bool:
    """Whether a word can stand for the text that somebody got."""
    return token.pos_ in ("NOUN", "NUM", "PRON", "PROPN") and lemma(token) in lexicon().again


def version(noun: Token) -> Draft | None:
    """The version that `noun` stands for: whom it went to, and the words for what it says."""
    to = recipient(noun)
    if to is None or not any(child.lower_ in _DEFINITE for child in noun.children):
        return None
    told = _in_it(noun) if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "under") else _says(noun)
    return Draft(noun, (), names_of(to), told) if told else None


def recipient(noun: Token) -> Token | None:
    """Whom a text went to: "to the port", "handed to the port", "that went to the port"; None where nobody is told."""
    words = lexicon()
    to = after_it(noun, "to") or after_it(noun, "for")
    if to is None:
        for child in noun.rights:
            if child.dep_ in ("acl", "relcl") and lemma(child) in words.handing:
                to = after_it(child, "to") or next((c for c in child.children if c.dep_ == "dative"), None)
                if to is not None and to.pos_ == "ADP":
                    to = next((c for c in to.children if c.dep_ == "pobj"), None)
                break
    return to if to is not None and is_being(to) else None


def _says(noun: Token) -> tuple[Token, ...]:
    """The verb that the text is the subject of, with what follows: "has them pulling back to the river"."""
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass") else _past_after(noun)
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return ()
    own = [verb]
    for child in verb.rights:
        if child.dep_ not in _OTHERS:
            own += list(child.subtree)
    near = (token for token in own if not token.is_space and 0 <= token.i - verb.i <= LONGEST)
    return tuple(sorted(near, key=lambda t: t.i))


def _past_after(noun: Token) -> Token | None:
    """The past tense that the parser took for a participle: "the text for the council allowed for ..."."""
    if noun.dep_ not in ("ROOT", "ccomp", "conj"):
        return None
    found = (c for c in noun.rights if c.dep_ in ("acl", "relcl") and c.tag_ in ("VBN", "VBD"))
    return next((c for c in found if lemma(c) not in lexicon().handing), None)


def _in_it(noun: Token) -> tuple[Token, ...]:
    """The clause that "in the copy handed to the port" opens: its words after the comma."""
    phrase = noun.head
    verb = phrase.head
    end = max(token.i for token in phrase.subtree)
    if phrase.i > verb.i or verb.pos_ not in ("VERB", "AUX") or verb.i < end:
        return ()
    words = [t for t in noun.doc[end + 1 : verb.sent.end] if not t.is_space and t.i - end <= LONGEST]
    while words and (words[0].is_punct or words[-1].is_punct):
        words = words[1:] if words[0].is_punct else words[:-1]
    return tuple(words)
