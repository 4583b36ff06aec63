"""Whether an act is told as having happened: from auxiliaries, negations, conditions and the words that govern it."""

from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading.dates.happenings import is_saying
from dragoman.reading.events.clauses import Clause, has_to, is_apart
from dragoman.reading.events.conditions import Condition, conditions_of
from dragoman.reading.events.governors import governors
from dragoman.reading.events.matching import Match
from dragoman.reading.events.nouns import lemma
from dragoman.records.reading import EventMode

_DEPTH = 7
_HAPPENED = EventMode.HAPPENED


class Modality(NamedTuple):
    """A mode, the condition on the act, whether it is refused rather than just not done, or not done under it."""

    mode: EventMode
    condition: Condition | None = None
    refused: bool = False
    negated: bool = False


_WOULD_BE = "would-be"
_ORDINAL = frozenset(("first", "second", "third", "last", "latest", "only"))
_TELLING = frozenset(("tell", "advise", "call", "press", "want", "suggest", "need"))
_NOT_PAST = frozenset(("ca", "wo"))  # of "can't" and "won't"
_NOBODY = frozenset(("nobody", "none", "neither", "nothing"))  # of an object
# What was put to somebody was put, though it is turned down: "rejected the proposal".
_SAID = frozenset(("propose", "counter_propose", "demand", "request", "press"))


def modality(match: Match) -> Modality:
    """How the act of a match is told."""
    head = match.head
    if match.clause is None:
        if (
            match.frame.type in _SAID
            and head.dep_ in ("dobj", "nsubjpass")
            and lemma(head.head) in governors().turned_down
        ):
            return Modality(_HAPPENED)
        return _of_noun(head, _DEPTH)
    found = _of_verb(match.clause, _DEPTH, by_frame=match.frame.negated)
    if match.frame.mode is not None and found.mode is _HAPPENED:
        found = found._replace(mode=match.frame.mode)
    if match.frame.negated and match.complement is not None and found.mode is _HAPPENED:
        condition = conditions_of(head.doc).by_act.get(match.complement.i)
        if condition is not None:
            return Modality(EventMode.CONDITIONAL, condition)
    if match.frame.type == "threaten" and found.mode is _HAPPENED and found.condition is None:
        told = (conditions_of(head.doc).by_act.get(complement.i) for complement in match.clause.complements)
        return Modality(found.mode, next((condition for condition in told if condition is not None), None))
    return found


def _of_verb(clause: Clause, depth: int, *, by_frame: bool = False) -> Modality:
    own = _of_auxiliaries(clause, by_frame=by_frame)
    if clause.verb.dep_ in ("csubj", "csubjpass") and clause.verb.tag_ in ("VB", "VBG", "VBN"):
        return Modality(EventMode.POSSIBLE)
    condition = _condition(clause, own.mode)
    if condition is not None:
        if own.mode in (EventMode.REQUESTED, EventMode.THREATENED):
            return Modality(own.mode, condition)
        negated = own.mode is EventMode.NEGATED
        return Modality(EventMode.CONDITIONAL, condition, refused=own.refused, negated=negated)
    if clause.mark is not None and clause.mark.lower_ == "whether":
        return Modality(EventMode.POSSIBLE)
    if _stands_under_condition(clause):
        return Modality(EventMode.CONDITIONAL)
    if own.mode is not _HAPPENED or not depth:
        return own
    governed = _of_governor(clause, depth)
    if has_to(clause.verb) and governed.condition is None:  # "plans to leave if ...", "refuses to talk until ..."
        condition = _condition(clause, governed.mode) if governed.mode is not _HAPPENED else None
        if condition is not None and (condition.strict or not condition.past):
            kept = governed.mode in (EventMode.REQUESTED, EventMode.THREATENED)
            mode = governed.mode if kept else EventMode.CONDITIONAL
            negated = governed.mode is EventMode.NEGATED
            return Modality(mode, condition, refused=governed.refused, negated=negated)
    return governed


