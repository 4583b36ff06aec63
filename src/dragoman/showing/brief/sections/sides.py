"""The sides of a channel, as far as the words that are quoted name them."""

from collections.abc import Sequence

from dragoman.process.rules import one_side, stem_of
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.showing.brief.citing import PER_LINE, Citations
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.shown import lists_of, named

MEMBERS = 3  # of a body that is listed with its members


def folded(parties: Sequence[ActorRef], shows: Sequence[Evidence], pile: Pile, cite: Citations) -> tuple[ActorRef, ...]:
    """Parties by how many reports tell of them, without the members of a body that is one, where these are listed."""
    known = {row.id: row.report_count for row in pile.actors}
    sentences = [item.quote for item in cite.around(shows)]
    members: set[str] = set()
    for body in parties:
        listed = [told for sentence in sentences for told in lists_of(pile.names(body), sentence)]
        here = {one.id for one in parties if one != body and any(named(pile.names(one), told) for told in listed)}
        members |= here if len(here) >= MEMBERS else set()
    return tuple(
        sorted((one for one in parties if one.id not in members), key=lambda one: (-known.get(one.id, 0), one.name))
    )


def naming_most(
    actors: Sequence[ActorRef],
    evidence: Sequence[Evidence],
    pile: Pile,
    cite: Citations,
    first: Sequence[Evidence] = (),
) -> list[Evidence]:
    """`first`, then what names most of the actors that are not named yet, as much as one line cites."""
    chosen = list(first)
    while len(chosen) < PER_LINE:
        known = {actor.id for actor in named_in(actors, chosen, pile, cite)}
        left = [actor for actor in actors if actor.id not in known]
        best = max(evidence, key=lambda item: len(named_in(left, [item], pile, cite)), default=None)
        if best is None or not named_in(left, [best], pile, cite):
            break
        chosen.append(best)
    return chosen or list(evidence[:1])


def named_in(actors: Sequence[ActorRef], evidence: Sequence[Evidence], pile: Pile, cite: Citations) -> list[ActorRef]:
    """Those of the actors whom the sentences of the evidence name."""
    sentences = " ".join(item.quote for item in cite.around(evidence))
    return [actor for actor in actors if named(pile.names(actor), sentences) or _is_the_many(actor, sentences, pile)]


def _is_the_many(actor: ActorRef, sentences: str, pile: Pile) -> bool:
    """Whether sentences name a side without a name by another word for it: "its bank advisory committee"."""
    row = pile.actor.get(actor.id)
    stem = None if row is None or row.named else stem_of(actor.name)
    return stem is not None and one_side()[stem].search(sentences) is not None
