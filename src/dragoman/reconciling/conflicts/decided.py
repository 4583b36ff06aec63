"""Who decided it: an act told by one voice as its doer's own decision, by another as asked for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.conflicts.sides import Draft, Word
from dragoman.reconciling.initiatives import Account
from dragoman.records.rows.happenings import ConflictKind, ConflictStrength
from dragoman.records.time import Interval

RULE = "told as its doer's own decision by one voice, as asked for by another"
# Days that may lie between the asking and the act.
_SOON = 45
_EVER = 10**7


def decided(told: Sequence[Account], actors: Actors) -> Iterator[Draft]:
    """A conflict for each decision of one actor that some tell as its own and others as asked for."""
    own: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for one in told:
        if one.own and one.whose is not None:
            own[one.decision, one.whose].append(one)
    asked: dict[str, list[Account]] = defaultdict(list)
    for one in told:
        if not one.own:
            asked[one.decision].append(one)
    for (decision, whose), mine in sorted(own.items()):
        for cluster in _by_time(mine):
            against = [a for a in asked[decision] if any(_are_of_one(o, a) for o in cluster)]
            against = [a for a in against if not all(a.voice.id == o.voice.id for o in cluster)]
            if against:
                yield Draft(
                    ConflictKind.WHO,
                    ConflictStrength.DIFFERS,
                    f"who decided that {actors.joined[whose].name} was {decision}",
                    RULE,
                    (),
                    (_words(cluster), _words(against)),
                )


def _are_of_one(own: Account, asked: Account) -> bool:
    """Whether an account of asking can be of the act that another one tells as its doer's own."""
    if asked.whose is not None and asked.whose != own.whose:
        return False
    if own.whose in asked.by or (own.by and own.by != asked.by):
        return False
    known = own.others and asked.others
    if (known and not own.others & asked.others) or (asked.whose is None and not known):
        return False
    return _are_near(own.when, asked.when)


def _are_near(one: Interval, other: Interval) -> bool:
    """Whether two times can be of one act and of what led to it."""
    begins = [when.begin.toordinal() - _SOON if when.begin else 0 for when in (one, other)]
    ends = [when.end.toordinal() if when.end else _EVER for when in (one, other)]
    return begins[0] <= ends[1] and begins[1] <= ends[0]


def _by_time(told: list[Account]) -> Iterator[list[Account]]:
    """Accounts of decisions that can be one, the dated ones in the order of their days."""
    cluster: list[Account] = []
    for one in sorted(told, key=lambda a: (str(a.when.begin or a.when.end or ""), a.report, a.span)):
        if cluster and not _are_near(cluster[0].when, one.when):
            yield cluster
            cluster = []
        cluster.append(one)
    if cluster:
        yield cluster


def _words(told: Sequence[Account]) -> tuple[Word, ...]:
    return tuple(Word(one.report, one.span, one.voice) for one in told)
