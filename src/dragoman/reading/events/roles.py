"""Who takes part in an event: from a frame's slots to actors."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading.actors import ActorBook
from dragoman.reading.events.clauses import Clause, after, antecedent, is_after_date
from dragoman.reading.events.doers import partly_by
from dragoman.reading.events.matching import Match, filled
from dragoman.reading.events.nouns import (
    conjuncts,
    is_adjectival,
    is_being,
    is_day,
    is_in_class,
    is_none,
    is_thing,
    lemma,
    without_partitive,
)
from dragoman.reading.parsed import Parsed

_VERB_ROLES = {"agent": ("subject",), "patient": ("object", "owner"), "recipient": ("dative", "to")}
_NOUN_ROLES = {"agent": ("poss", "by", "mod"), "patient": ("of", "on", "against"), "recipient": ("to", "for", "with")}
_OWNED = ("poss", "amod", "compound", "nmod")
_NO_ACTOR_LABELS = frozenset(("DATE", "TIME", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "EVENT"))
_POINTING = frozenset(
    ("this", "that", "these", "those", "there", "what", "which", "who", "whom", "itself", "themselves")
)
_NOBODY = frozenset(("nobody", "none", "neither", "nothing", "anybody", "anyone", "noone"))
_ANYBODY = frozenset(("you", "your", "yours", "one"))  # nobody in particular
_OWN = frozenset(("its", "his", "her", "their", "our", "my", "your"))
_OF_PEOPLES = ("an", "ese", "ish", "ch", "i", "ic")
_TAKEN = frozenset(("hostage", "captive", "prisoner", "hostages", "captives"))
# Verbs whose "it" stands for no one: "it seemed that ...", "it was announced that ...".
_IMPERSONAL = frozenset(["be", "seem", "appear", "happen", "turn", "take", "remain", "become"])


class Roles(NamedTuple):
    """The words that stand for those who take part; an empty tuple where nobody is named."""

    agent: tuple[Token, ...]
    patient: tuple[Token, ...]
    recipient: tuple[Token, ...]


def roles(match: Match) -> Roles:
    """The heads of the noun phrases in each role."""
    found = {name: tuple(_role(match, name)) for name in _VERB_ROLES}
    agents = found["agent"]
    taken = {token.i for token in agents}
    patients = tuple(token for token in found["patient"] if token.i not in taken)
    taken |= {token.i for token in patients}
    return Roles(agents, patients, tuple(token for token in found["recipient"] if token.i not in taken))


def ids(tokens: tuple[Token, ...], parsed: Parsed, book: ActorBook) -> tuple[str, ...]:
    """The actors that the tokens stand for, each once, in the order told; none for an owner nobody can tell."""
    found = dict.fromkeys(_resolved(token, parsed, book) for token in tokens)
    return tuple(one for one in found if book.actor(one).name.lower() not in _OWN)


def _resolved(token: Token, parsed: Parsed, book: ActorBook) -> str:
    """The actor; of a people's name before a noun ("the Varran talks") the people, not the noun phrase."""
    of_people = token.dep_ in ("amod", "compound", "nmod") and is_thing(token.head)
    known = book.at(parsed.span((token,))) if of_people else None
    return known or book.resolve(token)


def _role(match: Match, name: str) -> Iterator[Token]:
    default = _VERB_ROLES if match.clause is not None else _NOUN_ROLES
    for slot in match.frame.roles.get(name, default[name]):
        noun = _slot(match, slot)
        if noun is None:
            continue
        found = tuple(beings(noun, doing=name == "agent"))
        if found:
            yield from found
            return
    if name == "agent" and match.clause is not None:
        yield from (noun for noun in partly_by(match.clause) if can_act(noun))


def _slot(match: Match, slot: str) -> Token | None:
    if slot == "-":
        return None
    if slot.startswith(("holder_of_", "parties_of_")):
        return _of_talks(match, slot)
    if match.clause is None:
        return _slot_of_noun(match.head, slot)
    if slot == "taken":  # "took forty of them hostage", parsed as one noun phrase
        thing = match.clause.object()
        if thing is None or thing.lower_ not in _TAKEN:
            return None
        return next((c for c in thing.lefts if c.dep_ in _OWNED and c.tag_ in ("NNS", "NNPS", "NNP")), None)
    if slot == "owner":
        thing = match.clause.object()
        return owner(thing) if thing is not None else None
    return filled(slot, match.clause)


def _of_talks(match: Match, slot: str) -> Token | None:
    """Who holds the talks that an act is told of, or takes part in them: "talks brokered by the envoys stalled"."""
    whose, _, where = slot.partition("_of_")
    if match.clause is None:
        talks = after(match.head, "of") or after(match.head, "in")
    elif where == "object":
        talks = match.clause.object() if match.clause.passive else None
    else:
        talks = match.clause.surface()
    if talks is None or talks.pos_ not in ("NOUN", "PROPN"):
        return None
    return holder(talks) if whose == "holder" else after(talks, "between") or after(talks, "with")