def _of_auxiliaries(clause: Clause, *, by_frame: bool) -> Modality:
    lists = governors()
    mode = _HAPPENED
    if clause.is_condition:
        return Modality(EventMode.CONDITIONAL)
    if clause.is_question:
        return Modality(EventMode.POSSIBLE)
    for aux in clause.auxiliaries:
        name = lists.auxiliaries.get(aux.lower_)
        if name is not None and not (by_frame and name == "possible"):  # "cannot continue" is told as done
            mode = EventMode(name)
    if mode is EventMode.PLANNED and any(aux.lower_ == "have" for aux in clause.auxiliaries):
        mode = EventMode.POSSIBLE  # "would have opposed"
    if (not by_frame and _is_negated(clause)) or _has_no(clause):
        return Modality(EventMode.NEGATED, refused=mode is EventMode.PLANNED)
    if mode is EventMode.PLANNED and clause.verb.dep_ == "ccomp" and lemma(clause.verb.head) in ("threaten", "warn"):
        return Modality(EventMode.THREATENED)
    if mode is _HAPPENED and _is_imperative(clause):
        return Modality(EventMode.REQUESTED)
    if mode is _HAPPENED and clause.verb.dep_ == "ROOT" and clause.verb.tag_ == "VB" and has_to(clause.verb):
        return Modality(EventMode.PLANNED)  # a headline: "Varra to close the office"
    return Modality(mode)


def _is_imperative(clause: Clause) -> bool:
    verb = clause.verb
    bare = verb.tag_ == "VB" and verb.dep_ in ("ROOT", "ccomp") and not clause.auxiliaries
    return bare and clause.own_subject is None and lemma(verb.head) not in governors().verbs


def _has_no(clause: Clause) -> bool:
    """Whether the object is told as none: "were given no warning"."""
    dobj = next((child for child in clause.verb.children if child.dep_ == "dobj"), None)
    if dobj is None:
        return False
    return dobj.lower_ in _NOBODY or any(child.dep_ == "det" and child.lower_ == "no" for child in dobj.children)


def _is_negated(clause: Clause) -> bool:
    return clause.negation is not None or any(
        adverb.lower_ in governors().negations or (adverb.lower_ == "longer" and adverb.nbor(-1).lower_ == "no")
        for adverb in clause.adverbs
        if adverb.i
    )


def _of_governor(clause: Clause, depth: int) -> Modality:
    verb, head = clause.verb, clause.verb.head
    lists = governors()
    report = _hearsay(clause)
    if report is not None:
        return Modality(EventMode.DENIED if _is_denied(report) else EventMode.POSSIBLE)
    match verb.dep_:
        case "xcomp" | "ccomp" if head.pos_ in ("VERB", "AUX"):
            return _under_verb(verb, head, depth)
        case "xcomp" | "ccomp" if head.pos_ in ("ADJ", "NOUN", "PROPN"):
            return _under_word(lists.adjectives.get(head.lower_) or lists.nouns.get(lemma(head)), head, depth)
        case "acl" | "relcl" if has_to(verb) and any(child.lower_ in _ORDINAL for child in head.lefts):
            return Modality(_HAPPENED)  # "the first state to leave"
        case "acl" | "relcl" if has_to(verb):
            return _under_word(lists.nouns.get(lemma(head), "possible"), head, depth)
        case "acl" | "relcl" if _is_unshown(clause, head):
            return Modality(EventMode.POSSIBLE)
        case "pcomp":
            return _after_preposition(head, depth)
        case "conj":
            around = Clause(head)
            if head.pos_ not in ("VERB", "AUX"):
                return Modality(_HAPPENED)
            finite = verb.tag_ in ("VBD", "VBZ", "VBP") and head.tag_ not in ("VBD", "VBZ", "VBP")
            if finite or (clause.auxiliaries and not has_to(verb)):
                return _of_governor(around, depth - 1)  # its tense is its own, what governs both is shared
            return _of_verb(around, depth - 1)
        case "advcl" if has_to(verb) and Clause(head).is_condition:
            return Modality(EventMode.CONDITIONAL)  # "were they to leave"
        case "advcl" if has_to(verb):  # a purpose
            return Modality(EventMode.POSSIBLE)
        case "advcl":
            participle = verb.tag_ == "VBG" and head.pos_ == "VERB"
            return _of_verb(Clause(head), depth - 1) if participle else Modality(_HAPPENED)
    return Modality(_HAPPENED)


