"""What an amount counts: the noun, its unit, and the act done to it."""

from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading.events.nouns import lemma
from dragoman.reading.figures.numbers import Amount
from dragoman.reading.figures.words import words

_CLIMB = 5
# After these a noun says where or when something was done, not what it was done to.
_AROUND = frozenset(("in", "at", "on", "during", "after", "before", "since", "within", "under", "by", "over", "with"))
# Adjectives that stand for people: "163 dead and 1,225 wounded".
_BY_STATE = frozenset(("dead", "wounded", "injured", "hurt"))
_LINKING = frozenset(("be", "leave", "remain", "believe", "think", "fear", "have", "presume", "report"))
_BELONGS = frozenset(("amod", "compound", "nmod", "poss", "nummod", "acomp"))
_POINTS_BACK = frozenset(("those", "them", "whom", "these", "which"))


class Counted(NamedTuple):
    """What is counted: the noun's token, where the text has one; the words for it; the unit; the word of the act."""

    noun: Token | None
    of: str | None
    unit: str | None
    act: Token | None


class Before(NamedTuple):
    """What the figure before counted, for a count that leaves its noun out ("of those, about a hundred remain")."""

    noun: str
    of: str | None
    sentence: int  # where its sentence begins


def counted(amount: Amount, number: Token, before: Before | None) -> Counted | None:
    """What `amount` counts, `number` being its main token; None when that cannot be told."""
    known = words()
    noun = _noun(number)
    if noun is not None and amount.first <= noun.i <= amount.last:  # "hundreds of thousands"
        noun = _after_of(noun)
    if noun is None and amount.currency is None:
        toll = _of_toll(number)
        if toll is not None:
            of = toll or (before.of if before is not None else None)
            return Counted(None, of, "person", number.head.head) if of is not None else None
    act, company = act_of(noun or number, own_first=amount.fraction)
    done = _with_other(act, act_name(act, company)) if act is not None else None
    if amount.currency is not None:
        return Counted(noun, _phrase(noun, done) if noun is not None else done, amount.currency, act)
    if noun is not None and lemma(noun) in known.units and lemma(noun) not in known.currencies:
        of = _term(noun) or (_share_of(noun) if unit(noun) == "percent" else None)
        return Counted(noun, of, unit(noun), act)
    if noun is not None and noun.pos_ != "NUM" and noun.lower_ not in _POINTS_BACK:
        word = lemma(noun)
        if word in known.acts and noun.lower_ in _BY_STATE:
            return Counted(noun, f"people {_with_other(noun, known.acts[word])}", "person", act)
        currency = known.currencies.get(word)
        if currency is not None:
            what = _after_of(noun)
            return Counted(noun, _phrase(what, done) if what is not None else done, currency, act)
        if _names(amount, number, noun):
            return None
        return Counted(noun, _phrase(noun, done), "fraction" if amount.fraction else unit(noun), act)
    near = before is not None and (noun is not None or before.sentence == number.sent.start)
    whom = before.noun if before is not None and near else None
    if amount.fraction:
        of = _joined(whom, done)
        return Counted(None, of, "fraction", act) if of is not None else None
    if done in known.of_people:
        return Counted(None, _joined(whom or "people", done), "person", act)
    if noun is not None and whom is not None:
        return Counted(None, _joined(whom, done), "person", act)
    return None


def _names(amount: Amount, number: Token, noun: Token) -> bool:
    """Whether a number in figures before a noun in the singular only names: "a 747 jetliner"."""
    counts_one = amount.fraction or amount.low is None or amount.low <= 1 or not number.text[0].isdigit()
    return noun.tag_ in ("NN", "NNP") and not counts_one and noun.lower_ not in words().same_in_plural


