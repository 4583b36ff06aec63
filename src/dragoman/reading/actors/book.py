"""The actors of one block of a report: who its names, descriptions and pronouns stand for."""

import bisect

from spacy.tokens import Token

from dragoman.reading.actors.draft import Draft
from dragoman.reading.actors.finding import Found, find
from dragoman.reading.actors.phrases import described, head_of
from dragoman.reading.parsed import Parsed
from dragoman.records.ids import Prefix, found_id
from dragoman.records.reading import MentionedActor
from dragoman.records.span import Span


class ActorBook:
    """Every actor of a block, looked up by token, by span or by id.

    Names, offices, descriptions of people and bodies, and the pronouns that are safe to resolve are found on
    construction; `resolve` adds a described actor for any other noun phrase that is asked for.
    """

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._found: Found = find(parsed.doc)
        self._ids: dict[int, str] = {}
        self._by_id: dict[str, Draft] = {}
        self._places: list[tuple[int, int, str]] | None = None
        self._widest = 0
        self._made: dict[str, MentionedActor] = {}
        for draft in self._found.drafts:
            self._name(draft)

    def resolve(self, token: Token) -> str:
        """The id of the actor that the noun phrase headed by (or containing) `token` stands for.

        A known name, a description or pronoun resolved when that is safe, else a described actor of its own.
        """
        known = self._found.by_token.get(token.i)
        if known is None:
            head = head_of(_word_by(token))
            known = self._found.by_token.get(head.i)
            if known is None:
                return self.apart(head)
            self._found.by_token.setdefault(token.i, known)
        return self._ids[id(known)]

    def apart(self, token: Token) -> str:
        """The id of a new described actor for the noun phrase of `token`, whoever it was taken for before."""
        head = head_of(_word_by(token))
        made = described(head, self._found.by_token)
        self._found.by_token[head.i] = self._found.by_token[token.i] = made
        self._found.drafts.append(made)
        self._name(made)
        self._add_places(made)
        return self._ids[id(made)]

    def at(self, span: Span) -> str | None:
        """The actor with a mention touching `span`: the one that covers most of it, the tightest of these."""
        places = self._sorted_places()
        first = bisect.bisect_left(places, (span.start - self._widest, -1, ""))
        best: tuple[int, int, str] | None = None
        for start, end, actor in places[first:]:
            if start >= span.end:
                break
            if end <= span.start:
                continue
            shared = min(end, span.end) - max(start, span.start)
            rank = (shared, start - end, actor)
            if best is None or rank > best:
                best = rank
        return best[2] if best else None

    def actor(self, actor_id: str) -> MentionedActor:
        """The actor with this id. Raises KeyError for an id that is not of this block."""
        if actor_id not in self._made:  # a draft's mentions are complete when it gets its id
            self._made[actor_id] = self._actor(actor_id)
        return self._made[actor_id]

    def _actor(self, actor_id: str) -> MentionedActor:
        draft = self._by_id[actor_id]
        spans = sorted({self._parsed.span(self._parsed.doc[start:end]) for start, end in draft.mentions})
        return MentionedActor(
            id=actor_id,
            name=draft.shown(),
            kind=draft.kind,
            mentions=tuple(spans),
            key=draft.key,
            named=draft.named,
            of=None if draft.of is None else self._ids[id(draft.of)],
            names=tuple(sorted(draft.names)) if draft.named else (),
        )

    def actors(self) -> tuple[MentionedActor, ...]:
        """All actors, sorted by their first mention."""
        found = [self.actor(actor_id) for actor_id in self._by_id]
        return tuple(sorted(found, key=lambda actor: (actor.mentions[0], actor.id)))

    def _name(self, draft: Draft) -> None:
        start, end = min(draft.mentions)
        span = self._parsed.span(self._parsed.doc[start:end])
        # A name and a description can begin with the same words, never be the same words and kind.
        actor_id = found_id(Prefix.MENTIONED, self._parsed.report.id, draft.kind, span)
        self._ids[id(draft)] = actor_id
        self._by_id[actor_id] = draft

    def _add_places(self, draft: Draft) -> None:
        """Put a new actor's mentions where they belong: sorting all of them anew for each would be quadratic."""
        if self._places is None:
            return
        for start, end in draft.mentions:
            span = self._parsed.span(self._parsed.doc[start:end])
            bisect.insort(self._places, (*span, self._ids[id(draft)]))
            self._widest = max(self._widest, span.end - span.start)

    def _sorted_places(self) -> list[tuple[int, int, str]]:
        if self._places is None:
            spans = self._parsed.span
            doc = self._parsed.doc
            self._places = sorted(
                (*spans(doc[start:end]), actor_id)
                for actor_id, draft in self._by_id.items()
                for start, end in draft.mentions
            )
            self._widest = max((end - start for start, end, _ in self._places), default=0)
        return self._places


def _word_by(token: Token) -> Token:
    """The token itself; for white space, the word before it (or after, at the start)."""
    at = token
    while at.is_space and at.i > 0:
        at = at.doc[at.i - 1]
    while at.is_space and at.i + 1 < len(at.doc):
        at = at.doc[at.i + 1]
    return at