def _is_unshown(clause: Clause, noun: Token) -> bool:
    """Whether nothing is told to show it: "no sign that they had left"."""
    if clause.mark is None or clause.mark.lower_ != "that" or lemma(noun) not in governors().signs:
        return False
    above = noun.head
    negated = above.pos_ in ("VERB", "AUX") and Clause(above).negation is not None
    return negated or any(word.dep_ == "det" and word.lower_ == "no" for word in noun.lefts)


def _hearsay(clause: Clause) -> Token | None:
    """The noun that only hands on what the clause says, by the words: long subjects are often parsed wrong."""
    mark = clause.mark
    if mark is None or mark.lower_ != "that" or mark.i == 0:
        return None
    before = mark.nbor(-1)
    known = governors().hearsay  # a capital after a dateline makes "Reports" a name for the parser
    return before if lemma(before) in known or before.lower_.removesuffix("s") in known else None


def _is_denied(report: Token) -> bool:
    """Whether a report or claim is called untrue, or denied: "reports that it had left were inaccurate"."""
    verb = report.head
    if report.dep_ in ("dobj", "nsubjpass") and lemma(verb) in ("deny", "reject", "dismiss", "refute"):
        return True
    after = report.doc[report.i + 1 : report.sent.end]
    return any(word.lower_ in governors().untrue and word.nbor(-1).lemma_ in ("be", "as") for word in after)


def _under_verb(verb: Token, head: Token, depth: int) -> Modality:
    lists = governors()
    word = lemma(head)
    above = Clause(head)
    bare = verb.tag_ == "VBG" and not any(child.dep_ == "aux" for child in verb.children)  # "wants them hosting it"
    bare = bare or verb.dep_ == "xcomp"
    infinitive = has_to(verb) or (bare and verb.dep_ in ("xcomp", "ccomp") and verb.tag_ in ("VB", "VBG"))
    if word in lists.modal_verbs and has_to(verb):
        return Modality(EventMode.NEGATED if "yet" in above.particles else EventMode.REQUESTED)
    if word == "be" and not has_to(verb) and (mode := _of_predicate(above)) is not None:
        return Modality(mode)
    if word == "be" and above.is_condition:
        return Modality(EventMode.CONDITIONAL)  # "were they to leave"
    if word == "be" or (word == "go" and has_to(verb)):
        return Modality(EventMode.PLANNED if has_to(verb) else _HAPPENED)
    if not infinitive and _is_unsaid(verb, above, depth):
        return Modality(EventMode.POSSIBLE)
    name = lists.verbs.get(word)
    if not infinitive and word in ("think", "believe") and _is_negated(above):
        return Modality(EventMode.NEGATED)  # "no longer thinks that they are negotiating"
    if not infinitive and (word == "doubt" or (word in ("think", "believe", "expect") and _is_of_few(above))):
        return Modality(EventMode.POSSIBLE)
    if name is None and has_to(verb) and not any(aux.lower_ == "have" for aux in Clause(verb).auxiliaries):
        return Modality(EventMode.POSSIBLE)
    wished = name == "requested" and word not in _TELLING and verb.tag_ in ("VB", "VBP")  # "demanded that it leave"
    if not infinitive and name != "denied" and not wished:
        return Modality(_HAPPENED)
    return _under_word(name, head, depth)


def _is_unsaid(verb: Token, above: Clause, depth: int) -> bool:
    """Whether it is what somebody did not say: "no official would confirm that they had left", not "why they left"."""
    if not depth or verb.i < above.verb.i or not is_saying(lemma(above.verb)):
        return False
    known = any(child.tag_ in ("WRB", "WP", "WDT") for child in verb.children)
    return not known and _of_verb(above, depth - 1).mode is EventMode.NEGATED


