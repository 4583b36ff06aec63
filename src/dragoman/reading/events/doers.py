"""Doers that a passive names beside it: "were killed, including some by one side and others by the other"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.events.clauses import Clause

_PARTS = frozenset(("including", "among"))
_SOME = frozenset(("some", "others", "many", "most", "several", "dozens", "hundreds", "half", "part"))


def partly_by(clause: Clause) -> Iterator[Token]:
    """The heads of the doers of parts of what was done, in the order told; none for an act whose doer is told."""
    if not clause.passive or clause.agents:
        return
    for child in clause.verb.children:
        if child.lower_ not in _PARTS or child.dep_ != "prep":
            continue
        for word in child.subtree:
            of_some = word.head.lower_ in _SOME or word.head.dep_ in ("pobj", "conj")
            if word.lower_ == "by" and word.pos_ == "ADP" and of_some:
                done = (part for inner in word.children if inner.dep_ == "pobj" for part in (inner, *inner.conjuncts))
                yield from (one for one in done if one.lower_ not in _SOME)
