"""Bodies that are parts of an actor: whose each is, and which two descriptions are of one."""

from dragoman.reading.actors.draft import Draft
from dragoman.reading.actors.names import Names
from dragoman.reading.actors.vocabulary import words
from dragoman.reading.spelling import parts
from dragoman.records.reading import ActorKind

_EMPTY = frozenset({"of", "the", "and", "for", "affairs", "'s", "'", "a", "an"})
_PART_KINDS = frozenset({ActorKind.ORGANISATION, ActorKind.OFFICE})


def join_parts(names: Names) -> None:
    """Gives bodies their owner where a description or pronoun before them is now known, and joins what is one.

    Two descriptions are one body's when owner and noun agree and one's adjectives are among the other's, or when a
    proper name says the same (Osk's foreign ministry, Osk's Ministry of Foreign Affairs), and no third fits.
    """
    for draft in names.drafts:
        if not draft.named and draft.of is None and draft.noun is not None:
            draft.of = _possessor(names, draft)
    by_owner: dict[tuple[int, str], list[Draft]] = {}
    for draft in names.drafts:
        if draft.of is None or draft.kind not in _PART_KINDS or draft.key is not None or not draft.mentions:
            continue
        noun, modifiers = _described_as(draft)
        if noun:
            draft.modifiers = modifiers
            by_owner.setdefault((id(draft.of), noun), []).append(draft)
    for drafts in by_owner.values():
        if len(drafts) > 1:
            _join(names, drafts)


def _possessor(names: Names, draft: Draft) -> Draft | None:
    tokens = names.tokens
    for _, end in draft.mentions:
        for child in tokens.children[end - 1]:
            if tokens.dep[child] == "poss":
                owner = names.by_token.get(child)
                if owner is not None and owner is not draft and owner.mentions and not _within(owner, draft):
                    return owner
    return None


def _within(owner: Draft, draft: Draft) -> bool:
    """Whether `draft` is already among those that `owner` belongs to."""
    at: Draft | None = owner
    for _ in range(8):
        if at is None:
            return False
        if at is draft:
            return True
        at = at.of
    return True


def _described_as(draft: Draft) -> tuple[str, frozenset[str]]:
    """The noun and adjectives that a body is told by; of a proper name too (Ministry of Foreign Affairs)."""
    if draft.noun is not None:
        return draft.noun, draft.modifiers
    said = [part for word in draft.shown().split() for part in parts(word)]
    owner = {part for name in draft.of.names for word in name.split() for part in parts(word)} if draft.of else set()
    noun = next((word for word in said if word in words("nouns", "body")), "")
    return noun, frozenset(set(said) - owner - _EMPTY - {noun})


def _join(names: Names, drafts: list[Draft]) -> None:
    """The shorter told is joined to the fuller told, when one alone is fuller."""
    for draft in sorted(drafts, key=lambda d: (d.named, len(d.modifiers), d.mentions[0])):
        fuller = [
            other
            for other in drafts
            if other is not draft
            and other.mentions
            and draft.modifiers <= other.modifiers
            and (other.named or not draft.named)
        ]
        if len(fuller) == 1 and draft.mentions:
            _merge(names, draft, fuller[0])


def _merge(names: Names, draft: Draft, into: Draft) -> None:
    into.mentions.extend(draft.mentions)
    into.names.update(draft.names)
    for start, end in draft.mentions:
        for i in range(start, end):
            if names.by_token.get(i) is draft:
                names.by_token[i] = into
    draft.mentions.clear()
    for other in names.drafts:
        if other.of is draft:
            other.of = into
        other.offices[:] = [(office, into if of is draft else of) for office, of in other.offices]