def _of_predicate(above: Clause) -> EventMode | None:
    """What "it is ... that" says of its clause: "not true", "false", "unlikely"; None where it says nothing of it."""
    lists = governors()
    for word in above.predicatives:
        if lemma(word) in lists.so:
            return EventMode.DENIED if _is_negated(above) else None
        name = lists.adjectives.get(word.lower_)
        if name in ("denied", "negated", "possible"):
            return EventMode(name)
    return None


def _is_of_few(above: Clause) -> bool:
    return above.own_subject is not None and above.own_subject.lower_ == "few"


def _under_word(name: str | None, governor: Token, depth: int) -> Modality:
    """The mode that a governing word gives, with what is said of that word itself."""
    if name is None or name == "through":
        return _of_verb(Clause(governor), depth - 1) if governor.pos_ in ("VERB", "AUX") else Modality(_HAPPENED)
    mode = EventMode(name)
    verb = governor if governor.pos_ in ("VERB", "AUX") else governor.head
    if verb.pos_ not in ("VERB", "AUX"):
        return Modality(mode, refused=mode is EventMode.NEGATED)
    above = _of_verb(Clause(verb), depth - 1)
    if above.mode is EventMode.NEGATED and mode is not EventMode.NEGATED:
        return Modality(EventMode.POSSIBLE if mode is EventMode.DENIED else EventMode.NEGATED)
    dropped = governor.dep_ == "dobj" and governors().objects.get(lemma(verb)) == "negated"
    if dropped and mode is EventMode.PLANNED:
        return Modality(EventMode.NEGATED)  # "cancelled plans to leave"
    if above.mode in (EventMode.CONDITIONAL, EventMode.DENIED):
        return above
    condition = _condition(Clause(verb), mode)
    if condition is not None and not condition.strict and condition.past:
        condition = None  # "promised to leave when they had met"
    if condition is not None and mode in (EventMode.PLANNED, EventMode.POSSIBLE, EventMode.NEGATED):
        negated = mode is EventMode.NEGATED
        return Modality(EventMode.CONDITIONAL, condition, refused=negated, negated=negated)
    return Modality(mode, refused=mode is EventMode.NEGATED)


def _after_preposition(preposition: Token, depth: int) -> Modality:
    lists = governors()
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    if {preposition.lower_, preposition.head.lower_, before} & lists.without:
        return Modality(EventMode.NEGATED)
    host = preposition.head
    if preposition.lower_ == "about" or lemma(host) in lists.hearsay:
        return Modality(EventMode.POSSIBLE)
    if host.pos_ in ("NOUN", "PROPN"):
        return _under_word(lists.nouns.get(lemma(host)), host, depth)
    if host.pos_ == "ADJ":
        return _under_word(lists.adjectives.get(host.lower_), host, depth)
    name = lists.verbs.get(lemma(host))
    if preposition.lower_ == "from" and lemma(host) in lists.kept_from:
        return Modality(EventMode.NEGATED)
    if preposition.lower_ in ("of", "from", "against", "to", "into", "on", "at") and name is not None:
        return _under_word(name, host, depth)
    if preposition.lower_ in ("after", "since", "following", "before", "for", "in", "by", "while", "when"):
        return Modality(_HAPPENED) if preposition.lower_ != "before" else Modality(EventMode.POSSIBLE)
    return Modality(_HAPPENED)


