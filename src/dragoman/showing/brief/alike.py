"""Events that read alike and rest on the same reports or words: told once, with the evidence of all."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import compress, repeat
from operator import not_

from dragoman.records.rows.happenings import TimelineRow
from dragoman.showing.brief.pile import Pile

_Key = tuple[str, str, frozenset[str]]
UNKNOWN = ("",)  # for the reports of a row that was made for the day: it is looked at in any case


def once_each(rows: Sequence[TimelineRow], pile: Pile, most: int) -> list[TimelineRow]:
    """The first `most`, each with what reads alike of all the others."""
    joined = _Joined(pile, most)
    ahead = iter(rows)
    for row in ahead:
        joined.add(row)
        if joined.is_full:
            break
    rest = list(ahead)
    # Of the others, which are most, only those count that rest on what is cited by then. Nothing else is asked of them.
    told_in = map(_reports(pile).get, map(id, rest), repeat(UNKNOWN))
    for row in compress(rest, map(not_, map(joined.cited.isdisjoint, told_in))):
        joined.add(row)
    return joined.rows


class _Joined:
    """Rows of which none reads like another, up to a number of them."""

    def __init__(self, pile: Pile, most: int) -> None:
        self.rows: list[TimelineRow] = []
        self.cited = set(UNKNOWN)  # the reports that these rest on
        self._pile = pile
        self._most = most
        # Where the rows stand that a report, a mode and those who act have: only they can read alike.
        self._places: dict[_Key, list[int]] = defaultdict(list)

    @property
    def is_full(self) -> bool:
        """Whether it takes only what reads like one of its rows."""
        return len(self.rows) >= self._most

    def add(self, row: TimelineRow) -> None:
        """Join a row to one that it reads like; else take it by itself, if there is room."""
        mode, agents = row.mode.value, frozenset(self._pile.who(row.agent))
        keys = dict.fromkeys((item.report, mode, agents) for item in row.evidence)
        near = sorted({place for key in keys for place in self._places[key]})
        index = next((place for place in near if _is_alike(row, self.rows[place])), None)
        if index is not None:
            self.rows[index] = _with_evidence_of(self.rows[index], row)
        elif self.is_full:
            return
        else:
            index = len(self.rows)
            self.rows.append(row)
        self.cited.update(item.report for item in row.evidence)
        for key in keys:
            if index not in self._places[key]:
                self._places[key].append(index)


def _with_evidence_of(known: TimelineRow, row: TimelineRow) -> TimelineRow:
    seen = {(item.report, item.start, item.end) for item in known.evidence}
    more = tuple(item for item in row.evidence if (item.report, item.start, item.end) not in seen)
    return known.but(evidence=known.evidence + more)


def _reports(pile: Pile) -> dict[int, tuple[str, ...]]:
    """The reports that tell each of the record's own rows: asked of all of them on every day."""
    kept = pile.whole.once
    found: dict[int, tuple[str, ...]] = kept("told by", lambda: {id(row): _told_by(row) for row in pile.whole.every})
    return found


def _told_by(row: TimelineRow) -> tuple[str, ...]:
    return tuple({item.report for item in row.evidence})


def _is_alike(one: TimelineRow, other: TimelineRow) -> bool:
    """Whether two rows of one mode and the same who act read alike."""
    shared = {item.report for item in one.evidence} & {item.report for item in other.evidence}
    if one.type == other.type:
        return bool(shared) and one.interval.meets(other.interval)
    return any(
        item.report == known.report and item.start < known.end and known.start < item.end
        for item in one.evidence
        for known in other.evidence
    )
