"""Stances told by a word for them: a verb ("demands"), an adjective ("is ready to"), a noun ("its refusal of")."""

from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading.events.clauses import Clause, after, has_to, owner_of_infinitive
from dragoman.reading.events.governors import governors
from dragoman.reading.events.nouns import is_in_class, lemma
from dragoman.reading.stances.lexicon import Telling, lexicon
from dragoman.records.reading import Stance

_MAYBE = frozenset(("may", "might", "could", "would"))
_NEVER = frozenset(("never", "hardly", "scarcely"))
_NEARLY = frozenset(("almost", "nearly"))
_DEALS = ("proposal", "deal", "talks", "mediation", "ceasefire", "measure", "demand", "sanctions")
_SOMEONE = frozenset(("me", "him", "her"))
_OWNING = frozenset(("poss", "amod", "compound", "nmod"))


class Told(NamedTuple):
    """A stance as its words tell it."""

    head: Token  # the verb (or noun) that its time and its source are looked up by
    stance: Stance
    trigger: tuple[Token, ...]
    content: tuple[Token, ...]  # the heads of what it is about
    subject: Token | None  # whose it is; None where only a source can be meant
    by_source: bool = False  # whether it is the source's own whoever the subject is: "the siege must end"
    first_person: bool = False  # whether it is one only of somebody who speaks of himself


def by_word(token: Token) -> Told | None:
    """The stance that a word tells, in this sentence."""
    known = lexicon()
    word = lemma(token)
    if token.pos_ in ("VERB", "AUX") and not (token.dep_ == "acomp" and token.lower_ in known.adjectives):
        if word in known.copulas:
            return _by_copula(token)
        adjectival = _by_participle(token)
        if adjectival is not None:
            return adjectival
        for telling in known.verbs.get(word, ()):
            told = _by_verb(token, telling)
            if told is not None:
                return told
        return None
    if token.pos_ == "NOUN" and word in known.nouns:
        return _by_noun(token, known.nouns[word])
    if token.lower_ in known.adjectives and token.dep_ in ("acomp", "attr", "oprd", "prep", "amod", "conj"):
        return _by_adjective(token, known.adjectives[token.lower_])
    return None


def _by_verb(verb: Token, telling: Telling) -> Told | None:
    if verb.dep_ in ("aux", "auxpass", "amod", "compound", "csubj"):
        return None
    clause = Clause(verb)
    if telling.particle is not None and telling.particle not in clause.particles:
        return None
    stance = _turned(clause, telling)
    if stance is None:
        return None
    content = _filled(clause, telling.slots)
    if not content:
        return None
    particles = [c for c in verb.children if c.lower_ == telling.particle] if telling.particle else []
    return Told(verb, stance, (verb, *particles), content, clause.subject())


def _filled(clause: Clause, slots: tuple[str, ...]) -> tuple[Token, ...]:
    """The heads of the content in the first slot that holds any; with an infinitive also whom it is asked of."""
    thing = clause.object()
    for slot in slots:
        if slot == "deal":
            if thing is not None and any(is_in_class(thing, name) for name in _DEALS):
                return (thing,)
            continue
        if slot == "object":
            thing = thing or _far_antecedent(clause)
            if thing is not None and not any(c.dep_ in ("xcomp", "ccomp") and has_to(c) for c in clause.complements):
                return (thing,)
            continue
        if slot == "comp":
            inner = next((c for c in clause.complements if c.pos_ in ("VERB", "AUX", "ADJ", "NOUN")), None)
            if inner is not None and not _says_what(inner, lemma(clause.verb)):
                return ()
            if inner is None and thing is not None:
                inner = next((c for c in thing.children if c.dep_ == "acl" and has_to(c)), None)
            if inner is None:
                continue
            asked = thing if thing is not None and thing.i != inner.i and thing.i > clause.verb.i else None
            if asked is not None and asked.lower_ in _SOMEONE and asked.dep_ in ("dobj", "nsubj", "dative"):
                return ()  # "asked her to come": a favour, not a position
            return (asked, inner) if asked is not None else (inner,)
        named = [(name, noun) for name, noun in clause.prepositions if name == slot]
        if named:
            inner = next((c for c in clause.complements if has_to(c)), None)  # "called on them to withdraw"
            if inner is None and slot in ("on", "upon") and lemma(clause.verb) == "call":
                inner = next((c for c in named[0][1].children if c.dep_ in ("acl", "relcl") and has_to(c)), None)
                if inner is None:
                    return ()
            return (named[0][1], inner) if inner is not None else (named[0][1],)
    return ()