def _of_noun(noun: Token, depth: int) -> Modality:
    """The mode of an act that a noun names: from the verb or noun that governs the noun."""
    lists = governors()
    if any(child.dep_ == "det" and child.lower_ == "no" for child in noun.children):
        return Modality(EventMode.NEGATED)
    if any(child.dep_ in ("amod", "compound") and child.lower_ in lists.not_yet for child in noun.children):
        return Modality(EventMode.POSSIBLE)
    if _WOULD_BE in noun.doc[noun.left_edge.i : noun.i].text.lower():  # which the parser takes for a verb
        return Modality(EventMode.POSSIBLE)
    report = _hearsay_about(noun)
    if report is not None:
        return Modality(EventMode.DENIED if _is_denied(report) else EventMode.POSSIBLE)
    head = noun.head
    name: str | None = None
    if noun.dep_ in ("dobj", "nsubjpass") and head.pos_ in ("VERB", "AUX"):
        particles = (child.lower_ for child in head.children if child.dep_ == "prt")
        called = [f"{lemma(head)}_{particle}" for particle in particles]
        name = lists.objects.get((called or [lemma(head)])[0])
    elif noun.dep_ == "pobj" and head.head.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
        host = head.head
        if host.pos_ == "NOUN":
            name = lists.nouns.get(lemma(host))
        elif host.pos_ != "ADJ" and head.lower_ in ("for", "on", "to"):
            name = lists.objects.get(lemma(host))
        head = host
    if name is not None:
        return _under_word(name, head, depth)
    if noun.dep_ in ("dobj", "nsubj", "nsubjpass") and head.pos_ in ("VERB", "AUX") and depth:
        around = _of_verb(Clause(head), depth - 1)
        return around if around.mode is not EventMode.REQUESTED else Modality(_HAPPENED)
    return Modality(_HAPPENED)


def _hearsay_about(noun: Token) -> Token | None:
    """The noun that only hands on an act: "reports about closing the office and the retreat of the mediator"."""
    first = noun
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    preposition = first.head
    if first.dep_ not in ("pobj", "pcomp") or preposition.lower_ not in ("about", "of", "on"):
        return None
    return preposition.head if lemma(preposition.head) in governors().hearsay else None


def _condition(clause: Clause, mode: EventMode) -> Condition | None:
    """The condition that governs this clause, where its mode lets it have one."""
    found = conditions_of(clause.verb.doc).by_act.get(clause.verb.i)
    if found is None:
        return _condition(Clause(clause.verb.head), mode) if is_apart(clause.verb) else None
    if mode in (EventMode.PLANNED, EventMode.POSSIBLE, EventMode.CONDITIONAL):
        return found
    if mode is EventMode.NEGATED:
        return found if found.holds_back and _is_open(clause) else None
    return found if found.strict and (mode is not _HAPPENED or _is_open(clause)) else None


def _is_open(clause: Clause) -> bool:
    """Whether a clause tells no past: what it says can still turn out one way or the other."""
    finite = [aux for aux in clause.auxiliaries if aux.tag_ in ("MD", "VBP", "VBZ", "VBD")] or [clause.verb]
    return all(word.tag_ in ("MD", "VBP", "VBZ") or word.lower_ in _NOT_PAST for word in finite) and not any(
        aux.lemma_ == "have" for aux in clause.auxiliaries
    )


def _stands_under_condition(clause: Clause) -> bool:
    """Whether the clause is itself the condition: "if both sides agree"."""
    lists = governors()
    mark = clause.mark
    if (
        clause.verb.dep_ == "advcl"
        and clause.verb.tag_ in ("VBP", "VBZ")
        and any(a.lower_ == "when" for a in clause.adverbs)
    ):
        return _of_auxiliaries(Clause(clause.verb.head), by_frame=False).mode is EventMode.PLANNED
    if _is_condition_of_open_act(clause.verb):
        return True
    if mark is None or clause.verb.dep_ not in ("advcl", "ccomp"):
        return False
    if mark.lower_ in ("if", "unless"):
        return True
    return mark.lower_ in lists.conditions and clause.verb.tag_ not in ("VBD",)


def _is_condition_of_open_act(verb: Token) -> bool:
    """Whether a verb is that of a condition, and what hangs on it is not told as having happened."""
    known = conditions_of(verb.doc).by_verb.get(verb.i)
    if known is None:
        return False
    act = Clause(known[1])
    return _condition(act, _of_auxiliaries(act, by_frame=False).mode) is not None
