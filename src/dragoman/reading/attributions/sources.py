"""Who is cited: the noun phrase that a cue names as its source."""

from spacy.tokens import Token

from dragoman.reading.attributions.scene import TITLES, Draft, Scene, subtree, trimmed

_SUBJECTS = frozenset(("nsubj", "csubj"))
_PASSIVE_SUBJECTS = frozenset(("nsubjpass", "csubjpass"))
_EXPLETIVES = frozenset(("it", "there"))
_RELATIVES = frozenset(("who", "which", "that", "whom"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"))
# So many steps up through coordinated and embedded verbs to the one that has the subject.
_STEPS = 6
# A relative clause set off by a comma tells more of the source, it does not say which source it is.
_ASIDE = frozenset((",", "-", "—", "–"))


def subject(verb: Token) -> Token | None:
    """The head of the verb's subject: its own, or that of the verb that it hangs on; None for an impersonal one."""
    for _ in range(_STEPS):
        own = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if own is not None:
            return None if own.lower_ in _EXPLETIVES and _is_expletive(own, verb) else own
        if any(c.dep_ in _PASSIVE_SUBJECTS for c in verb.children):
            return agent(verb)
        if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp") and verb.head.pos_ in ("VERB", "AUX"):
            passive = _passive_subject(verb.head) if verb.dep_ == "xcomp" else None
            if passive is not None:
                return passive
            verb = verb.head
        elif verb.dep_ == "pcomp" and verb.head.head.pos_ in ("VERB", "AUX"):
            # "quoted the minister as telling them": the minister told them.
            quoted = next((c for c in verb.head.head.children if c.dep_ == "dobj"), None)
            if verb.head.lower_ == "as" and quoted is not None:
                return quoted
            verb = verb.head.head
        elif verb.dep_ == "acl" and verb.head.pos_ in _NOMINAL and verb.tag_ != "VBN":
            # "the union's attempt to deny it": the union denies, not its attempt.
            owner = next((c for c in verb.head.children if c.dep_ == "poss"), None)
            return owner if owner is not None and verb.tag_ == "VB" else verb.head
        else:
            return None
    return None


def _passive_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "nsubjpass" and c.lower_ not in _EXPLETIVES), None)


def _is_expletive(it: Token, verb: Token) -> bool:
    # "it was reported that": empty; "it said that": the party, the ministry.
    return bool(it.lower_ == "there" or verb.pos_ == "AUX")


def agent(verb: Token) -> Token | None:
    """Who did it, in a passive: the noun after "by"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def misread_apposition(verb: Token) -> Token | None:
    """The subject that the parser took for an apposition: "... to leave Osk, a diplomat briefed on it said"."""
    if verb.dep_ != "conj" or verb.i < 2:
        return None
    token = verb.nbor(-1)
    for _ in range(_STEPS):
        if token.dep_ == "appos":
            set_off = token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ","
            return token if set_off and token.right_edge.i == verb.i - 1 else None
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def beside(scene: Scene, verb: Token) -> Token | None:
    """The noun phrase next to a verb of speech for which the parse gives no subject."""
    doc = scene.doc
    after, before = verb.i + 1, verb.i - 1
    for index in (after, before):
        if not 0 <= index < len(doc) or scene.inside_quote(index):
            continue
        token = doc[index]
        if token.is_space or token.is_punct:
            continue
        head = token
        while head.dep_ in ("compound", "det", "amod", "poss", "nmod", "nummod") and abs(head.head.i - verb.i) < 8:
            head = head.head
        if head.pos_ in ("NOUN", "PROPN", "PRON") and head.i != verb.i:
            return head
    return None


def phrase(scene: Scene, head: Token, *, without: int | None = None) -> list[int]:
    """The tokens of the noun phrase of `head`: with its appositions and what tells which one it is.

    `without` is the cue's head: nothing from it on, on its side, belongs to the source.
    """
    doc = scene.doc
    drop: set[int] = set()
    for child in head.children:
        if child.dep_ == "relcl" and doc[max(0, child.left_edge.i - 1)].text in _ASIDE and child.i > head.i:
            drop.update(range(child.left_edge.i, head.right_edge.i + 1))
        elif child.dep_ == "prep" and any(c.ent_type_ in ("DATE", "TIME") for c in child.children):
            drop.update(subtree(child))  # the day belongs to the cue
        elif child.dep_ in ("case",) and child.text in ("'s", "’s", "'", "’"):
            drop.add(child.i)
        elif child.dep_ in ("ccomp", "parataxis", "advcl") and child.i > head.i:
            drop.update(subtree(child))
    bounds = scene.paragraph(head.i)
    kept = [
        i
        for i in subtree(head)
        if i not in drop and bounds[0] <= i < bounds[1] and (i == head.i or i not in scene.quote_at)
    ]
    if without is not None:
        kept = [i for i in kept if (i < without) == (head.i < without) and i != without]
    return _beyond_title(scene, trimmed(scene, kept, quotes=False), bounds[1])


def _beyond_title(scene: Scene, found: list[int], end: int) -> list[int]:
    """The name after a title whose full stop broke the sentence off: "Capt" + ". Ana Orsa"."""
    doc = scene.doc
    if not found or doc[found[-1]].lower_ not in TITLES or found[-1] + 1 >= end or doc[found[-1] + 1].text != ".":
        return found
    more = [found[-1] + 1]
    while more[-1] + 1 < end and doc[more[-1] + 1].pos_ == "PROPN":
        more.append(more[-1] + 1)
    return [*found, *more] if len(more) > 1 else found


def set_antecedent(scene: Scene, draft: Draft, head: Token) -> None:
    """Word the source by the noun phrase that `head` stands for, where that is a relative pronoun."""
    if head.lower_ not in _RELATIVES or head.tag_ not in ("WP", "WDT"):
        return
    clause = head.head
    while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ == "relcl":
        draft.source_head = clause.head.i
        drop = set(subtree(clause))
        draft.wording = trimmed(scene, [i for i in phrase(scene, clause.head) if i not in drop], quotes=False)


def set_source(scene: Scene, draft: Draft, head: Token | None) -> None:
    """Give the draft the noun phrase of `head` as its source."""
    if head is None:
        return
    draft.source_head = head.i
    if head.lower_ in _RELATIVES and head.tag_ in ("WP", "WDT"):
        draft.source = [head.i]
        set_antecedent(scene, draft, head)
        return
    draft.source = phrase(scene, head, without=draft.head)
