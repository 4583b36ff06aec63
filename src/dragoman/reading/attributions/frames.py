"""The frame of a cue that is set into or behind its sentence, read off the tokens: commas, tags and words.

"The talks had failed, two diplomats briefed on them said on Friday, and would not be resumed." The parser often takes
such a source for an apposition of the noun before the comma; the order of words does not lie about it.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.reading.attributions.lexicon import CueWord, Takes, lexicon
from dragoman.reading.attributions.scene import LONGEST, Scene

_DASHES = frozenset(("-", "—", "–", "--"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_VERBAL = frozenset(("VERB", "AUX"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_STARTS = frozenset(("DET", "PROPN", "NOUN", "NUM", "ADJ", "PRON", "ADV"))
_RELATIVES = frozenset(("who", "whom", "whose", "which", "that"))
_TIMES = frozenset(("DATE", "TIME"))
# A source has at most so many tokens, the words between a cue and the end of what belongs to it as well.
_SOURCE = 24
_TAIL = 16
# Clauses that tell when or how it was said: "the envoy said as he left".
_WHILE = frozenset(("as", "while", "before", "after", "when"))
_SPEAKER = frozenset(("he", "she", "they"))
_SUBJECTS = frozenset(("i", "we", "you", "he", "she", "it", "they"))
_COMPARING = frozenset(("than", "as"))


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a cue's sentence, source and circumstances begin and end, in doc tokens."""

    start: int  # of the sentence, or of the part of it after a semicolon
    first: int  # of the source and cue, behind the comma that sets them off
    source: range
    head: int  # of the source's noun phrase
    end: int  # of the cue with its circumstances
    lead: bool  # whether the words before them are content
    rest: range  # what of the sentence goes on as content behind them; empty where nothing does


def frame(scene: Scene, verb: Token, word: CueWord) -> Frame | None:
    """The frame of a verb that is set into its sentence or closes it; None where it is neither."""
    if Takes.INSERTED not in word.takes or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or scene.inside_quote(verb.i):
        return None
    start, stop = scene.clause(verb.i)
    start, stop = max(start, verb.i - LONGEST), min(stop, verb.i + LONGEST)
    source = _before(scene, start, verb.i)
    start = _after_announcement(scene, start, source.start if source is not None else verb.i)
    if source is not None:
        first, end = source.start, _tail(scene, verb.i + 1, stop, word)
    elif _is_hinge(scene, verb.i - 1, start) and verb.tag_ in ("VBD", "VBZ"):
        source = _behind(scene, verb.i, stop)
        if source is None:
            return None
        first, end = verb.i, _tail(scene, source.stop, stop, word)
    else:
        return None
    if end is None or first <= start:
        return None
    words = lexicon()
    rest = _rest(scene, start, first, end, stop)
    finite = _finite_count(scene, start, first)
    subordinate = scene.doc[start].lower_ in words.subordinators
    quoted = scene.inside_quote(first - 1) or (first > start + 1 and scene.inside_quote(first - 2))
    quote_follows = bool(rest) and rest.start in scene.quote_at
    if quote_follows and not quoted and _is_capital(scene, rest.start):
        return None  # "Later, as they left, she said, “We stay.”": the quotation alone
    if Takes.CLAUSE not in word.takes and not (quoted or quote_follows):
        return None
    if not (finite or quoted or rest):
        return None
    if subordinate and not rest and finite < 2:
        return None  # "As the talks failed, the envoy said on Friday"
    lead = finite > 0 or quoted or _is_noun_phrase(scene, range(start, first - 1))
    return Frame(start, first, source, _head(scene, source), end, lead, rest)


def _is_capital(scene: Scene, mark: int) -> bool:
    """Whether the quotation that begins at a mark begins with a capital."""
    return mark + 1 < len(scene.doc) and scene.doc[mark + 1].text[:1].isupper()


def _after_announcement(scene: Scene, start: int, end: int) -> int:
    """Where the sentence starts behind a cue and a colon: "two officials tell it so: the talks failed, they said"."""
    doc = scene.doc
    colon = next((i for i in range(end - 1, start, -1) if doc[i].text == ":" and i not in scene.quote_at), None)
    if colon is None or colon + 1 >= end:
        return start
    cues = lexicon().verbs
    announced = any(is_finite(scene, i) and doc[i].lemma_.lower() in cues for i in range(start, colon))
    return colon + 1 if announced else start


