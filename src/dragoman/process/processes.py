"""Processes: which channels are of one negotiation; one pile may hold several that have nothing to do with it."""

from collections.abc import Iterable

from dragoman.process.grounds import Grounds
from dragoman.process.lines import Line
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.talks import ChannelRow

_SHARED = 2  # parties: a negotiation is between at least two


class Processes:
    """The processes of a record's channels, for what is told of their parties."""

    def __init__(self, channels: tuple[ChannelRow, ...], grounds: Grounds) -> None:
        self._grounds = grounds
        self._members: dict[str, set[str]] = {}
        self._parties: dict[str, set[str]] = {}
        for row in channels:
            self._parties.setdefault(row.process, set()).update(ref.id for ref in row.parties)
            self._members.setdefault(row.process, set()).update(ref.id for ref in (*row.parties, *row.mediators))

    def takes_part(self, ref: ActorRef) -> bool:
        """Whether somebody is or acts for a party or a mediator of some channel; anybody known where there is none."""
        if not self._members:
            return self._grounds.is_known(ref)
        return any(self._grounds.principal(ref).id in members for members in self._members.values())

    def of(self, refs: Iterable[ActorRef]) -> str | None:
        """The process whose parties and mediators most of `refs` are or act for; the only one; None for nobody's."""
        if len(self._members) <= 1:
            return next(iter(self._members), None)
        ids = {self._grounds.principal(ref).id for ref in refs}
        best = max(self._members, key=lambda p: (len(ids & self._members[p]), len(ids & self._parties[p]), p))
        return best if ids & self._members[best] else None


def process_ids(lines: list[Line]) -> dict[Line, str]:
    """The process of each line. Two lines are of one process when they share two parties, or all that one of them has.

    A state that is a party here and a mediator there joins nothing: who takes part in both is no reason to take two
    negotiations for one.
    """
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: sorted(one.ids)):
        near = [group for group in groups if any(_related(line, other) for other in group)]
        groups = [group for group in groups if group not in near] + [[line, *(one for group in near for one in group)]]
    found = {}
    for group in groups:
        parties = sorted({ref.id for line in group for ref in line.parties})
        mediators = sorted({ref.id for line in group for ref in line.mediators})
        name = derived_id(Prefix.PROCESS, [*parties, *mediators])
        found.update(dict.fromkeys(group, name))
    return found


def _related(one: Line, other: Line) -> bool:
    mine, others = {ref.id for ref in one.parties}, {ref.id for ref in other.parties}
    if not mine or not others:
        return bool(one.ids & other.ids) or not (mine or others)
    shared = len(mine & others)
    return shared >= _SHARED or shared == min(len(mine), len(others))