def holder(talks: Token) -> Token | None:
    """Who holds talks or an effort: their owner, the "by" of a participle, the name in "Varran-led", a people."""
    for child in talks.children:
        if child.dep_ == "poss":
            return child
    for child in talks.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            agents = Clause(child).agents
            if agents:
                return agents[0]
        if child.dep_ == "amod" and child.tag_ == "VBN":
            led = next((word for word in child.lefts if _is_name(word)), None)
            if led is not None:
                return led
    peoples = (c for c in talks.lefts if c.dep_ in _OWNED and (c.ent_type_ == "NORP" or _is_demonym(c)))
    whole = (c for c in peoples if c.nbor(1).text != "-" and (not c.i or c.nbor(-1).text != "-"))
    return next(whole, after(talks, "by"))


def _is_demonym(token: Token) -> bool:
    return bool(token.pos_ == "ADJ" and token.is_title and token.text.endswith(_OF_PEOPLES))


def _slot_of_noun(noun: Token, slot: str) -> Token | None:
    possessor = next((child for child in noun.children if child.dep_ == "poss"), None)
    match slot:
        case "poss":
            return possessor
        case "poss_doing":  # "the state's expulsion of the group"
            return possessor if after(noun, "of") is not None else None
        case "poss_done":  # "the group's expulsion"
            return possessor if after(noun, "of") is None else None
        case "mod":
            return next((child for child in noun.children if child.dep_ in _OWNED and _is_name(child)), None)
    return after(noun, slot)


_WHERE = ("on", "in")
_PUT_FORWARD = ("proposal", "demand")


def _named_before(thing: Token, preposition: str) -> Token | None:
    """Whose it is by a name before it, where that says more than what comes after `preposition`.

    "Varran homes in the hills" are the Varrans', "the Ridge Council demand for the envoys" is the council's.
    """
    forwarded = preposition not in ("by", "from") and any(is_in_class(thing, name) for name in _PUT_FORWARD)
    if preposition not in _WHERE and not forwarded:
        return None
    labels = ("NORP", "ORG", "PERSON") if forwarded else ("NORP",)
    return next((child for child in thing.lefts if child.dep_ in _OWNED and child.ent_type_ in labels), None)


_HELD_SOMEWHERE = ("deal", "proposal", "talks", "hostilities")  # "a truce in the hills" is nobody's there


def owner(thing: Token, *, doing: bool = False) -> Token | None:
    """Whose a thing is: "the envoys' plan", "a plan by the envoys", "the Varran plan"; only its doer with `doing`."""
    for child in thing.children:
        if child.dep_ == "poss" and child.pos_ != "ADJ":
            return child
    for preposition in ("by", "from") if doing else ("by", "from", "of", "for", "against", "on", "in"):
        whose = _named_before(thing, preposition)
        if whose is not None:
            return whose
        noun = after(thing, preposition)
        if preposition == "in" and any(is_in_class(thing, name) for name in _HELD_SOMEWHERE):
            continue
        if noun is not None and noun.pos_ != "VERB":
            if is_being(noun):
                return noun
            inner = owner(noun, doing=doing)
            if inner is not None:
                return inner
    return next((word for word in thing.doc[thing.left_edge.i : thing.i] if _is_name(word)), None) or _before_date(
        thing
    )


_MARKS = frozenset(("'s", "’s", "'", "’"))


def _before_date(thing: Token) -> Token | None:
    """The possessor that a date keeps from its noun: "the army's May 7, 2031 offensive"."""
    at, dated = thing.i - 1, False
    while at > thing.sent.start and thing.i - at < _DATE_LONG:
        word = thing.doc[at]
        if word.lower_ in _MARKS:
            name = thing.doc[at - 1]
            return name if dated and (_is_name(name) or is_being(name)) else None
        dated = dated or word.ent_type_ == "DATE" or word.like_num
        if not (word.ent_type_ == "DATE" or word.like_num or word.is_punct or word.dep_ in _OWNED):
            return None
        at -= 1
    return None


_DATE_LONG = 10  # words between a possessor and its noun, at the most


def beings(noun: Token, *, doing: bool = False) -> Iterator[Token]:
    """Those of a coordination who can act, each as the head of its noun phrase; the owner in place of a thing.

    With `doing`, the owner must be who did it: an attack on somebody is not theirs.
    """
    for part in conjuncts(noun):
        head = _said_of(antecedent(without_partitive(part)))
        if can_act(head) or (part.tag_ in ("WP", "WP$") and head.is_title and head.pos_ == "NOUN"):
            yield head
        elif part.i == noun.i and not is_being(head):
            whose = owner(head, doing=doing) or (_speaking_through(head) if doing else None)
            if whose is not None and can_act(whose):
                yield from conjuncts(whose)