def is_finite(scene: Scene, index: int) -> bool:
    """Whether a token is tagged as a finite verb."""
    token = scene.doc[index]
    return token.tag_ in _FINITE and token.pos_ in _VERBAL


def _finite_count(scene: Scene, start: int, end: int) -> int:
    """How many clauses begin: finite verbs, one each where an auxiliary and its verb follow each other."""
    return sum(is_finite(scene, i) for i in range(start, end))


def _is_hinge(scene: Scene, index: int, start: int) -> bool:
    """Whether a token sets off what follows it: a comma, a dash between spaces, the end of a quotation."""
    if index < start:
        return False
    token = scene.doc[index]
    number = scene.quote_at.get(index)
    if number is not None:
        quote = scene.quotes[number]
        return quote.end == index + 1 and not quote.goes_on and scene.doc[index - 1].text in (",", "?", "!", "—", "–")
    if token.text == ",":
        return True
    return token.text in _DASHES and index > 0 and bool(scene.doc[index - 1].whitespace_)


def _before(scene: Scene, start: int, verb: int) -> range | None:
    """The noun phrase between a hinge and the verb."""
    doc = scene.doc
    last = verb - 1
    while last > start and (doc[last].pos_ in ("ADV", "AUX") or doc[last].tag_ == "RB"):
        last -= 1
    end = last + 1
    lowest = max(start, verb - _SOURCE)
    if last > start and doc[last].text == ",":  # "its spokesman, Ana Orsa, said", "Orsa, who leads it, said"
        last = _opening(scene, last, lowest)
        if last < lowest:
            return None
        if doc[last + 1].lower_ in _RELATIVES:
            end = last
        elif any(is_finite(scene, i) for i in range(last + 1, end)) or doc[last + 1].pos_ not in _STARTS:
            return None
        last -= 1
    while last >= lowest and not _is_hinge(scene, last, start):
        if last in scene.quote_at:
            return None
        last -= 1
    if last < lowest or last == start:
        return None
    source = range(last + 1, end - 1 if doc[end - 1].text == "," else end)
    if doc[end - 1].text == "," and doc[end - 2].pos_ == "NUM" and doc[end - 3].text == ",":
        source = range(last + 1, end - 3)  # "Orsa, 58, said"
    if len(source) > 1 and doc[source[-1]].lower_ in _SUBJECTS:
        return None  # "something she has asked"
    return source if _is_noun_phrase(scene, source) else None


def _opening(scene: Scene, comma: int, lowest: int) -> int:
    """The comma that opens what `comma` closes; below `lowest` where there is none."""
    index = comma - 1
    while index >= lowest and scene.doc[index].text != ",":
        index -= 1
    return index if index < comma - 1 else lowest - 1


def _behind(scene: Scene, verb: int, stop: int) -> range | None:
    """The noun phrase after a verb that stands before its subject: ", said two diplomats on Friday"."""
    doc = scene.doc
    end = verb + 1
    while end < min(stop, verb + _SOURCE) and end not in scene.quote_at and doc[end].text not in (",", ":", ";"):
        timed = doc[end].ent_type_ in _TIMES or (end + 1 < stop and doc[end + 1].ent_type_ in _TIMES)
        if (timed and (doc[end].pos_ == "ADP" or doc[end].ent_type_ in _TIMES)) or (
            doc[end].lower_ in _RELATIVES and end > verb + 1
        ):
            break
        end += 1
    source = range(verb + 1, end)
    return source if _is_noun_phrase(scene, source) and doc[verb + 1].lower_ != "it" else None


def _is_noun_phrase(scene: Scene, tokens: range) -> bool:
    """Whether the tokens can be one noun phrase: with a noun, without a finite verb outside relative clauses."""
    if not tokens:
        return False
    doc = scene.doc
    first = doc[tokens[0]]
    if first.pos_ not in _STARTS or first.tag_ in ("WP", "WDT", "WRB", "EX", "WP$") or first.lower_ in ("that", "so"):
        return False
    related = False
    for index in tokens:
        token = doc[index]
        related = related or (token.lower_ in _RELATIVES and index > tokens[0])
        if is_finite(scene, index) and not related:
            # "a diplomat briefed on the talks": a participle that the tagger took for a past tense
            following = doc[index + 1] if index + 1 < tokens.stop else None
            if token.tag_ != "VBD" or token.pos_ == "AUX" or following is None or following.pos_ != "ADP":
                return False
            if any(doc[i].pos_ == "CCONJ" for i in range(index, tokens.stop)):
                return False
        if token.text in (":", ";") or token.is_space or token.lower_ in _COMPARING:
            return False
    return any(doc[i].pos_ in _NOMINAL or doc[i].tag_ == "DT" for i in tokens)


