"""Clauses: a verb with its arguments as the parse has them, passives, control and shared subjects resolved."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.events.nouns import lemma
from dragoman.reading.inversion import negation_before

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_COMPLEMENTS = ("xcomp", "ccomp")
_PREDICATIVES = ("acomp", "attr", "oprd")
# Verbs whose own subject, not their object, does what their infinitive says, though they have an object.
_SUBJECT_CONTROL = frozenset(
    ("promise", "threaten", "vow", "offer", "use", "have", "take", "make", "give", "need", "issue")
)
# "accused X of doing", "stopped X from doing": the object does it.
_OBJECT_PREPOSITIONS = frozenset(("of", "from", "for", "into"))
# "according to a diplomat", "due to the attack": the noun after the second word is no argument of the verb.
_NO_HOST = frozenset(("according", "due", "thanks", "prior", "such", "because", "owing", "contrary"))
# Verbs whose meaning lies in the noun after their preposition: "came under criticism from ...".
_LIGHT = frozenset(("be", "come", "go", "put", "fall"))
# Words that hedge a number after a verb and that the parser takes for prepositions.
_ABOUT = frozenset(("around", "about", "over", "under"))
_DEPTH = 8
_NO = frozenset(("no", "neither"))  # before a subject: "neither side has agreed"
_ASKING = frozenset(("WRB", "WP", "WP$", "WDT"))
_NOBODY = frozenset(("nobody", "none", "neither", "nothing"))
_MONTHS = frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december")
)  # fmt: skip


class Clause:
    """A verb and its arguments. Slots are found on construction; what is inherited, when asked for."""

    def __init__(self, verb: Token) -> None:
        self.verb = verb
        self.passive = False
        self.negation: Token | None = None
        self.mark: Token | None = None
        self.particles: list[str] = []
        self.auxiliaries: list[Token] = []
        self.complements: list[Token] = []
        self.predicatives: list[Token] = []
        self.adverbials: list[Token] = []  # clauses that stand under this one
        self.adverbs: list[Token] = []
        self.agents: list[Token] = []
        self.prepositions: list[tuple[str, Token]] = []  # with the noun or clause after each
        self._subject: Token | None = None
        self._object: Token | None = None
        self._dative: Token | None = None
        self._expletive = False
        for child in verb.children:
            self._place(child)
        self.negation = self.negation or self._nor() or self._no_subject()
        # With an object of its own it is no reduced passive but a headline's or a misparsed past tense.
        if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not self.auxiliaries and self._object is None:
            self.passive = True

    @property
    def opens(self) -> Token | None:
        """The verb or auxiliary that stands before the subject, mostly none: "nor did they go", "had they gone"."""
        first = min((*self.auxiliaries, self.verb))
        return first if self._subject is not None and first.i < self._subject.i else None

    @property
    def is_condition(self) -> bool:
        """Whether it is one by the order of its words: "should the talks fail", "had they agreed, ..."."""
        opens = self.opens
        if opens is None:
            return False
        return opens.lower_ == "should" or (opens.lower_ in ("had", "were") and self.verb.dep_ in ("advcl", "ccomp"))

    @property
    def is_question(self) -> bool:
        """Whether it asks if something is so: "did they agree?", not "why did they agree?"."""
        opens = self.opens
        if opens is None or any(word.tag_ in _ASKING for word in self.verb.lefts):
            return False
        return any(word.text == "?" for word in opens.sent[-2:])  # a quotation mark may follow

    def _nor(self) -> Token | None:
        """The word before a clause that negates it: "nor did they agree", "at no point did they", "neither met nor"."""
        verb = self.verb
        pairs = [child for child in verb.lefts if child.lower_ == "neither" and child.dep_ in ("preconj", "cc")]
        if verb.dep_ == "conj":
            pairs += [c for c in verb.head.children if c.dep_ == "cc" and c.lower_ == "nor" and c.i < verb.i]
        if pairs:
            return pairs[0]
        return negation_before(verb, self.opens) if self.opens is not None else None

    def _no_subject(self) -> Token | None:
        """The word by which nobody is the subject, or neither of two."""
        if self._subject is None:
            return None
        if self._subject.lower_ in _NOBODY:
            return self._subject
        return next((word for word in self._subject.lefts if word.dep_ == "det" and word.lower_ in _NO), None)

    def _place(self, child: Token) -> None:
        dep = child.dep_
        if dep in ("nsubj", "nsubjpass"):
            self._subject = child
            self.passive = self.passive or dep == "nsubjpass"
        elif dep == "dobj":
            self._object = self._object or child
        elif dep == "dative":
            self._dative = next((c for c in child.children if c.dep_ == "pobj"), None) if child.pos_ == "ADP" else child
            if child.pos_ == "ADP" and self._dative is not None:
                self.prepositions.append((child.lower_, self._dative))
        elif dep == "agent":
            self.agents.extend(c for c in child.children if c.dep_ in ("pobj", "pcomp"))
        elif dep == "prep" and child.lower_ in _ABOUT and (number := _number_after(child)) is not None:
            self._object = self._object or number  # "killed around 1,200"
        elif dep in ("prep", "prt") and child.pos_ in ("ADP", "SCONJ", "ADV", "VERB", "PART"):
            self._place_preposition(child, child.lower_)
        elif dep == "neg":
            self.negation = child
        elif dep == "auxpass":
            self.passive = True
            self.auxiliaries.append(child)
        elif dep == "aux":
            self.auxiliaries.append(child)
        elif dep in _COMPLEMENTS:
            self.complements.append(child)
        elif dep in _PREDICATIVES:
            self.predicatives.append(child)
        elif dep == "advcl":
            self.adverbials.append(child)
        elif dep == "advmod" and child.pos_ == "ADV" and child.is_upper and child.ent_type_ and child.i < self.verb.i:
            self._subject = self._subject or child  # an acronym that was taken for an adverb
        elif dep == "advmod":
            self.adverbs.append(child)
            self.particles.append(child.lower_)
            for inner in child.children:
                if inner.dep_ == "prep":  # "walked away from the talks"
                    self._place_preposition(inner, inner.lower_)
                elif inner.dep_ == "advcl":  # "as long as ..."
                    self.adverbials.append(inner)
        elif dep == "mark":
            self.mark = child
        elif dep == "expl":
            self._expletive = True

    def _place_preposition(self, child: Token, name: str) -> None:
        empty = True
        for inner in child.children:
            if inner.dep_ in ("pobj", "pcomp"):
                self.prepositions.append((name, inner))
                empty = False
            elif inner.dep_ == "prep" and name not in _NO_HOST:  # "out of the talks", "back to the table"
                self.particles.append(name)
                self._place_preposition(inner, inner.lower_)
                empty = False
        if empty or child.dep_ == "prt":
            self.particles.append(name)

    @property
    def own_subject(self) -> Token | None:
        """The subject that stands in this clause, none inherited."""
        return self._subject

    def surface(self, depth: int = _DEPTH) -> Token | None:
        """The grammatical subject: its own, or the one it shares or is controlled by; relative pronouns resolved."""
        if self._subject is not None:
            return antecedent(self._subject)
        if self.verb.dep_ == "ROOT" and self.verb.tag_ in ("VBD", "VBN", "VBZ"):
            return self._swallowed()
        return self._inherited(depth) if depth and not self._expletive else None

    def subject(self) -> Token | None:
        """Who does it: the subject of an active clause, the "by" of a passive one."""
        if self.passive:
            return self.agents[0] if self.agents else None
        return self.surface()

    def object(self) -> Token | None:
        """To whom or what it is done: the object of an active clause, the subject of a passive one."""
        if self.passive:
            if self._object is not None:
                return self._object  # "they were given a deadline": the subject is the recipient
            return self.surface()
        if self._object is not None:
            return antecedent(self._object)
        for complement in self.complements:  # "asked the state to expel them" is often parsed as one clause in another
            own = Clause(complement).own_subject
            bare = complement.tag_ == "VBG" and not any(child.dep_ == "aux" for child in complement.children)
            if own is not None and (bare or has_to(complement) or complement.pos_ in ("ADJ", "NOUN")):
                return own
        if self.verb.dep_ == "relcl":
            return self._relativised()
        return None

    def dative(self) -> Token | None:
        """The indirect object."""
        if self._dative is not None:
            return self._dative
        if self.passive and self._object is not None:
            return self.surface()
        return None

    def after(self, preposition: str) -> Token | None:
        """The noun (or clause) after a preposition of this verb, or of its object: "put pressure on the group"."""
        for name, noun in self.prepositions:
            if name == preposition and (name == "until" or noun.ent_type_ not in ("DATE", "TIME")):
                return noun
        if self._object is not None:
            found = after(self._object, preposition)
            if found is not None:
                return found
        if lemma(self.verb) not in _LIGHT:
            return None
        hosts = (noun for name, noun in self.prepositions if name != preposition and noun.pos_ == "NOUN")
        return next((noun for noun in (after(host, preposition) for host in hosts) if noun is not None), None)

    def _swallowed(self) -> Token | None:
        """The subject that the parser took for part of a date or a noun: "In April Varra asked", "Varra adheres"."""
        for _, noun in self.prepositions:
            if noun.i < self.verb.i and is_after_date(noun):
                return noun
        names = [child for child in self.verb.lefts if child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN"]
        return names[-1] if names else None

    def _relativised(self) -> Token | None:
        """The noun that a relative clause without an object of its own is about: "the plan that the group rejected"."""
        if self._subject is None or self._subject.tag_ in ("WDT", "WP"):
            return None
        if self.mark is not None or any(adverb.tag_ == "WRB" for adverb in self.adverbs):
            return None
        return self.verb.head

    def _inherited(self, depth: int) -> Token | None:
        verb, head = self.verb, self.verb.head
        dep = verb.dep_
        if dep == "conj" and head.pos_ in ("VERB", "AUX"):
            before = Clause(head)
            if verb.tag_ == "VBN" and not self.auxiliaries and before.passive:
                self.passive = True
            return before.surface(depth - 1)
        if dep in (*_COMPLEMENTS, "dep") and head.pos_ in ("VERB", "AUX"):
            if is_apart(verb):  # "we are carrying letters, not mediating"
                return Clause(head).surface(depth - 1)
            return controller(Clause(head), depth) if dep != "dep" else None
        if dep in _COMPLEMENTS and head.dep_ in _PREDICATIVES:  # "is willing to resume"
            return Clause(head.head).surface(depth - 1)
        if dep == "advcl" and head.pos_ in ("VERB", "AUX"):
            return Clause(head).surface(depth - 1)
        if dep == "acl":
            return owner_of_infinitive(head, depth) if has_to(verb) else head
        if dep == "pcomp":
            return self._around_preposition(head.head, head.lower_, depth)
        if dep == "relcl":
            return head
        return None

    def _around_preposition(self, host: Token, preposition: str, depth: int) -> Token | None:
        if host.pos_ in ("VERB", "AUX"):
            around = Clause(host)
            if preposition in _OBJECT_PREPOSITIONS:
                return controller(around, depth)
            return around.surface(depth - 1)
        if host.dep_ in _PREDICATIVES:
            return Clause(host.head).surface(depth - 1)
        return owner_of_infinitive(host, depth)


def _number_after(about: Token) -> Token | None:
    """The bare number after a word that hedges it; none where it is a day or a length of time."""
    number = next((child for child in about.children if child.dep_ == "pobj"), None)
    bare = number is not None and number.pos_ == "NUM" and number.ent_type_ == "CARDINAL"
    return number if bare and about.i == about.head.i + 1 else None


def is_apart(verb: Token) -> bool:
    """Whether a participle stands behind a comma: told beside the verb before it, no complement of that."""
    if not verb.text.endswith("ing") or verb.dep_ not in (*_COMPLEMENTS, "dep") or verb.head.pos_ != "VERB":
        return False
    first = verb.left_edge
    return bool(first.i > verb.head.i and first.nbor(-1).text == ",")


def controller(governor: Clause, depth: int = _DEPTH) -> Token | None:
    """Who does what the complement of `governor` says: its object, or its subject where it has none."""
    if lemma(governor.verb) in _SUBJECT_CONTROL:
        return governor.surface(depth - 1)
    if governor._object is not None and not governor.passive:
        return antecedent(governor._object)
    for name, noun in governor.prepositions:
        if name == "on" and lemma(governor.verb) in ("call", "prevail"):
            return noun
    return governor._dative or governor.surface(depth - 1)


def owner_of_infinitive(noun: Token, depth: int = _DEPTH) -> Token | None:
    """Who would do what a noun's infinitive says: its owner ("the state's decision to ..."), or its verb's subject."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None) or after(noun, "by") or _people(noun)
    if owner is not None or not depth:
        return owner
    if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        return Clause(noun.head).surface(depth - 1)
    if noun.dep_ == "pobj" and noun.head.head.pos_ == "VERB":
        return Clause(noun.head.head).surface(depth - 1)
    return None


