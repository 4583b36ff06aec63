"""Who answered a proposal how: each answer with the proposal that it is one to."""

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.process.grounds import Grounds
from dragoman.process.processes import Processes
from dragoman.process.wording import other_year, says
from dragoman.records.reading import EventMode
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import Answer, ProposalRow, Response
from dragoman.records.time import Precision

_ANSWERS = {
    "accept": Response.ACCEPTED,
    "reject": Response.REJECTED,
    "counter_propose": Response.AMENDED,
}
_SOON = datetime.timedelta(days=45)  # in which an answer that names no proposal may be one to the last


def answers_to(rows: Sequence[ProposalRow], grounds: Grounds, processes: Processes) -> dict[str, tuple[Answer, ...]]:
    """The answers to each proposal: of those whom it was put to, and of who has or acts for a part in the talks.

    What anybody else "rejected", a hospital's director or a newspaper, is no answer to it.
    """
    found: dict[str, dict[tuple[str, Response], Answer]] = {}
    put = _Put(rows, grounds)
    for event in grounds.timeline:
        response = _ANSWERS.get(event.type)
        if response is None or event.mode is not EventMode.HAPPENED or _is_of_old(event, grounds):
            continue
        if response is Response.ACCEPTED and says("with_changes", event.text + grounds.after(event)):
            response = Response.ACCEPTED_WITH_CHANGES
        for who in grounds.principals(event.agent):
            target = put.answered(event, who.id)
            if target is not None and (processes.takes_part(who) or _is_put_to(target, who, grounds)):
                answer = Answer(who=who, response=response, when=event.interval)
                found.setdefault(target.id, {}).setdefault((who.id, response), answer)
    return {row: tuple(answers.values()) for row, answers in found.items()}


def _is_of_old(event: TimelineRow, grounds: Grounds) -> bool:
    """Whether an answer is told of a year before the time that the reports are about."""
    return grounds.window is not None and other_year(event.text, grounds.window)


def _is_put_to(row: ProposalRow, who: ActorRef, grounds: Grounds) -> bool:
    return any(grounds.principal(ref).id == who.id for version in row.versions for ref in version.to)


def _names_one(event: TimelineRow) -> bool:
    """Whether an answer tells what it answers: "the plan". Who rejects a claim about an issue answers no proposal."""
    return event.type == "counter_propose" or says("the_proposal", event.text)


class _Put:
    """The proposals that have an author, by the reports that tell them and by their days."""

    def __init__(self, rows: Sequence[ProposalRow], grounds: Grounds) -> None:
        self._grounds = grounds
        self._authors = {row.id: grounds.principal(row.author).id for row in rows if row.author is not None}
        self._told: dict[str, list[tuple[int, Evidence, ProposalRow]]] = defaultdict(list)
        dated: list[tuple[datetime.date, str, ProposalRow]] = []
        for place, row in enumerate(rows):
            if row.author is None:
                continue
            for e in row.evidence:
                self._told[e.report].append((place, e, row))
            if row.when.begin is not None:
                dated.append((row.when.begin, row.id, row))
        self._dated = sorted(dated, key=lambda one: one[:2])
        self._days = [begin for begin, _, _ in self._dated]

    def answered(self, event: TimelineRow, who: str) -> ProposalRow | None:
        """The proposal of somebody else that an event answers, if it is told which."""
        same = [
            (place, row)
            for e in event.evidence
            for place, other, row in self._told.get(e.report, ())
            if e.start < other.end and other.start < e.end and self._authors[row.id] != who
        ]
        if same:
            return min(same, key=lambda one: one[0])[1]
        day = event.begin or self._grounds.last_told(event)
        if day is None or not _names_one(event):
            return None
        before = (row for row in self._last_before(day) if self._authors[row.id] != who)
        return next(before, None) or self._told_before(event, who)

    def _last_before(self, day: datetime.date) -> Iterator[ProposalRow]:
        """The proposals of the time before a day, the last first."""
        for begin, _, row in reversed(self._dated[: bisect_right(self._days, day)]):
            if begin + _SOON < day:
                return
            yield row

    def _told_before(self, event: TimelineRow, who: str) -> ProposalRow | None:
        """The proposal without a day that the same report tells last before an answer to "the proposal"."""
        if not says("the_proposal", event.text):
            return None
        places = [
            (told.start, row.id, row)
            for answer in event.evidence
            for _, told, row in self._told.get(answer.report, ())
            if told.start < answer.start
            and self._authors[row.id] != who
            and (row.when.begin is None or row.when.precision is Precision.NARRATIVE)
        ]
        return max(places, key=lambda place: place[:2])[2] if places else None
