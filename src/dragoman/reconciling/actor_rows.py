"""The table of actors: those that play in the negotiation, their roles, and what each outlet calls them."""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from importlib import resources

from dragoman.reading.actors.gazetteer.table import Sense, gazetteer
from dragoman.reading.actors.vocabulary import words
from dragoman.reading.spelling import plain
from dragoman.reconciling.actors import Actors, JoinedActor, Local
from dragoman.reconciling.pile import Pile
from dragoman.reconciling.roles import roles
from dragoman.reconciling.words import one_line, tokens, without_article
from dragoman.records.reading import ActorKind, MentionedActor
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.voices import ActorRow, FramingCount, RoleHeld, StatementRow
from dragoman.records.span import Span
from dragoman.records.vocabularies import from_yaml

_EVIDENCE = 3  # mentions cited for an actor: its first in so many reports


def actor_rows(
    pile: Pile, actors: Actors, timeline: tuple[TimelineRow, ...], statements: tuple[StatementRow, ...]
) -> tuple[ActorRow, ...]:
    """Actors that act, are acted on or say something, and every named one they belong to; most mentioned first.

    A thing that an act is done with or to ("a truce", "two field hospitals") plays no part; it stands in the timeline.
    """
    local = {Local(item.id, actor.id): actor for item in pile for actor in item.reading.actors}
    playing = _playing(actors, timeline, statements)
    held = roles(timeline, actors)
    rows = [_row(actors.joined[a], pile, actors, local, held) for a in sorted(playing)]
    return tuple(sorted(rows, key=lambda row: (-row.mention_count, row.name, row.id)))


def _playing(actors: Actors, timeline: Iterable[TimelineRow], statements: Iterable[StatementRow]) -> set[str]:
    found = {ref.id for row in timeline for ref in row.actors if _is_somebody(actors.joined[ref.id])}
    found |= {row.actor.id for row in statements if row.actor}
    return found | {actors.principal(actor) for actor in found}


def _is_somebody(actor: JoinedActor) -> bool:
    """Whether it has a name or a kind, belongs to somebody, or is described by a word for people or a body of them.

    What belongs to somebody stays whatever it is: who acts on it deals with its owner.
    """
    if actor.named or actor.kind is not ActorKind.OTHER or actor.of is not None:
        return True
    said = tokens(actor.name)
    return bool(said) and (said[-1] in beings() or said[-1].removesuffix("s") in beings())


@functools.cache
def beings() -> frozenset[str]:
    """Words for human beings, peoples and bodies of people: what somebody without a name is called."""
    peoples = {Sense.ADJECTIVE, Sense.PEOPLE}
    data = from_yaml(resources.files(__package__).joinpath("actors.yaml").read_text("utf-8"))
    return frozenset(data["beings"]).union(
        *(words("nouns", section) for section in ("person", "people", "group", "body", "government", "state")),
        words("offices", "heads"),
        words("names", "peoples"),
        (plain(form.text) for form in gazetteer().forms if form.sense in peoples),
    )


def _row(
    actor: JoinedActor,
    pile: Pile,
    actors: Actors,
    local: dict[Local, MentionedActor],
    held: Mapping[str, tuple[RoleHeld, ...]],
) -> ActorRow:
    mentions = [(member.report, span) for member in actor.members for span in local[member].mentions]
    first: dict[str, Span] = {}
    for report, span in sorted(mentions):
        first.setdefault(report, span)
    cited = sorted(first.items(), key=lambda pair: (pile[pair[0]].name, pair))[:_EVIDENCE]
    return ActorRow(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        named=actor.named,
        aliases=actor.aliases,
        of=actors.ref(actor.of) if actor.of else None,
        roles=held.get(actor.id, ()),
        framings=_framings(actor, pile, mentions),
        mention_count=len(mentions),
        report_count=len({report for report, _ in mentions}),
        grounds=actor.grounds,
        doubts=actor.doubts,
        evidence=tuple(pile[report].evidence(span) for report, span in cited),
    )


def _framings(actor: JoinedActor, pile: Pile, mentions: list[tuple[str, Span]]) -> tuple[FramingCount, ...]:
    """What each outlet calls a named actor when it does not use a name of it: descriptions of two words and more."""
    if not actor.named:
        return ()
    known = {" ".join(tokens(name)) for name in (actor.name, *actor.aliases)}
    counts: dict[str | None, Counter[str]] = defaultdict(Counter)
    for report, span in mentions:
        said = without_article(one_line(span.of(pile[report].report.text)))
        bare = " ".join(tokens(said))
        if " " in bare and bare not in known and not any(bare.startswith(f"{name} ") for name in known):
            counts[pile[report].report.outlet][said.removesuffix("’s").removesuffix("'s").lower()] += 1
    return tuple(
        FramingCount(outlet=outlet, words=words, count=count)
        for outlet, found in sorted(counts.items(), key=lambda pair: pair[0] or "")
        for words, count in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    )
