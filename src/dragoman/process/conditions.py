"""Conditions: what would have to happen for an act of the negotiation to follow, and whether it still would."""

import datetime
import re
from collections import Counter
from typing import NamedTuple

from dragoman.process.grounds import Grounds
from dragoman.process.provisos import Proviso, provisos
from dragoman.process.rules import done_at_a_time, governed, shows_mediator, undoes
from dragoman.process.wording import says
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import EventMode
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import ChannelRow, ConditionRow, ConditionStatus

_ONLY_IF = re.compile(
    r"^[\s,]*(?:but |and )?"
    r"((?:only (?:if|when|once|after)|provided|on condition|unless|as long as)\b[^.;”\"]*)"
)


def conditions(grounds: Grounds, channels: tuple[ChannelRow, ...]) -> tuple[ConditionRow, ...]:
    """Every condition that the record's events stand under.

    One is open until the act that it governs is told as done on a later day by whoever set it: then it was met, whether
    or not a report says so; or until the opposite was done: then it failed.
    """
    rows = []
    done = _Done.of(grounds)
    mediators = {row.id: row.mediators for row in channels}
    for row in grounds.timeline:
        for evidence in (*row.conditions, *_told_after(row, grounds)):
            if _is_time(row, evidence.quote):
                continue
            channel = _channel(row, evidence, channels, done)
            who = {*grounds.principals(row.agent), *(mediators[channel] if channel and _is_mediators(row) else ())}
            anchor = f"{evidence.report}:{evidence.start}:{evidence.end}"
            status, end = _status(row, evidence, who, done)
            rows.append(
                ConditionRow(
                    id=derived_id(Prefix.CONDITION, [anchor], row.type),
                    channel=channel,
                    act=row.type,
                    negated=row.negated,
                    who=_whose(row, mediators.get(channel or "", ()), grounds),
                    text=" ".join(evidence.quote.split()),
                    status=status,
                    begin=grounds.published.get(evidence.report),
                    end=end,
                    evidence=(evidence,),
                )
            )
    known = [row.evidence[0] for row in rows]
    rows += [_of_proviso(one, channels, grounds) for one in provisos(grounds) if not _is_among(one.evidence, known)]
    return tuple(sorted({row.id: row for row in rows}.values(), key=lambda row: row.id))


def _is_among(told: Evidence, known: list[Evidence]) -> bool:
    return any(e.report == told.report and e.start < told.end and told.start < e.end for e in known)


def _of_proviso(one: Proviso, channels: tuple[ChannelRow, ...], grounds: Grounds) -> ConditionRow:
    """A condition told in words alone: open, for nothing tells that its act was done."""
    at = one.evidence
    return ConditionRow(
        id=derived_id(Prefix.CONDITION, [f"{at.report}:{at.start}:{at.end}"], one.act),
        channel=channels[0].id if len(channels) == 1 else None,
        act=one.act,
        negated=one.negated,
        who=(),
        text=" ".join(at.quote.split()),
        status=ConditionStatus.OPEN,
        begin=grounds.published.get(at.report),
        end=None,
        evidence=(at,),
    )


def _whose(row: TimelineRow, mediators: tuple[ActorRef, ...], grounds: Grounds) -> tuple[ActorRef, ...]:
    """Whose act it is: as told; where only a pronoun tells it and only a mediator does so, the channel's mediator."""
    if _is_mediators(row) and not any(grounds.is_known(ref) for ref in row.agent):
        return mediators or row.agent
    return row.agent


class _Done(NamedTuple):
    """What was done, by whom and when; and how much each report tells of each actor."""

    grounds: Grounds
    by_doer: dict[ActorRef, list[tuple[datetime.date, str]]]
    in_report: Counter[tuple[str, ActorRef]]

    @classmethod
    def of(cls, grounds: Grounds) -> "_Done":
        by_doer: dict[ActorRef, list[tuple[datetime.date, str]]] = {}
        in_report: Counter[tuple[str, ActorRef]] = Counter()
        for row in grounds.timeline:
            day = row.begin or row.end
            for ref in grounds.principals(row.agent):
                in_report.update((report, ref) for report in {e.report for e in row.evidence})
                if row.mode is EventMode.HAPPENED and day is not None:
                    by_doer.setdefault(ref, []).append((day, row.type))
        return cls(grounds, by_doer, in_report)


def _told_after(row: TimelineRow, grounds: Grounds) -> tuple[Evidence, ...]:
    """The condition right after the words for an act that had none: "is open to talks, but only if ..."."""
    if row.conditions or row.mode is not EventMode.HAPPENED or row.type not in governed():
        return ()
    for told in row.evidence:
        for e in grounds.sentence(row):
            if e.report == told.report and e.start <= told.start and told.end <= e.end:
                found = _ONLY_IF.match(e.quote[told.end - e.start :])
                if found is not None:
                    start = told.end + found.start(1)
                    quote = found.group(1).rstrip()
                    return (Evidence(report=e.report, file=e.file, start=start, end=start + len(quote), quote=quote),)
    return ()


def _is_time(row: TimelineRow, words: str) -> bool:
    """Whether words that open a time as often as a condition tell a time: before these acts they do.

    "After the holidays" is one; after somebody confirms or answers, something is to be done first.
    """
    return row.type in done_at_a_time() and says("opens_a_time", words) and not says("to_be_done", words)


def _is_mediators(row: TimelineRow) -> bool:
    return row.type in shows_mediator()


def _channel(row: TimelineRow, evidence: Evidence, channels: tuple[ChannelRow, ...], done: _Done) -> str | None:
    """The channel of the mediator whose act it is; of a party's act that of the only channel it is a party to.

    What only a mediator does is the act of the mediator that the report tells most of, whoever its words seem to name.
    """
    principals = set(done.grounds.principals(row.agent))
    mediated = [channel.id for channel in channels if principals & set(channel.mediators)]
    if mediated:
        return mediated[0]
    if _is_mediators(row):
        told = [
            (sum(done.in_report[evidence.report, ref] for ref in channel.mediators), channel.id)
            for channel in channels
            if channel.mediators
        ]
        most, best = max(told, default=(0, None))
        return best if most else None
    mine = [channel.id for channel in channels if principals & set(channel.parties)]
    return mine[0] if len(mine) == 1 else None


def _status(
    row: TimelineRow, evidence: Evidence, who: set[ActorRef], done: _Done
) -> tuple[ConditionStatus, datetime.date | None]:
    """How a condition stands, and since when it is open no longer."""
    set_on = done.grounds.published.get(evidence.report)
    if set_on is None:
        return ConditionStatus.OPEN, None
    instead = undoes().get(row.type, ())
    later = [
        act
        for ref in who
        for act in done.by_doer.get(ref, ())
        if act[0] > set_on and (act[1] == row.type or act[1] in instead)
    ]
    if not later:
        return ConditionStatus.OPEN, None
    day, type_ = min(later)
    met = (type_ == row.type) is not row.negated
    return (ConditionStatus.MET if met else ConditionStatus.FAILED), day