def _says_what(inner: Token, verb: str) -> bool:
    """Whether a complement says what is to be, not asks: "ask whether", "ask where"."""
    asked = any(c.lower_ in ("whether", "if") or c.tag_ in ("WRB", "WP") for c in inner.children)
    if verb in lexicon().bare_only:
        return inner.tag_ == "VB" and not any(c.dep_ == "aux" for c in inner.children)
    return not asked and (verb not in lexicon().infinitive_only or has_to(inner))


def _far_antecedent(clause: Clause) -> Token | None:
    """The noun of a relative clause around a saying: "an aim that they say they reject"."""
    verb = clause.verb
    saying = verb.head
    if verb.dep_ != "ccomp" or saying.dep_ != "relcl" or clause.passive:
        return None
    first = saying.left_edge
    return saying.head if first.tag_ == "WDT" or first.lower_ in ("that", "which") else None


def _turned(clause: Clause, telling: Telling) -> Stance | None:
    """The stance with what governs its verb counted in; None where it is told as no position of anybody's."""
    verb = clause.verb
    helpers = {aux.lower_ for aux in clause.auxiliaries}
    if "have" in helpers and helpers & _MAYBE:
        return None  # "would have opposed"
    if clause.is_condition or _is_unreal(verb) or any(adverb.lower_ in _NEARLY for adverb in clause.adverbs):
        return None
    if clause.negation is not None and clause.negation.dep_ in ("preconj", "cc") and clause.opens is None:
        return None  # "neither accepted nor rejected it"
    if clause.passive and clause.negation is not None and clause.negation.dep_ == "det":
        return None  # "no deal was signed": nobody is told to refuse one
    weak = bool(helpers & _MAYBE)
    negated = clause.negation is not None or any(a.lower_ in _NEVER for a in clause.adverbs)
    negated = negated or any(a.lower_ == "longer" and a.i and a.nbor(-1).lower_ == "no" for a in clause.adverbs)
    if helpers & {"may", "might", "could"} and telling.stance is not Stance.COULD_ACCEPT and not negated:
        return None
    if clause.mark is not None and clause.mark.lower_ in ("if", "unless", "whether"):
        return None
    willing = False
    if has_to(verb):
        governor = _governor(verb)
        if governor is None:
            return None
        willing = governor == "ready"
        negated = negated or governor == "not"
    if telling.modal_only and not (weak or willing or helpers & {"will", "can"} or negated):
        return None
    return telling.negated if negated else telling.stance


def _is_unreal(verb: Token) -> bool:
    """Whether it stands under words that leave it untrue: "it is not true that they agreed", "far from agreeing"."""
    if verb.dep_ == "ccomp" and verb.head.pos_ in ("VERB", "AUX"):
        return Clause(verb.head).negation is not None
    if verb.dep_ != "pcomp" or not verb.head.i:
        return False
    preposition = verb.head
    return bool({preposition.lower_, preposition.head.lower_, preposition.nbor(-1).lower_} & governors().without)


def _governor(verb: Token) -> str | None:
    """What stands over an infinitive: "through", "ready", "not"; None where the stance is only to come or tried."""
    head = verb.head
    known = lexicon()
    if head.lower_ in ("ready", "willing", "prepared"):
        return "not" if _is_negated(head) else "ready"
    if head.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("xcomp", "ccomp", "conj"):
        return None
    if lemma(head) not in known.through:
        return None
    return "not" if Clause(head).negation is not None else "through"


def _is_negated(adjective: Token) -> bool:
    """Whether somebody is told not to be it: "is not ready", "nor is Osk ready"."""
    if any(child.dep_ == "neg" for child in adjective.children):
        return True
    return adjective.head.pos_ in ("VERB", "AUX") and Clause(adjective.head).negation is not None


def _by_participle(verb: Token) -> Told | None:
    """An adjective that was taken for a passive: "is opposed to the plan"."""
    telling = lexicon().adjectives.get(verb.lower_)
    if telling is None or verb.tag_ != "VBN" or not any(child.dep_ == "auxpass" for child in verb.children):
        return None
    clause = Clause(verb)
    turned = _turned(clause, telling)
    content = _complement_of(verb, clause, telling.slots)
    surface = clause.surface()
    return Told(verb, turned, (verb,), content, surface) if turned and content and surface is not None else None


