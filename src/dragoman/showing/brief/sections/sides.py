"""The sides of a channel, as far as the words that are quoted name them."""

from collections.abc import Sequence

from dragoman.process.rules import one_side, stem_of
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.showing.brief.citing import PER_LINE, Citations
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.shown import lists_of, named

NOBODY: frozenset[str] = frozenset()
MEMBERS = 3  # of a body that is listed with its members


def folded(parties: Sequence[ActorRef], shows: Sequence[Evidence], pile: Pile, cite: Citations) -> tuple[ActorRef, ...]:
    """Parties by how many reports tell of them, without the members of a body that is one, where these are listed."""
    sentences = [item.quote for item in cite.around(shows)]
    members: set[str] = set()
    for body in parties:
        listed = [told for sentence in sentences for told in lists_of(pile.names(body), sentence)]
        here = {one.id for one in parties if one != body and any(named(pile.names(one), told) for told in listed)}
        members |= here if len(here) >= MEMBERS else set()
    kept = (one for one in parties if one.id not in members)
    return tuple(sorted(kept, key=lambda one: (-_report_count(one, pile), one.name)))


def _report_count(actor: ActorRef, pile: Pile) -> int:
    row = pile.actor.get(actor.id)
    return row.report_count if row else 0


def naming_most(
    actors: Sequence[ActorRef],
    evidence: Sequence[Evidence],
    pile: Pile,
    cite: Citations,
    first: Sequence[Evidence] = (),
) -> list[Evidence]:
    """`first`, then what names most of the actors that are not named yet, as much as one line cites."""
    chosen = list(first)
    by_words = _Naming(actors, pile, cite)
    naming: dict[frozenset[str], Evidence] = {}  # by whom it names, the first of what names just them
    for item in evidence:
        naming.setdefault(by_words.of(item), item)
    while len(chosen) < PER_LINE:
        known = {actor.id for actor in named_in(actors, chosen, pile, cite)}
        left = {actor.id for actor in actors} - known
        best = max(naming, key=lambda whom: len(whom & left), default=NOBODY)
        if best.isdisjoint(left):
            break
        chosen.append(naming[best])
    return chosen or list(evidence[:1])


class _Naming:
    """Whom of some actors the sentences around words name; asked of the same words on every day, so kept for all."""

    def __init__(self, actors: Sequence[ActorRef], pile: Pile, cite: Citations) -> None:
        self._actors, self._pile, self._cite = actors, pile, cite
        self._known: dict[tuple[str, int, int, str], frozenset[str]] = pile.whole.once(("named", tuple(actors)), dict)

    def of(self, item: Evidence) -> frozenset[str]:
        """The ids of those that the sentence around `item` names."""
        key = item.report, item.start, item.end, item.quote
        found = self._known.get(key)
        if found is None:
            found = frozenset(actor.id for actor in named_in(self._actors, [item], self._pile, self._cite))
            self._known[key] = found
        return found


def named_in(actors: Sequence[ActorRef], evidence: Sequence[Evidence], pile: Pile, cite: Citations) -> list[ActorRef]:
    """Those of the actors whom the sentences of the evidence name."""
    sentences = " ".join(item.quote for item in cite.around(evidence))
    return [actor for actor in actors if named(pile.names(actor), sentences) or _is_the_many(actor, sentences, pile)]


def _is_the_many(actor: ActorRef, sentences: str, pile: Pile) -> bool:
    """Whether sentences name a side without a name by another word for it: "its bank advisory committee"."""
    row = pile.actor.get(actor.id)
    stem = None if row is None or row.named else stem_of(actor.name)
    return stem is not None and one_side()[stem].search(sentences) is not None
