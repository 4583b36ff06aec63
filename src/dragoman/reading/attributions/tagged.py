"""Drafts of what the trained network finds: its words, with the cue word and the source's noun phrase of the rules."""

from dragoman.reading.attributions import phrases, sources, states, verbs
from dragoman.reading.attributions.learned.decoding import Linked
from dragoman.reading.attributions.lexicon import CueClass, CueWord, lexicon
from dragoman.reading.attributions.scene import Draft, Scene


def draft(scene: Scene, found: Linked, known: dict[int, Draft]) -> Draft:
    """The draft of one attribution; `known` are the drafts by rule, by head, which know the word and the addressee."""
    head = _head(scene, found)
    rule = next((known[i] for i in (head, *found.cue) if i in known), None)
    word = rule.word if rule is not None else _word(scene, head, found)
    made = Draft(head=head, word=word, cue=list(found.cue), content=_with_marks(scene, found.content))
    made.source = list(found.source)
    if not made.source and rule is not None and rule.source and not set(rule.source) & {head, *found.cue}:
        # The network hides a source that the parser misread in the content; the order of words does not lie about it.
        made.source = list(rule.source)
        made.content.difference_update(made.source)
    if not made.content and rule is not None:
        made.content = set(rule.content).difference(made.source, made.cue)
    made.source_head = _top(scene, made.source)
    if made.source_head is not None:
        sources.set_antecedent(scene, made, scene.doc[made.source_head])
    verb = scene.doc[head]
    if rule is not None:
        made.addressee, made.declines, made.denies = list(rule.addressee), rule.declines, rule.denies
    elif verb.pos_ in ("VERB", "AUX"):
        made.addressee = verbs.addressee(scene, verb, word)
    taken = made.content.union(made.source)
    made.addressee = [i for i in made.addressee if i not in taken]
    return made


def _with_marks(scene: Scene, content: tuple[int, ...]) -> set[int]:
    """The content, and the marks of each quotation whose every word stands in it: the network has no signs at ends."""
    words = set(content)
    for number in {scene.quote_at[i] for i in content if i in scene.quote_at}:
        quote = scene.quotes[number]
        inner = (i for i in range(quote.start, quote.end) if not scene.doc[i].is_punct and not scene.doc[i].is_space)
        if words.issuperset(inner):
            words.update(range(quote.start, quote.end))
    return words


def _head(scene: Scene, found: Linked) -> int:
    """The cue's governing word: the network's, unless that is a particle of another word of the cue."""
    inside = set(found.cue)
    head = found.head
    while scene.doc[head].head.i in inside and scene.doc[head].head.i != head and scene.doc[head].dep_ in _MINOR:
        head = scene.doc[head].head.i
    return head


_MINOR = frozenset(("aux", "auxpass", "neg", "prt", "mark", "det", "advmod"))


def _word(scene: Scene, head: int, found: Linked) -> CueWord:
    """The cue word of the head, else of another word of the cue; one of no more than attitude where none is known."""
    words = lexicon()
    for index in (head, *found.cue):
        token = scene.doc[index]
        lemma = token.lemma_.lower()
        if token.lower_ == "according":
            return phrases.ACCORDING
        if token.lower_ in words.forms:
            return words.verbs[words.forms[token.lower_]]
        if token.pos_ in ("VERB", "AUX") and lemma in words.verbs:
            return words.verbs[lemma]
        if token.pos_ in ("NOUN", "PROPN") and lemma in words.nouns:
            return words.nouns[lemma]
        if token.lower_ in words.view_nouns:
            return phrases.VIEW
        if token.lower_ in words.states:
            return states.STATE
    return CueWord(lemma=scene.doc[head].lemma_.lower(), kind=CueClass.ATTITUDE, takes=frozenset())


def _top(scene: Scene, tokens: list[int]) -> int | None:
    """The word of a source that governs the others; a noun or pronoun before anything else."""
    inside = set(tokens)
    tops = [i for i in tokens if scene.doc[i].head.i not in inside or scene.doc[i].head.i == i]
    nominal = [i for i in tops if scene.doc[i].pos_ in ("NOUN", "PROPN", "PRON", "NUM")]
    return next(iter(nominal or tops), None)
