"""Proposals as nouns and verbs tell them: author, recipients, and what the text for each recipient says."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading import dates as times
from dragoman.reading.actors import ActorBook
from dragoman.reading.dates.timing import known
from dragoman.reading.events.cited import Cited
from dragoman.reading.events.clauses import Clause, after, has_to
from dragoman.reading.events.nouns import conjuncts, is_being, is_thing, lemma
from dragoman.reading.offers.draft import LONGEST, Draft
from dragoman.reading.offers.lexicon import lexicon
from dragoman.reading.offers.versions import is_version_word, version
from dragoman.reading.parsed import Parsed
from dragoman.records.ids import Prefix, found_id
from dragoman.records.reading import Attribution, ReadOffer, TimeExpression
from dragoman.records.time import NO_DAY

_OWNING = ("amod", "compound", "nmod")
_SENTENCES = 3  # how far back the proposal may have been told of which a version is told


def find(
    parsed: Parsed, book: ActorBook, dates: tuple[TimeExpression, ...], attributions: tuple[Attribution, ...]
) -> tuple[ReadOffer, ...]:
    """The proposals of a block, in order: by somebody with something told of them; and the versions of one before."""
    placed, cited = times.by_span(dates), Cited(attributions)
    sentence_of = {token.i: n for n, sentence in enumerate(parsed.doc.sents) for token in sentence}
    found: list[ReadOffer] = []
    last: tuple[int, str] | None = None
    for draft in _drafts(parsed):
        at = sentence_of.get(draft.noun.i, 0)
        author, to = _ids(draft.author, book), _ids(draft.to, book)
        of = last[1] if not author and last is not None and at - last[0] <= _SENTENCES else None
        if (not author and of is None) or not (to or draft.terms):
            continue
        words = [draft.noun, *draft.author, *draft.to, *draft.terms]
        trigger, timing = parsed.span((draft.noun,)), times.timing(parsed, dates, draft.act or draft.noun)
        said = cited.at(trigger)
        one = ReadOffer(
            id=found_id(Prefix.OFFER, parsed.report.id, "offer", trigger),
            span=parsed.span([token for token in words if abs(token.i - draft.noun.i) <= LONGEST]),
            trigger=trigger,
            author=author,
            to=to,
            terms=parsed.span(draft.terms) if draft.terms else None,
            version_of=of,
            when=known(times.interval(timing, placed)) or NO_DAY,
            timing=timing,
            attribution=said[0].id if said else None,
        )
        found.append(one)
        if author:
            last = (at, one.id)
    return tuple(found)


def _drafts(parsed: Parsed) -> Iterator[Draft]:
    known_words = lexicon()
    for token in parsed.doc:
        word = lemma(token)
        if token.pos_ == "NOUN" and word in known_words.nouns:
            draft = _by_noun(token) or version(token)
        elif is_version_word(token):
            draft = version(token)
        elif token.pos_ == "VERB" and word in known_words.verbs and token.dep_ not in ("amod", "acl"):
            draft = _by_verb(token)
        else:
            continue
        if draft is not None:
            yield draft


def _by_noun(noun: Token) -> Draft | None:
    words = lexicon()
    if any(c.lower_ in words.not_yet or (c.dep_ == "det" and c.lower_ in ("no", "any")) for c in noun.children):
        return None
    if noun.dep_ in ("compound", "poss"):
        return None
    if lemma(noun) in words.everyday and _is_programme(noun):
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) or after(noun, "by") or after(noun, "from")
    owner = owner or _right_after(noun)
    if owner is None:
        names = (
            c for c in noun.lefts if c.dep_ in _OWNING and (c.ent_type_ in ("NORP", "GPE", "ORG") or c.pos_ == "PROPN")
        )
        owner = next(names, None)
    to = after(noun, "to") or after(noun, "for")
    to = to if to is not None and is_being(to) and not is_thing(to) else None
    if owner is None:
        put = _put(noun)
        if put is not None:
            return put
    if owner is None:
        return None
    terms = _terms(noun)
    if not terms and lemma(noun) not in words.everyday:
        terms = tuple(c for c in noun.lefts if c.dep_ in _OWNING and lemma(c) in words.of)
    does = [lemma(t) for t in terms if t.dep_ in ("acl", "xcomp")]
    told = any(act in words.ends for act in does) or (not does and any(lemma(t) in words.of for t in terms))
    if to is None and lemma(noun) in words.everyday and not told:
        return None
    return Draft(noun, tuple(conjuncts(owner)), tuple(conjuncts(to)) if to is not None else (), terms)


def _put(noun: Token) -> Draft | None:
    """The proposal that somebody put: "the text that the port handed to both sides", "put a proposal to the port"."""
    handing = lexicon().handing
    verb = next((c for c in noun.rights if c.dep_ == "relcl" and lemma(c) in handing), None)
    if verb is None and noun.dep_ == "dobj" and lemma(noun.head) in handing:
        verb = noun.head
    if verb is None or verb.pos_ != "VERB" or has_to(verb):
        return None
    clause = Clause(verb)
    author, to = clause.subject(), clause.dative() or clause.after("to") or after(noun, "to")
    if author is None or clause.negation is not None or to is None or to.pos_ == "PRON":
        return None
    if not is_being(author) or not is_being(to):
        return None
    if any(aux.tag_ == "MD" for aux in clause.auxiliaries):
        return None
    terms = _terms(noun) or tuple(c for c in noun.lefts if c.dep_ in _OWNING and lemma(c) in lexicon().of)
    return Draft(noun, tuple(conjuncts(author)), tuple(conjuncts(to)), terms, verb)


def _right_after(noun: Token) -> Token | None:
    """The "by" right after a proposal, whatever the parser hung it on: "its acceptance of a proposal by the envoys"."""
    if noun.i + 1 >= len(noun.doc) or noun.nbor(1).lower_ != "by":
        return None
    return next((c for c in noun.nbor(1).children if c.dep_ == "pobj"), None)


def _is_programme(noun: Token) -> bool:
    """Whether a plan goes by a name of its own and is somebody's: "that country's Solar Plan to curb inflation"."""
    named = any(
        c.dep_ == "compound" and c.pos_ == "PROPN" and c.ent_type_ not in ("NORP", "GPE", "ORG") for c in noun.lefts
    )
    return named and any(c.dep_ == "poss" for c in noun.children)


