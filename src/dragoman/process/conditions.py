"""Conditions: what would have to happen for an act of the negotiation to follow."""

from dragoman.process.grounds import Grounds
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.rows.talks import ChannelRow, ConditionRow, ConditionStatus


def conditions(grounds: Grounds, channels: tuple[ChannelRow, ...]) -> tuple[ConditionRow, ...]:
    """Every condition that the record's events stand under. All are open: nothing here can tell one met or failed."""
    channel_of = {ref.id: channel.id for channel in channels for ref in channel.mediators}
    rows = []
    for row in grounds.timeline:
        for evidence in row.conditions:
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