def _speaking_through(text: Token) -> Token | None:
    """Who does what a text does that somebody puts out: "passed a resolution demanding ..."."""
    if text.dep_ != "dobj" or text.head.pos_ != "VERB" or lemma(text) not in _TEXTS:
        return None
    return Clause(text.head).subject()


_TEXTS = frozenset(
    ("resolution", "statement", "letter", "bill", "law", "decree", "order", "petition", "declaration", "communique")
) | frozenset(("motion", "note", "message", "memorandum", "document", "appeal", "legislation", "tweet", "ultimatum"))


def _said_of(noun: Token) -> Token:
    """Whom a description is said of: the subject, in "they are a group that has ..."; any other noun itself."""
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        subject = Clause(noun.head).surface()
        is_cleft = subject is not None and subject.lower_ == "it" and any(c.dep_ == "relcl" for c in noun.children)
        if subject is not None and subject.i != noun.i and not is_cleft:  # "it was Lisse that refused"
            return subject
    return noun


def can_act(noun: Token) -> bool:
    """Whether a noun stands for somebody who can act: no time, no expletive, not nobody."""
    if noun.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
        return is_adjectival(noun) or (noun.pos_ == "ADV" and noun.is_upper and bool(noun.ent_type_))
    if noun.is_title and noun.pos_ == "NOUN" and _is_somebody_by_apposition(noun):
        return True
    if noun.lower_ in _POINTING or is_day(noun):
        return False
    if noun.ent_type_ in _NO_ACTOR_LABELS and noun.pos_ not in ("PRON", "PROPN"):
        return False
    if noun.lower_ in _NOBODY or (noun.lower_ in _ANYBODY and noun.pos_ == "PRON"):
        return False
    if is_none(noun):
        return False
    if noun.lower_ == "one" and any(child.lower_ == "no" for child in noun.children):
        return False
    if noun.dep_ == "expl" or (noun.lower_ == "it" and _is_expletive(noun)):
        return False
    return is_being(noun)


def _is_somebody_by_apposition(noun: Token) -> bool:
    """Whether a name that was taken for a noun is said to be somebody: "Krall, envoy to the council, ..."."""
    return any(child.dep_ == "appos" and child.pos_ == "NOUN" and is_being(child) for child in noun.children)


def _is_expletive(it: Token) -> bool:
    verb = it.head
    if it.dep_ == "nsubj" and verb.lemma_ not in _IMPERSONAL:
        return False
    said = ("ccomp", "csubj") if it.dep_ == "nsubj" else ("ccomp", "csubj", "xcomp")
    return it.dep_ in ("nsubj", "nsubjpass") and any(child.dep_ in said for child in verb.children)


def _is_name(token: Token) -> bool:
    if token.ent_type_ in _NO_ACTOR_LABELS:
        return False
    return token.pos_ == "PROPN" or token.ent_type_ in ("NORP", "GPE", "ORG", "PERSON", "LOC")


def place(match: Match, parsed: Parsed) -> str | None:
    """Where it took place, in the report's words: the name after "in", "at" or "from" of the act or of its object."""
    hosts = [match.head, *(token for token in match.trigger if token.i != match.head.i)]
    done_to = match.clause.object() if match.clause is not None else None
    if done_to is not None and done_to.i > match.head.i:
        hosts.append(done_to)
    left = match.complement
    if left is not None and left.lemma_ in ("leave", "vacate"):  # "were asked to leave the islands"
        noun = next((child for child in left.children if child.dep_ == "dobj"), None)
        if noun is not None and noun.ent_type_ in ("GPE", "LOC", "FAC"):
            return parsed.span(_name(noun)).of(parsed.report.text)
    for host in (*hosts, *_sessions(match, hosts)):
        for preposition in ("in", "at"):
            noun = after(host, preposition)
            if noun is not None and noun.ent_type_ in ("GPE", "LOC", "FAC") and not is_after_date(noun):
                return parsed.span(_name(noun)).of(parsed.report.text)
    return None


def _sessions(match: Match, hosts: list[Token]) -> Iterator[Token]:
    """The talks that an act is told of: as what failed or resumed, or as where it was done ("at talks in the port")."""
    about = match.clause.surface() if match.clause is not None else None
    at = (after(host, preposition) for host in hosts for preposition in ("at", "in", "during"))
    yield from (noun for noun in (about, *at) if noun is not None and is_in_class(noun, "talks"))


def _name(noun: Token) -> list[Token]:
    words = [child for child in noun.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
    return [*words, noun]
