"""All that is known of a block's actors after reading it once."""

from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.reading.actors.coreference import point_back
from dragoman.reading.actors.described import describe
from dragoman.reading.actors.draft import Draft
from dragoman.reading.actors.holders import hold_offices
from dragoman.reading.actors.names import Names, find_names
from dragoman.reading.actors.tokens import read
from dragoman.records.reading import ActorKind


@dataclass
class Found:
    """The drafts of a block, and which one a token stands for."""

    drafts: list[Draft]
    by_token: dict[int, Draft]


def find(doc: Doc) -> Found:
    """The actors of a block."""
    names = find_names(read(doc))
    _own_bodies(names)
    definite = describe(names)
    hold_offices(names)
    point_back(names, definite)
    _mention_owners(names)
    drafts = [draft for draft in names.drafts if draft.mentions]
    for draft in drafts:
        while draft.of is not None and not draft.of.mentions:
            draft.of = draft.of.of
        if draft.of is draft:
            draft.of = None
    return Found(drafts, {i: draft for i, draft in names.by_token.items() if draft.mentions})


def _mention_owners(names: Names) -> None:
    """A state that only the adjectives of its officials name ("Norwegian diplomats") is mentioned by these."""
    owners = {id(draft.of): draft.of for draft in names.drafts if draft.mentions and draft.of is not None}
    unsaid = {number for number, owner in owners.items() if not owner.mentions}
    for i, state in names.peoples.items():
        if id(state) in unsaid:
            written = names.tokens.text[i]
            state.adjectives.add(written)
            state.add(i, i + 1, written)


def _own_bodies(names: Names) -> None:
    """A named body right after a possessor or a people's adjective is theirs: Osk's Ministry of Trade."""
    tokens = names.tokens
    for draft in names.drafts:
        if draft.kind is not ActorKind.ORGANISATION or draft.key is not None or draft.of is not None:
            continue
        for start, _ in draft.mentions:
            owner = names.by_token.get(start - 2) if tokens.owns(start - 1) else names.peoples.get(start - 1)
            if owner is not None and owner is not draft and owner.kind is not ActorKind.PERSON:
                draft.of = owner
                break