def _by_adjective(word: Token, telling: Telling) -> Told | None:
    copula = word.head
    if word.dep_ == "conj":
        copula = copula.head
    if copula.pos_ not in ("AUX", "VERB") or (copula.pos_ == "VERB" and lemma(copula) not in ("be", "remain", "stand")):
        return None
    clause = Clause(copula)
    turned = _turned(clause, telling)
    if any(child.dep_ == "neg" for child in word.children):
        turned = telling.negated
    if turned is None or clause.surface() is None:
        return None
    inner = Clause(word)
    inner.complements += [c for c in clause.complements if c.i > word.i]
    if word.dep_ == "prep":  # "is against the plan"
        content = tuple(c for c in word.children if c.dep_ in ("pobj", "pcomp"))[:1]
    else:
        content = _complement_of(word, inner, telling.slots)
    return Told(copula, turned, (word,), content, clause.surface()) if content else None


def _complement_of(word: Token, inner: Clause, slots: tuple[str, ...]) -> tuple[Token, ...]:
    for slot in slots:
        if slot == "comp":
            found = next((c for c in inner.complements if c.pos_ in ("VERB", "AUX")), None)
        else:
            found = after(word, slot)
        if found is not None:
            return (found,)
    return ()


def _by_noun(noun: Token, telling: Telling) -> Told | None:
    if noun.head.pos_ in ("VERB", "AUX") and Clause(noun.head).negation is not None:
        return None
    if any(child.lower_ == "no" for child in noun.children if child.dep_ == "det"):
        return None
    if _is_given_up(noun):
        return None
    around = noun.head.head if noun.dep_ == "pobj" else noun
    if around.pos_ in ("VERB", "ADJ") and has_to(around if around.pos_ == "VERB" else around.head):
        return None  # "asked them to be firm in their demands"
    content: Token | None = None
    for slot in telling.slots:
        if slot == "comp":
            content = next((c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and _is_said(c)), None)
        else:
            content = after(noun, slot) or (_for_clause(noun) if slot == "for" else None)
        if content is not None:
            break
    whose = _owner(noun)
    return Told(noun, telling.stance, (noun,), (content,), whose) if content is not None and whose is not None else None


def _is_given_up(noun: Token) -> bool:
    """Whether a demand is told as held no longer: "gave up its demand for a guarantee"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    particles = "".join(f"_{child.lower_}" for child in verb.children if child.dep_ == "prt")
    known = lexicon().giving_up
    if noun.dep_ == "pobj" and noun.head.lower_ in ("from", "on"):
        return lemma(verb) in known or f"{lemma(verb)}{particles}" in known
    return noun.dep_ == "dobj" and (lemma(verb) in known or f"{lemma(verb)}{particles}" in known)


def _for_clause(noun: Token) -> Token | None:
    """The infinitive of "its call for the council to act"."""
    if noun.dep_ == "nsubj" and has_to(noun.head) and noun.head.i > noun.i:  # parsed as the subject of the infinitive
        between = noun.doc[noun.i + 1 : noun.i + 2]
        return noun.head if any(word.lower_ == "for" for word in between) else None
    for child in (*noun.rights, *(c for c in noun.head.rights if noun.dep_ == "dobj" and c.i > noun.i)):
        opened = any(mark.dep_ == "mark" and mark.lower_ == "for" for mark in child.children)
        if opened and child.dep_ in ("acl", "relcl", "advcl", "ccomp", "xcomp") and has_to(child):
            return child
    return None


def _is_said(verb: Token) -> bool:
    return has_to(verb) or any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def _owner(noun: Token) -> Token | None:
    """Whose a demand or a refusal is: its possessor, its "by", a people's name before it, who voices it."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) or after(noun, "by") or after(noun, "from")
    if owner is None:
        names = (
            c for c in noun.children if c.dep_ in _OWNING and (c.pos_ == "PROPN" or c.ent_type_ in ("NORP", "GPE"))
        )
        owner = next(names, None)
    verb = noun.head
    if owner is None and noun.dep_ == "dobj" and verb.pos_ == "VERB" and lemma(verb) in lexicon().carriers:
        clause = Clause(verb)
        if clause.negation is None and not clause.passive and not (has_to(verb) and _governor(verb) is None):
            owner = clause.subject() or owner_of_infinitive(noun)
    return owner


def _by_copula(verb: Token) -> Told | None:
    """What a noun for demands is said to be: "their main demand is an end to the siege"."""
    clause = Clause(verb)
    noun = clause.own_subject
    if noun is None or clause.negation is not None:
        return None
    if lemma(noun) == "one":
        noun = after(noun, "of") or noun
    known = lexicon().told_by_copula
    stance = known.get(lemma(noun))
    if stance is None:
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) or after(noun, "of")
    thing = clause.object() if verb.pos_ == "VERB" else None
    said = (*clause.predicatives, *clause.complements, *((thing,) if thing is not None else ()))
    content = next((token for token in said if token.i > verb.i and token.pos_ != "ADJ"), None)
    return Told(verb, stance, (noun, verb), (content,), owner) if content is not None and owner is not None else None
