"""Which frame a word and its arguments fit: the words that name an act."""

from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading.events.clauses import Clause, after, has_to
from dragoman.reading.events.frames import Frame, Wanted, lexicon
from dragoman.reading.events.nouns import lemma


class Match(NamedTuple):
    """A frame found at a word."""

    frame: Frame
    head: Token
    trigger: tuple[Token, ...]
    clause: Clause | None  # None for a noun
    complement: Token | None  # the verb that the frame itself takes in ("asked ... to leave")


def match_verb(verb: Token, complements_taken: set[int]) -> Match | None:
    """The best frame that a verb and its arguments fit."""
    frames = lexicon().verbs.get(verb_lemma(verb))
    if not frames or verb.i in complements_taken:
        return None
    clause = Clause(verb)
    for frame in frames:
        if frame.particle is not None and frame.particle not in clause.particles:
            continue
        if (frame.negated and clause.negation is None) or (frame.passive and not clause.passive):
            continue
        found = _fits(frame, clause)
        if found is not None:
            particle = _particle(clause, frame.particle)
            if frame.particle is not None and not particle:
                continue
            trigger = (verb, *particle, *found.named)
            return Match(frame, verb, trigger, clause, found.complement)
    return None


def is_refused(verb: Token) -> bool:
    """Whether a frame of this verb takes all its arguments but one that it refuses: "declined to comment"."""
    clause = Clause(verb)
    frames = lexicon().verbs.get(verb_lemma(verb), ())
    return any(frame.refuses and _fits(frame._replace(refuses=()), clause) is not None for frame in frames)


def verb_lemma(verb: Token) -> str:
    """The lemma in lower case; of a participle that was taken for an adjective ("not mediating"), the verb's."""
    word: str = lemma(verb)
    if verb.pos_ == "ADJ" and word.endswith("ing"):
        stem = word.removesuffix("ing")
        return next((form for form in (stem, f"{stem}e") if form in lexicon().verbs), word)
    return word


def match_adjective(adjective: Token) -> Match | None:
    """The frame of an adjective that is said of a subject ("is willing to resume", "no longer welcome")."""
    frames = lexicon().adjectives.get(adjective.lower_)
    if not frames or adjective.dep_ not in ("acomp", "attr", "oprd", "ccomp", "xcomp"):
        return None
    copula = adjective.head
    if copula.pos_ not in ("AUX", "VERB"):
        return None
    clause = Clause(copula)
    inner = Clause(adjective)
    clause.complements = inner.complements
    clause.prepositions += inner.prepositions
    negation = clause.negation or inner.negation or _no_longer(adjective)
    for frame in frames:
        if frame.negated and negation is None:
            continue
        found = _fits(frame, clause)
        if found is not None:
            words = (negation, adjective) if frame.negated and negation is not None else (adjective,)
            return Match(frame, copula, words, clause, found.complement)
    return None


def match_noun(noun: Token) -> Match | None:
    """The frame of a noun that names an act ("the group's rejection of the plan")."""
    frames = lexicon().nouns.get(lemma(noun))
    if not frames:
        return None
    for frame in frames:
        if any(_noun_takes(refused, noun) for refused in frame.refuses):
            continue
        if all(_noun_takes(want, noun) for want in frame.wants):
            return Match(frame, noun, (noun,), None, None)
    return None


# Verbs that say little: the noun after their preposition belongs to the words that name the act ("are at a stalemate").
_LIGHT = frozenset(("be", "remain", "stay", "come", "go", "act", "serve", "put", "play", "answer", "counter"))


class _Fit(NamedTuple):
    named: tuple[Token, ...]  # arguments that belong to the trigger: a light verb's noun
    complement: Token | None


def _fits(frame: Frame, clause: Clause) -> _Fit | None:
    named: list[Token] = []
    complement: Token | None = None
    for want in frame.wants:
        if want.slot == "comp":
            complement = _complement(want, clause)
            if complement is None:
                return None
            if not want.any:
                named.append(complement)
            else:
                complement = None
            continue
        filler = filled(want.slot, clause)
        if want.none:
            if filler is not None:
                return None
            continue
        if filler is None or not want.takes(filler):
            return None
        light = want.slot == "object" or clause.verb.lemma_ in _LIGHT
        if light and not want.any and not want.actor and filler.pos_ == "NOUN":
            named.append(filler)
    for refused in frame.refuses:
        filler = filled(refused.slot, clause)
        if filler is not None and refused.takes(filler):
            return None
    return _Fit(tuple(named), complement)


def filled(slot: str, clause: Clause) -> Token | None:
    """What fills a slot of a clause."""
    match slot:
        case "teller":
            return _teller(clause)
        case "named_in":
            noun = clause.after("in")
            return noun if noun is not None and noun.pos_ == "PROPN" else None
        case "subject":
            return clause.subject()
        case "object":
            return clause.object()
        case "surface":
            return clause.surface()
        case "poss_of_surface":
            thing = clause.surface()
            return next((c for c in thing.children if c.dep_ == "poss"), None) if thing is not None else None
        case "doer":
            return clause.agents[0] if clause.agents else None
        case "comp":
            return clause.complements[0] if clause.complements else None
        case "dative":
            return clause.dative()
        case "oprd":
            return _predicative(clause)
        case "mark":
            return clause.mark
        case "object_kind":
            thing = clause.object()
            kinds = thing.lefts if thing is not None else ()
            return next((c for c in kinds if c.dep_ in ("amod", "compound", "nmod")), None)
        case "adverb":
            return clause.adverbs[0] if clause.adverbs else None
        case "ccomp_modal":
            return _modal_of_content(clause)
        case "ccomp_subject":
            modal = _modal_of_content(clause)
            return Clause(modal.head).surface() if modal is not None else None
    return clause.after(slot)


