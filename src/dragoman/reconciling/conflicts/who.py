"""Who did or decided it: one act upon the same others, told of different doers."""

import functools
from collections.abc import Iterator
from importlib import resources

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.conflicts.sides import Draft, Word
from dragoman.reconciling.happenings import Happening
from dragoman.records.reading import EventMode
from dragoman.records.rows.happenings import ConflictKind, ConflictStrength
from dragoman.records.vocabularies import from_yaml

RULE = "one act upon the same others at a time that fits, told of different doers"


@functools.cache
def _single_doer() -> frozenset[str]:
    """Event types that one side does or decides, so that two doers are two accounts."""
    data = from_yaml(resources.files(__package__).joinpath("questions.yaml").read_text("utf-8"))
    return frozenset(data["one_doer"])


def question_of(claim: Claim, actors: Actors) -> tuple[str, frozenset[str]] | None:
    """The act whose doer a claim tells, and those that it was done to; None for a claim that leaves the doer open."""
    happening = claim.happening
    if happening is None or claim.mode is not EventMode.HAPPENED or happening.act not in _single_doer():
        return None
    others = _principals(happening, actors, agents=False)
    return (happening.act, others) if others and _principals(happening, actors, agents=True) else None


def who(act: str, others: frozenset[str], claims: list[Claim], actors: Actors) -> Iterator[Draft]:
    """A conflict for each two claims of one act upon the same others whose doers differ."""
    return _pairs(act, others, claims, actors)


def _pairs(type_: str, others: frozenset[str], found: list[Claim], actors: Actors) -> Iterator[Draft]:
    for i, one in enumerate(found):
        for other in found[i + 1 :]:
            assert one.happening and other.happening
            doers = [_principals(h, actors, agents=True) for h in (one.happening, other.happening)]
            if doers[0] & doers[1] or not _could_be_one(one.happening, other.happening):
                continue
            whom = " and ".join(sorted(actors.joined[a].name for a in others))
            yield Draft(
                ConflictKind.WHO,
                ConflictStrength.DIFFERS,
                f"who did it: {type_.replace('_', ' ')}, {whom}",
                RULE,
                (one.row.id, other.row.id),
                tuple(tuple(Word(s.voice.report, s.span, s.voice) for s in c.pro) for c in (one, other)),
            )


def _principals(happening: Happening, actors: Actors, *, agents: bool) -> frozenset[str]:
    ids = (a for t in happening.tellings for a in (t.agents if agents else (*t.patients, *t.recipients)))
    return frozenset(p for p in map(actors.principal, ids) if actors.is_named(p))


def _could_be_one(one: Happening, other: Happening) -> bool:
    return any(a.when.meets(b.when) for a in one.tellings for b in other.tellings)