def _is_name(word: Token) -> bool:
    return word.ent_type_ in ("NORP", "GPE", "ORG") or word.pos_ == "PROPN"


def _terms(noun: Token) -> tuple[Token, ...]:
    """The words after a proposal that say what it is: "to end the siege", "for a phased withdrawal"."""
    for child in noun.rights:
        if child.dep_ in ("acl", "relcl") and has_to(child):
            return _words(child)
        if child.dep_ == "prep" and child.lower_ in ("for", "of", "on", "under"):
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None and not is_being(inner):
                return _words(inner)
    return ()


def _by_verb(verb: Token) -> Draft | None:
    """What somebody proposed, in the active and not only to come: "proposed a phased withdrawal to both sides"."""
    clause = Clause(verb)
    author, thing = clause.subject(), clause.object()
    if author is None or clause.negation is not None or has_to(verb):
        return None
    inner = next((c for c in clause.complements if c.pos_ in ("VERB", "AUX")), None)
    content = inner if inner is not None else thing
    if content is None or any(aux.tag_ == "MD" for aux in clause.auxiliaries):
        return None
    to = clause.dative() or clause.after("to")
    terms = (*(_words(thing) if thing is not None and inner is not None and thing.i > verb.i else ()), *_words(content))
    names = tuple(conjuncts(to)) if to is not None and is_being(to) else ()
    if names:  # "a pause of ten days to both sides", parsed as one noun phrase
        addressed = {token.i for token in (*names[0].subtree, names[0].head)}
        terms = tuple(token for token in terms if token.i not in addressed)
    return Draft(verb, tuple(conjuncts(author)), names, terms)


def _words(head: Token) -> tuple[Token, ...]:
    words = (t for t in head.subtree if not t.is_space and abs(t.i - head.i) <= LONGEST)
    found = sorted(words, key=lambda t: t.i)
    while len(found) > 1 and found[-1].is_punct:
        found.pop()
    return tuple(found)


def _ids(tokens: tuple[Token, ...], book: ActorBook) -> tuple[str, ...]:
    """The actors of the words; of a pronoun for nobody in particular none."""
    found = dict.fromkeys(book.resolve(token) for token in tokens if is_being(token) or token.dep_ in _OWNING)
    return tuple(found)