def _head(scene: Scene, source: range) -> int:
    """The noun of a noun phrase: the last one before what tells more of it."""
    head = source[0]
    for index in source:
        token = scene.doc[index]
        if token.pos_ in _NOMINAL:
            head = index
        elif not (token.pos_ in ("DET", "ADJ", "ADV", "PART") or token.tag_ == "POS" or token.text == "-"):
            break
    return head


def _tail(scene: Scene, index: int, stop: int, word: CueWord) -> int | None:
    """The end of what tells when, where, to whom and through what it was said; None where a clause follows."""
    doc = scene.doc
    begun = index
    governed = False  # whether a preposition or a verb of telling has a noun to come
    while index < stop:
        token = doc[index]
        if token.text == "," or (token.text in _DASHES and _is_hinge(scene, index, begun)):
            return index
        if index in scene.quote_at or token.text == ":" or index - begun > _TAIL:
            return None
        if token.lower_ in _WHILE and index + 1 < stop and doc[index + 1].lower_ in _SPEAKER:
            while index < stop and doc[index].text != ",":
                index += 1
            return index
        if is_finite(scene, index) or token.pos_ in ("SCONJ", "PART") or token.tag_ in ("WP", "WDT", "WRB", "EX"):
            return None
        if token.pos_ == "ADP":
            governed = True
        elif token.pos_ in _NOMINAL or token.pos_ == "DET":
            timed = token.ent_type_ in _TIMES or (index + 1 < stop and doc[index + 1].ent_type_ in _TIMES)
            told = word.addressee or word.lemma == "report"
            if not (governed or timed or told):
                return None
        index += 1
    return index


def _rest(scene: Scene, start: int, first: int, end: int, stop: int) -> range:
    """What goes on as content behind a cue set into its sentence; empty where it is the outlet's or another's."""
    none = range(end, end)
    begin = end + 1
    if begin >= stop:
        return none
    doc = scene.doc
    token, words = doc[begin], lexicon()
    rest = range(begin, stop)
    if begin in scene.quote_at:
        return rest
    complete = any(is_finite(scene, i) for i in range(start, first))
    if doc[start].lower_ in words.subordinators and any(is_finite(scene, i) for i in rest):
        return rest
    if not complete and is_finite(scene, _beyond_adverbs(scene, begin, stop)):
        return rest
    if token.lower_ in words.continuers:
        return rest if not _cites(scene, begin, stop) else none
    if token.pos_ == "ADP" and begin + 1 < stop and doc[begin + 1].ent_type_ in _TIMES and complete:
        return rest if not _cites(scene, begin, stop) else none  # "the talks failed, they said, on Friday"
    if token.pos_ == "CCONJ" and begin + 1 < stop:
        following = _beyond_adverbs(scene, begin + 1, stop)
        linked = (
            doc[begin + 1].lower_ in words.continuers or following in scene.quote_at or doc[following].lower_ == "that"
        )
        own = not is_finite(scene, following) and _opens_clause(scene, following, stop)
        return rest if linked or own else none
    return none


def _cites(scene: Scene, index: int, stop: int) -> bool:
    """Whether a plain cue follows: "because, he said,", "though she added"."""
    plain = lexicon().plain
    return any(scene.doc[i].lemma_.lower() in plain and is_finite(scene, i) for i in range(index, stop))


def _beyond_adverbs(scene: Scene, index: int, stop: int) -> int:
    while index + 1 < stop and scene.doc[index].pos_ == "ADV":
        index += 1
    return index


def _opens_clause(scene: Scene, index: int, stop: int) -> bool:
    """Whether a subject and its verb begin here, and nobody else's cue."""
    if scene.doc[index].pos_ not in _STARTS:
        return False
    cues = lexicon().verbs
    for at in range(index, min(stop, index + _SOURCE)):
        if scene.doc[at].text == ",":
            return False
        if is_finite(scene, at):
            word = cues.get(scene.doc[at].lemma_.lower())
            return word is None or not {Takes.INSERTED, Takes.CLAUSE} <= word.takes
    return False
