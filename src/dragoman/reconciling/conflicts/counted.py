"""Who did it, by what was counted: one number of killed or taken, told with different doers."""

from collections.abc import Iterator

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.conflicts.sides import Draft, Word
from dragoman.reconciling.figures import Series
from dragoman.reconciling.series import Count, same_count
from dragoman.records.rows.happenings import ConflictKind, ConflictStrength

RULE = "one number of the same counted, told with different doers"
_DONE = frozenset(("kill", "detain", "release", "attack"))


def counted(series: tuple[Series, ...], actors: Actors) -> Iterator[Draft]:
    """A conflict for each number of which reports tell different doers."""
    for one in series:
        sides: dict[frozenset[str], list[Count]] = {}
        for count in one.counts:
            doers = _doers(count, actors)
            if count.act in _DONE and doers and any(same_count(count, other) for other in one.counts if other != count):
                sides.setdefault(doers, []).append(count)
        for names, mine in sorted(sides.items(), key=lambda pair: sorted(pair[0])):
            against = {
                other: [c for c in theirs if any(same_count(c, m) for m in mine)]
                for other, theirs in sides.items()
                if sorted(other) > sorted(names)
            }
            for other in sorted(against, key=sorted):
                if against[other]:
                    kept = [c for c in mine if any(same_count(c, a) for a in against[other])]
                    about = f"who did it: {one.row.series}, {' or '.join(_named(n, actors) for n in (names, other))}"
                    sides_ = (_words(kept), _words(against[other]))
                    yield Draft(ConflictKind.WHO, ConflictStrength.DIFFERS, about, RULE, (), sides_)


def _named(ids: frozenset[str], actors: Actors) -> str:
    return " and ".join(sorted(actors.joined[one].name for one in ids))


def _doers(count: Count, actors: Actors) -> frozenset[str]:
    ids = (actors.of_local(count.item.id, local) for local in (count.event.agent if count.event else ()))
    known = (actors.principal(actor) for actor in ids if actor)
    return frozenset(one for one in known if actors.is_named(one))


def _words(counts: list[Count]) -> tuple[Word, ...]:
    return tuple(Word(c.item.id, c.event.span if c.event else c.figure.span, c.voice) for c in counts)