_PEOPLES = ("NORP", "GPE", "ORG")


def _people(noun: Token) -> Token | None:
    """Whose it is by a name before it: "Varran efforts to", "the Ridge Council plan to"."""
    named = (child for child in noun.lefts if child.dep_ in ("amod", "compound", "nmod") and child.is_title)
    return next((child for child in named if child.ent_type_ in _PEOPLES), None)


def after(noun: Token, preposition: str) -> Token | None:
    """The noun after a preposition that hangs on `noun`."""
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ == preposition:
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    return inner
    if preposition == "by":  # the parser may hang it on what is done: "the rejection of the plan by Lisse"
        done = after(noun, "of")
        return after(done, "by") if done is not None and done.dep_ == "pobj" else None
    return None


def antecedent(noun: Token) -> Token:
    """The noun that a relative pronoun stands for; any other noun itself."""
    if noun.tag_ not in ("WDT", "WP", "WP$") and not (noun.lower_ == "that" and noun.pos_ == "PRON"):
        return noun
    at = noun
    for _ in range(_DEPTH):
        if at.dep_ == "relcl":
            return at.head
        if at.head.i == at.i:
            break
        at = at.head
    return noun


def is_after_date(noun: Token) -> bool:
    """Whether a name stands right after a date word that the parser made part of it."""
    return noun.pos_ == "PROPN" and noun.i > 0 and noun.nbor(-1).lower_ in _MONTHS and noun.nbor(-1).head.i == noun.i


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def chain(verb: Token) -> Iterator[Token]:
    """The heads above a token, nearest first."""
    at = verb
    while at.head.i != at.i:
        at = at.head
        yield at