def _of_toll(number: Token) -> str | None:
    """What a number counts that a toll is put at; "" where only "the number" is said, None for no toll."""
    head = number.head
    if number.dep_ != "pobj" or head.lower_ not in ("to", "at", "of") or head.head.pos_ not in ("VERB", "NOUN"):
        return None
    host = head.head
    for noun in (host, *host.children):
        of = _after_of(noun) if lemma(noun) == "number" and noun.dep_ in ("nsubj", "nsubjpass", "dobj") else None
        if of is not None:
            act, company = act_of(of, own_first=True)
            return _phrase(of, act_name(act, company) if act is not None else None)
        found = words().tolls.get(lemma(noun))
        if found is not None and (noun is host or noun.dep_ in ("nsubj", "nsubjpass", "dobj")):
            return found
    return None


def _term(length: Token) -> str | None:
    """What a measure is of: the truce of "a ten-day truce", "a truce of ten days", "a truce to last ten days"."""
    measured = _after_of(length)
    if measured is not None:
        return str(measured.text)
    head = length.head
    if lemma(length) in words().durations:
        if head.pos_ == "ADP":
            head = head.head
        if head.pos_ == "VERB":
            head = next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")), head)
    elif length.dep_ not in ("compound", "nmod", "amod", "npadvmod", "poss"):
        return None
    return str(head.text) if head.pos_ == "NOUN" else None


def _share_of(percent: Token) -> str | None:
    """What a rate is told of: the subject of "stands at 26 percent", "has fallen by 4 percent"."""
    verb = percent.head.head if percent.dep_ == "pobj" else percent.head
    if percent.dep_ not in ("pobj", "attr", "dobj", "npadvmod", "acomp") or verb.pos_ not in ("VERB", "AUX"):
        return None
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return _phrase(subject, None) if subject is not None and subject.pos_ in ("NOUN", "PROPN") else None


def unit(noun: Token) -> str | None:
    """The unit of a noun: a person, a measure, or the noun itself; None for a word that measures nothing."""
    known = words()
    word = lemma(noun)
    if word in known.people or noun.ent_type_ == "NORP" or (noun.tag_ == "NNPS" and noun.ent_type_ != "ORG"):
        return "person"
    return known.units.get(word, word if noun.pos_ == "NOUN" else None)


def _noun(number: Token) -> Token | None:
    """The noun that a number stands with: "250 people", "dozens of hostages", "250 of the hostages"."""
    if number.dep_ in ("nummod", "quantmod", "compound", "amod", "nmod") and number.head.i > number.i:
        head = number.head
        for _ in range(_CLIMB):  # "1.2 million displaced people", a number inside a number
            if head.pos_ == "NUM" and head.dep_ in ("nummod", "compound", "quantmod") and head.head.i > head.i:
                head = head.head
            else:
                break
        if head.pos_ in ("NOUN", "PROPN", "ADJ", "SYM"):
            return head
        return _after_of(head) if head.pos_ == "NUM" else None
    after = _after_of(number)
    if after is not None:
        return after
    if number.dep_ == "det" or number.pos_ == "DET":
        return number.head if number.head.pos_ in ("NOUN", "PROPN") else None
    following = number.nbor(1) if number.i + 1 < len(number.doc) else None
    if following is not None and following.lower_ in _BY_STATE and not following.is_sent_start:
        return following  # "four dead, dozens hurt"
    if following is None or following.pos_ not in ("NOUN", "PROPN") or following.is_sent_start:
        return None
    if following.head.i == number.i or following.dep_ == "npadvmod" or following.ent_type_ in ("DATE", "TIME"):
        return None
    return following


def _after_of(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "worth"):
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def act_of(noun: Token, *, own_first: bool = False) -> tuple[Token | None, frozenset[str]]:
    """The word that tells what was done to the counted or by them, and the lemmas around it.

    It is the word that governs the noun, else a clause that hangs on it ("the captives held there"); the other way
    round with `own_first`.
    """
    own = _hanging(noun)
    if own_first and own is not None:
        return own, _company(own)
    governing = _governing(noun)
    if governing is not None and act_name(governing, _company(governing)) is not None:
        return governing, _company(governing)
    chosen = own or governing
    return chosen, _company(chosen) if chosen is not None else frozenset()


