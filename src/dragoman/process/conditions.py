"""Conditions: what would have to happen for an act of the negotiation to follow."""

from dragoman.process.grounds import Grounds
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import ChannelRow, ConditionRow, ConditionStatus

# Words that open a time as often as a condition: before these acts they tell when, not on what it hangs.
_TIMES = ("when ", "after ", "as soon as ", "once ", "until ")
_DONE_AT_A_TIME = frozenset(("meet", "consult", "attack", "kill", "other", "praise", "criticise", "protest", "appoint"))


def _is_time(row: TimelineRow, words: str) -> bool:
    return row.type in _DONE_AT_A_TIME and words.lower().startswith(_TIMES)


def conditions(grounds: Grounds, channels: tuple[ChannelRow, ...]) -> tuple[ConditionRow, ...]:
    """Every condition that the record's events stand under. All are open: nothing here can tell one met or failed."""
    channel_of = {ref.id: channel.id for channel in channels for ref in channel.mediators}
    rows = []
    for row in grounds.timeline:
        for evidence in row.conditions:
            if _is_time(row, evidence.quote):
                continue
            principals = grounds.principals(row.agent)
            anchor = f"{evidence.report}:{evidence.start}:{evidence.end}"
            rows.append(
                ConditionRow(
                    id=derived_id(Prefix.CONDITION, [anchor], row.type),
                    channel=next((channel_of[ref.id] for ref in principals if ref.id in channel_of), None),
                    act=row.type,
                    negated=row.negated,
                    who=row.agent,
                    text=" ".join(evidence.quote.split()),
                    status=ConditionStatus.OPEN,
                    evidence=(evidence,),
                )
            )
    return tuple(sorted({row.id: row for row in rows}.values(), key=lambda row: row.id))
