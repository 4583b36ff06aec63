"""What a noun phrase is about: classes of nouns, carriers ("mediation efforts"), partitives, and what is no actor."""

import functools
from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.actors.vocabulary import words
from dragoman.reading.events.vocabulary import read_yaml

_OWNERS = frozenset(("poss", "compound", "amod", "nmod"))
_SPEAKERS = ("of", "for", "on")


class Nouns:
    """The word lists of `nouns.yaml`."""

    def __init__(self) -> None:
        data = read_yaml("nouns.yaml")
        self.adjectival = frozenset(data["adjectival"].split())
        self.mislemmas: dict[str, str] = data["mislemmas"]
        self.carriers = frozenset(data["carriers"].split())
        self.heads = {name: frozenset(entry["heads"].split()) for name, entry in data["classes"].items()}
        self.alone = {name: frozenset(entry.get("alone", "").split()) for name, entry in data["classes"].items()}
        self.weekdays = frozenset(data["weekdays"].split())
        self.partitives = frozenset(data["partitives"].split())
        self.things = frozenset(data["things"].split())
        self.thing_endings = tuple(data["thing_endings"].split())
        self.no_things = frozenset(data["no_things"].split())
        described = (
            words("nouns", section) for section in ("person", "people", "group", "body", "government", "state")
        )
        own = (*data["beings"].split(), *self.heads["person"], *self.heads["captive"], *self.heads["forces"])
        self.beings = frozenset(own).union(*described) | self.no_things
        self.being_endings = tuple(data["being_endings"].split())
        self.no_beings = frozenset(data["no_beings"].split())


@functools.cache
def nouns() -> Nouns:
    """The word lists, read once."""
    return Nouns()


def lemma(token: Token) -> str:
    """The lemma in lower case; "cease-fire" and "cease fire", which the tokenizer splits, are one word."""
    word: str = token.lemma_.lower()
    if word == "fire" and token.i >= 1:
        before = token.nbor(-2) if token.nbor(-1).text == "-" and token.i >= 2 else token.nbor(-1)
        if before.lower_ == "cease":
            return "ceasefire"
    if word == "-fire":
        return "ceasefire"
    if word in _COUNTERED and _is_joined(token, -1) and token.nbor(-2).lower_ == "counter":
        return f"counter{word}"
    if word == "counter" and _is_joined(token, 1):
        return f"counter{token.nbor(2).lemma_.lower()}"
    if token.pos_ != "VERB":
        return word
    return nouns().mislemmas.get(word, word.replace("re-", "re", 1) if word.startswith("re-") else word)


_COUNTERED = frozenset(("proposal", "offer", "initiative", "plan", "draft"))


def _is_joined(token: Token, way: int) -> bool:
    """Whether a hyphen and another word stand next to a word, before it (-1) or after it (1)."""
    return 0 <= token.i + 2 * way < len(token.doc) and bool(token.nbor(way).text == "-")


def is_in_class(noun: Token, name: str) -> bool:
    """Whether the noun phrase headed by `noun` belongs to the class, by its head or through a carrier."""
    known = nouns()
    heads = known.heads[name]
    word = lemma(noun)
    if name == "person" and is_adjectival(noun):
        return True
    if word in known.partitives:
        word = lemma(without_partitive(noun))
    if word in heads:
        return True
    if name == "person" and (noun.ent_type_ in ("NORP", "PERSON") or noun.tag_ == "NNPS"):
        return True  # "forty Norwegians"
    if word not in known.carriers:
        return False
    return any(about in heads for about in _about(noun)) or (word in known.alone[name] and _is_bare(noun))


def _about(carrier: Token) -> Iterator[str]:
    for child in carrier.children:
        dep = child.dep_
        if dep in _OWNERS:
            yield lemma(child)
        elif dep == "acl":
            yield lemma(child)
            yield from (lemma(inner) for inner in child.children if inner.dep_ in ("xcomp", "dobj"))
        elif dep == "prep" and child.lower_ in ("of", "for", "as", "at", "in", "on"):
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield lemma(inner)


def _is_bare(noun: Token) -> bool:
    deps = [child.dep_ for child in noun.children]
    return "poss" in deps and not any(dep in ("acl", "prep", "relcl", "compound", "amod") for dep in deps)


def is_thing(noun: Token) -> bool:
    """Whether a noun is an act, a text or a thing: not an actor. Names never are."""
    if noun.pos_ == "PROPN":
        return False
    known = nouns()
    word = lemma(noun)
    if word in known.things:
        return True
    return word not in known.no_things and word.endswith(known.thing_endings)


def is_adjectival(word: Token) -> bool:
    """Whether an adjective or participle stands for people: "freed the wounded"."""
    if word.tag_ not in ("VBN", "VBD", "JJ") or word.lower_ not in nouns().adjectival:
        return False
    return any(child.dep_ in ("det", "poss") for child in word.lefts)


def is_none(noun: Token) -> bool:
    """Whether it stands for nobody, or for whoever the two are: "no party", "neither side", not "neither Osk nor"."""
    words = [word for word in noun.lefts if word.dep_ == "det"]
    return noun.lower_ in ("nobody", "none", "nothing") or any(
        word.lower_ == "no" or (word.lower_ == "neither" and noun.pos_ != "PROPN") for word in words
    )


def is_being(noun: Token) -> bool:
    """Whether a noun stands for somebody: a name, a pronoun, people, a body, a state; not an act or a thing."""
    if noun.pos_ in ("PROPN", "PRON") or (len(noun) > 1 and noun.is_upper):  # an acronym
        return True
    if noun.ent_type_ in ("PERSON", "NORP", "ORG", "GPE"):
        return not is_thing(noun)
    known = nouns()
    word = lemma(noun)
    if is_adjectival(noun):
        return True
    if word in known.beings or noun.lower_ in known.beings:
        return True
    return word not in known.no_beings and word.endswith(known.being_endings) and not is_thing(noun)


def is_day(noun: Token) -> bool:
    """Whether a word names a weekday: tagged a name, it is nobody's."""
    return noun.lower_ in nouns().weekdays


def conjuncts(noun: Token) -> Iterator[Token]:
    """The noun and what is coordinated with it."""
    yield noun
    for child in noun.children:
        if child.dep_ == "conj":
            yield from conjuncts(child)


def without_partitive(noun: Token) -> Token:
    """The noun after "of" where the head only counts or groups: "dozens of hostages" gives "hostages"."""
    if lemma(noun) in nouns().partitives or noun.pos_ == "NUM":
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        return inner
    return noun