def _hanging(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.tag_ in ("VBN", "VBD", "VBG", "VBP"):
            inner = _predicate(child)
            if act_name(inner, _company(inner)) is not None:
                return inner
    return None


def _governing(noun: Token) -> Token | None:
    at = noun
    for _ in range(_CLIMB):
        head = at.head
        if head.i == at.i:
            return None
        if at.dep_ == "prep" and at.lower_ in _AROUND and head.pos_ in ("VERB", "AUX"):
            return None
        if head.pos_ in ("VERB", "AUX") and head.dep_ != "prep":  # "including" is tagged as a verb
            return _predicate(head) if at.dep_ not in ("advmod", "ccomp", "advcl") else None
        if (
            head.pos_ == "NOUN"
            and head.lower_ != "return"
            and at.dep_ in ("pobj", "prep", "compound", "nummod", "poss")
            and _tells(head)
        ):
            return head
        at = head
    return None


def _predicate(verb: Token, depth: int = 2) -> Token:
    """The word that says what is told: "are dead", "were left wounded"; the verb itself otherwise."""
    if depth and verb.lemma_ in _LINKING:
        for child in verb.children:
            if child.dep_ in ("acomp", "attr", "oprd", "xcomp", "advcl"):
                inner = _predicate(child, depth - 1)
                if _tells(inner):
                    return inner
            if child.dep_ == "prep" and child.lower_ == "in":  # "are still in the group's hands"
                inside = next((c for c in child.children if c.dep_ == "pobj" and lemma(c) in words().hands), None)
                if inside is not None:
                    return inside
    return verb


def _tells(word: Token) -> bool:
    return lemma(word) in words().acts


def _company(word: Token) -> frozenset[str]:
    found = {lemma(word)}
    for child in word.children:
        found.add(lemma(child))
        if child.dep_ in ("prep", "dobj", "oprd", "prt"):
            found.update(lemma(inner) for inner in child.children)
    return frozenset(found)


def act_name(act: Token, company: frozenset[str]) -> str | None:
    """What the act is called ("taken", "killed"), when the word tells one in this company."""
    word = lemma(act)
    name = words().acts.get(word)
    needed = words().needs.get(word)
    if name is None or (needed is not None and not needed & company):
        return None
    return name


def _with_other(act: Token, done: str | None) -> str | None:
    """What was done, with what else is counted in one number: "killed or wounded", "dead or missing"."""
    if done is None:
        return None
    for step in (1, -1):
        joint, other = _at(act, step), _at(act, 2 * step)
        if joint is None or other is None or joint.lower_ not in ("or", "and"):
            continue
        name = words().acts.get(lemma(other)) or ("missing" if other.lower_ == "missing" else None)
        if name not in (None, done):
            return f"{done} {joint.lower_} {name}" if step > 0 else f"{name} {joint.lower_} {done}"
    return done


def _at(token: Token, step: int) -> Token | None:
    return token.nbor(step) if 0 <= token.i + step < len(token.doc) else None


def _phrase(noun: Token | None, done: str | None) -> str | None:
    if noun is None:
        return done
    before = [
        c for c in noun.lefts if c.dep_ in _BELONGS and c.pos_ in ("ADJ", "NOUN", "PROPN", "VERB") and not c.like_num
    ]
    parts = [t.text for c in before for t in (*[x for x in c.lefts if x.dep_ == "compound"], c) if c.dep_ != "poss"]
    text = " ".join((*parts, noun.text))
    other = next((c for c in noun.children if c.dep_ == "conj" and _is_counted_too(c, noun)), None)
    if other is not None:
        text = f"{text} and {other.text}"
    return text if done is None or done in text.split() else f"{text} {done}"


def _is_counted_too(other: Token, noun: Token) -> bool:
    """Whether the number before `noun` counts what is coordinated with it: "1,200 civilians and soldiers"."""
    if other.pos_ not in ("NOUN", "PROPN") or unit(other) != unit(noun):
        return False
    return not any(child.pos_ in ("NUM", "DET") for child in other.children)


def _joined(noun: str | None, done: str | None) -> str | None:
    return " ".join(part for part in (noun, done) if part) or None
