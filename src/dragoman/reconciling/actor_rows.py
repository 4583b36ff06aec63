"""The table of actors: those that play in the negotiation, their roles, and what each outlet calls them."""

import functools
import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib import resources
from typing import NamedTuple

from dragoman.reading.actors.gazetteer.table import Sense, gazetteer
from dragoman.reading.actors.vocabulary import words
from dragoman.reading.spelling import plain
from dragoman.reconciling.actors import JoinedActor
from dragoman.reconciling.pile import Item
from dragoman.reconciling.words import one_line, tokens, without_article
from dragoman.records.reading import ActorKind
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.voices import ActorRow, FramingCount, RoleHeld
from dragoman.records.span import Span
from dragoman.records.vocabularies import from_yaml

_EVIDENCE = 3  # mentions cited for an actor: its first in so many reports


class MentionedHere(NamedTuple):
    """What one report has of an actor: how often, where first, and what it is called beside its names."""

    file: str  # the name that the report is shown under
    times: int
    first: Evidence
    outlet: str | None
    described: tuple[tuple[str, str, int], ...]  # descriptions: words made plain, words, how often


def is_somebody(actor: JoinedActor) -> bool:
    """Whether it has a name or a kind, belongs to somebody, or is described by a word for people or a body of them.

    What belongs to somebody stays whatever it is: who acts on it deals with its owner. A thing that an act is done with
    or to ("a truce", "two field hospitals") plays no part; it stands in the timeline.
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


def mentioned(item: Item, mentions: Iterable[Span]) -> MentionedHere:
    """What a report has of an actor, by its mentions."""
    spans = sorted(mentions)
    described: Counter[tuple[str, str]] = Counter()
    for span in spans:
        said = without_article(one_line(span.of(item.report.text)))
        bare = " ".join(tokens(said))
        if " " in bare:
            described[bare, said.removesuffix("’s").removesuffix("'s").lower()] += 1
    words = tuple((bare, said, count) for (bare, said), count in sorted(described.items()))
    return MentionedHere(item.name, len(spans), item.evidence(spans[0]), item.report.outlet, words)


def actor_row(
    actor: JoinedActor, of: ActorRef | None, held: tuple[RoleHeld, ...], here: Iterable[MentionedHere]
) -> ActorRow:
    """The row of an actor; `here` is what the reports have of it."""
    here = list(here)
    cited = heapq.nsmallest(_EVIDENCE, here, key=lambda one: (one.file, one.first.report, one.first.start))
    return ActorRow(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        named=actor.named,
        aliases=actor.aliases,
        of=of,
        roles=held,
        framings=_framings(actor, here),
        mention_count=sum(one.times for one in here),
        report_count=len(here),
        grounds=actor.grounds,
        doubts=actor.doubts,
        evidence=tuple(one.first for one in cited),
    )


def in_order(row: ActorRow) -> tuple[int, str, str]:
    """The order of the table: most mentioned first."""
    return -row.mention_count, row.name, row.id


def _framings(actor: JoinedActor, here: list[MentionedHere]) -> tuple[FramingCount, ...]:
    """What each outlet calls a named actor when it does not use a name of it: descriptions of two words and more."""
    if not actor.named:
        return ()
    known = {" ".join(tokens(name)) for name in (actor.name, *actor.aliases)}
    names = tuple(f"{name} " for name in known)
    counts: dict[str | None, Counter[str]] = defaultdict(Counter)
    for one in here:
        for bare, said, count in one.described:
            if bare not in known and not bare.startswith(names):
                counts[one.outlet][said] += count
    return tuple(
        FramingCount(outlet=outlet, words=words, count=count)
        for outlet, found in sorted(counts.items(), key=lambda pair: pair[0] or "")
        for words, count in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    )