def _teller(clause: Clause) -> Token | None:
    """Who says what this clause says, where it is the content of a verb: "told them that they were not welcome"."""
    verb = clause.verb
    return Clause(verb.head).subject() if verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" else None


def _predicative(clause: Clause) -> Token | None:
    if clause.predicatives:
        return clause.predicatives[0]
    # "took forty people hostage" is often parsed as two objects, or as a compound.
    small = next((c for c in clause.complements if c.pos_ in ("ADJ", "NOUN")), None)  # "found them guilty"
    beside = next((child for child in clause.verb.children if child.dep_ in ("npadvmod", "appos")), None)
    if small is not None or beside is not None:
        return small or beside
    thing = next((child for child in clause.verb.children if child.dep_ == "dobj"), None)
    behind = thing.rights if thing is not None else ()
    return next((child for child in behind if child.dep_ == "amod"), None)  # "left forty people dead"


def _modal_of_content(clause: Clause) -> Token | None:
    for complement in clause.complements:
        for child in complement.children:
            if child.dep_ == "aux" and child.lower_ in ("must", "should"):
                return child
    return None


def _complement(want: Wanted, clause: Clause) -> Token | None:
    for complement in clause.complements:
        if not want.any and clause.verb.lemma_ in _ORDERS and not _is_told_to(complement):
            continue
        bare = complement.tag_ == "VB" and not any(child.dep_ == "aux" for child in complement.children)
        if clause.verb.lemma_ in _BARE and not bare:
            continue
        if want.any and complement.dep_ == "ccomp" and not has_to(complement) and clause.verb.lemma_ in _NEED_TO:
            continue
        if want.takes(complement):
            return complement
    if want.any:
        return None
    for name, noun in clause.prepositions:  # "help in mediating", "deadline for leaving"
        if noun.dep_ == "pcomp" and name in ("in", "from", "on") and want.takes(noun):
            return noun
    return _infinitive_of_object(want, clause)


# "asked whether ...", "wants that ...": with a finite clause these tell no request.
_NEED_TO = frozenset(
    ("ask", "want", "request", "tell", "call", "offer", "beg", "persuade", "convince", "remind", "require")
)


# "suggested that it leave": what is suggested to be so is no proposal.
_BARE = frozenset(("suggest", "recommend"))
# "told the paper that it had left": only what is told to be done is asked for.
_ORDERS = frozenset(("tell", "ask", "order", "instruct", "advise", "request", "urge", "direct", "warn", "inform"))


def _is_told_to(complement: Token) -> bool:
    """Whether a verb says what somebody is to do: "to leave", "that they must leave", not "that they had left"."""
    if any(child.dep_ == "neg" for child in complement.children):
        return False
    helpers = [child.lower_ for child in complement.children if child.dep_ in ("aux", "auxpass")]
    if complement.tag_ != "VB":
        return complement.pos_ not in ("VERB", "AUX") and "to" in helpers
    return not helpers or any(helper in ("to", "must", "should") for helper in helpers)


def _infinitive_of_object(want: Wanted, clause: Clause) -> Token | None:
    thing = clause.object()
    if thing is None:
        return None
    return next((child for child in thing.children if child.dep_ == "acl" and want.takes(child)), None)


# How a word before a noun hangs on it, and what names there are of those who act.
_KINDS = frozenset(("amod", "compound", "nmod"))
_BEFORE = {"mod": ("NORP", "GPE", "ORG", "PERSON"), "people": ("NORP",)}


def _noun_takes(want: Wanted, noun: Token) -> bool:
    if want.slot == "comp":
        return any(child.dep_ == "acl" and has_to(child) and want.takes(child) for child in noun.children)
    if want.slot == "subject":
        owner = next((child for child in noun.children if child.dep_ == "poss"), None)
        return owner is not None and want.takes(owner)
    if want.slot == "kind":
        return any(child.dep_ in _KINDS and want.takes(child) for child in noun.lefts)
    if want.slot in _BEFORE:
        return any(child.dep_ in _KINDS and child.ent_type_ in _BEFORE[want.slot] for child in noun.lefts)
    filler = after(noun, want.slot)
    return filler is not None and want.takes(filler)


def _particle(clause: Clause, particle: str | None) -> tuple[Token, ...]:
    if particle is None:
        return ()
    return tuple(child for child in clause.verb.children if child.lower_ == particle)[:1]


def _no_longer(adjective: Token) -> Token | None:
    """The "no" of "no longer welcome"."""
    for near in (*adjective.children, *adjective.head.children):
        if near.lower_ == "longer":
            return next((child for child in near.children if child.lower_ == "no"), None)
    return None
