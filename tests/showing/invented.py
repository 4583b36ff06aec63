"""An invented record in memory: enough of a dossier for the brief and the tables."""

import datetime
from typing import Any

from dragoman.records.reading import ActorKind, Hedge, Polarity, Sourcing, Stance
from dragoman.records.rows.evidence import Review, ReviewStatus
from dragoman.records.rows.happenings import (
    ClaimRow,
    ClaimStatus,
    ConflictKind,
    ConflictRow,
    ConflictStrength,
    FigurePoint,
    FigureRow,
    Side,
)
from dragoman.records.rows.talks import (
    Answer,
    ChannelRow,
    ChannelState,
    ConditionRow,
    ConditionStatus,
    HostingRow,
    HostingStatus,
    PositionRow,
    ProposalRow,
    Response,
    StateReading,
    StateRow,
    StateSpell,
    Term,
    VenueSpell,
    Version,
)
from dragoman.records.rows.voices import (
    ActorRow,
    FramingCount,
    OriginKind,
    OriginRow,
    Role,
    RoleHeld,
)
from dragoman.records.time import NO_DAY, Interval, Precision
from tests.showing.rows import (
    COUNCIL,
    DENIAL,
    DRAFT,
    DUAL,
    HALT,
    HALT_COPY,
    LONG,
    MARCH_8,
    MARCH_9,
    MEETING,
    OSK,
    REFUSAL,
    REOPENS,
    SILENT,
    TAKEN,
    TAKEN_LESS,
    VARRA,
    WISH,
    event,
    report,
    statement,
)


def full_tables() -> dict[str, tuple[Any, ...]]:
    """A record in which every section of a brief has something to say."""
    suspended = Interval.day(MARCH_8)
    spell = StateSpell(
        state=ChannelState.SUSPENDED,
        begin=MARCH_8,
        end=None,
        since=suspended,
        disputed=True,
        grounds="suspend_mediation",
        claims=(),
        evidence=(HALT,),
    )
    venue = VenueSpell(place="Port Varra", begin=MARCH_8, end=None, evidence=(MEETING,))
    state = StateRow(
        channel="k-1",
        process="g-1",
        mediators=(VARRA,),
        parties=(OSK, COUNCIL),
        state=ChannelState.SUSPENDED,
        since=suspended,
        certain=True,
        disputed=True,
        venue="Port Varra",
        conditions=("d-1",),
        readings=(
            StateReading(
                state=ChannelState.OPEN, since=NO_DAY, who="L. Taro", sourcing=Sourcing.NAMED, evidence=(DENIAL,)
            ),
            StateReading(
                state=ChannelState.SUSPENDED,
                since=suspended,
                who="a diplomat briefed on the matter",
                sourcing=Sourcing.UNNAMED,
                evidence=(HALT, HALT_COPY),
            ),
        ),
        evidence=(HALT, HALT_COPY, DENIAL),
    )
    return {
        "reports": (
            report("r-1", "Port Wire", MARCH_9),
            report("r-2", "Northgate Daily", MARCH_9, copies_of="r-1"),
            report("r-3", "Osk Herald", None, teasers=("Inside the ridge",)),
        ),
        "statements": (
            statement("s-1", HALT, origin="o-1"),
            statement("s-2", HALT_COPY, origin="o-1"),
            statement("s-3", DENIAL, origin="o-2", source="L. Taro", sourcing=Sourcing.NAMED, polarity=Polarity.DENIES),
            statement("s-4", SILENT, source="Lorne", sourcing=Sourcing.ORGANISATION, polarity=Polarity.DECLINES),
        ),
        "timeline": (
            event(
                "t-1",
                HALT.quote,
                (HALT, HALT_COPY),
                status=ClaimStatus.DISPUTED,
                origin_count=1,
                review=Review(status=ReviewStatus.CONFIRMED, by="mara"),
            ),
            event("t-2", DRAFT.quote, (DRAFT,), type="propose", begin=None, end=None),
            event(
                "t-3",
                "Osk says",
                (TAKEN,),
                type="attack",
                begin=datetime.date(2031, 1, 2),
                end=datetime.date(2031, 1, 2),
            ),
            event("t-4", "rejected", (SILENT,), review=Review(status=ReviewStatus.REJECTED, by="mara")),
        ),
        "claims": (
            ClaimRow(
                id="c-1",
                text=HALT.quote,
                status=ClaimStatus.DISPUTED,
                origin_count=1,
                report_count=2,
                credibility=4,
                grounds="one unnamed origin in two outlets, denied on the record",
                origins=("o-1",),
                members=("s-1",),
                evidence=(HALT,),
            ),
        ),
        "conflicts": (
            ConflictRow(
                id="x-1",
                kind=ConflictKind.WHETHER,
                strength=ConflictStrength.CONTRADICTS,
                about="whether Varra halted its efforts",
                rule="denial",
                claims=("c-1",),
                sides=(
                    Side(says=HALT.quote, who="a diplomat", sourcing=Sourcing.UNNAMED, evidence=(HALT, HALT_COPY)),
                    Side(says="inaccurate", who="L. Taro", sourcing=Sourcing.NAMED, evidence=(DENIAL,)),
                ),
            ),
            ConflictRow(
                id="x-2",
                kind=ConflictKind.WHO,
                strength=ConflictStrength.DIFFERS,
                about="who asked Varra to act",
                rule="agent",
                claims=(),
                sides=(
                    Side(says=HALT.quote, who="a diplomat", sourcing=Sourcing.UNNAMED, evidence=(HALT,)),
                    Side(says="Lorne", who=None, sourcing=Sourcing.OUTLET, evidence=(SILENT,)),
                ),
            ),
            ConflictRow(
                id="x-3",
                kind=ConflictKind.HOW_MANY,
                strength=ConflictStrength.CONTRADICTS,
                about="people taken",
                rule="figures",
                claims=(),
                sides=(
                    Side(says="250", who="Osk", sourcing=Sourcing.ORGANISATION, evidence=(TAKEN,)),
                    Side(says="240", who="the Council", sourcing=Sourcing.ORGANISATION, evidence=(TAKEN_LESS,)),
                ),
            ),
        ),
        "figures": (
            FigureRow(
                id="n-1",
                series="n-1",
                of="people taken",
                unit="person",
                place=None,
                conflict="x-3",
                points=(
                    FigurePoint(
                        low=250,
                        high=250,
                        hedge=Hedge.EXACT,
                        as_of=None,
                        who="Osk",
                        sourcing=Sourcing.ORGANISATION,
                        evidence=(TAKEN,),
                    ),
                    FigurePoint(
                        low=240,
                        high=240,
                        hedge=Hedge.ABOUT,
                        as_of=None,
                        who="the Council",
                        sourcing=Sourcing.ORGANISATION,
                        evidence=(TAKEN_LESS,),
                    ),
                ),
            ),
        ),
        "actors": (
            ActorRow(
                id="a-varra",
                name="Varra",
                kind=ActorKind.STATE,
                named=True,
                aliases=("Port Varra",),
                of=None,
                roles=(RoleHeld(role=Role.MEDIATOR, begin=None, end=None, evidence=(HALT,)),),
                framings=(),
                mention_count=9,
                report_count=3,
                evidence=(HALT,),
            ),
            ActorRow(
                id="a-council",
                name="Ridge Council",
                kind=ActorKind.GROUP,
                named=True,
                aliases=(),
                of=None,
                roles=(RoleHeld(role=Role.PARTY, begin=None, end=None, evidence=(DUAL,)),),
                framings=(FramingCount(outlet="Osk Herald", words="the gunmen", count=2),),
                mention_count=7,
                report_count=3,
                evidence=(DUAL,),
            ),
            ActorRow(
                id=LONG.id,
                name=LONG.name,
                kind=ActorKind.ORGANISATION,
                named=True,
                aliases=(),
                of=OSK,
                roles=(),
                framings=(),
                mention_count=3,
                report_count=2,
                evidence=(DUAL,),
            ),
        ),
        "origins": (
            OriginRow(
                id="o-1",
                kind=OriginKind.COPY,
                source="a diplomat briefed on the matter",
                first_report="r-1",
                reports=("r-1", "r-2"),
                statement_count=2,
                evidence=(HALT, HALT_COPY),
            ),
            OriginRow(
                id="o-2",
                kind=OriginKind.STATEMENT,
                source="L. Taro",
                first_report="r-3",
                reports=("r-3",),
                statement_count=1,
                evidence=(DENIAL,),
            ),
        ),
        "proposals": (
            ProposalRow(
                id="p-1",
                process="g-1",
                author=LONG,
                when=Interval.day(MARCH_8),
                versions=(
                    Version(to=(OSK,), terms=(Term(issue="withdrawal", text="let it stay on the ridge"),)),
                    Version(to=(COUNCIL,), terms=(Term(issue="withdrawal", text="had it withdraw"),)),
                ),
                differs_on=("withdrawal",),
                responses=(Answer(who=OSK, response=Response.NO_ANSWER, when=NO_DAY),),
                evidence=(DUAL,),
            ),
        ),
        "positions": (
            PositionRow(
                id="w-1",
                process="g-1",
                actor=OSK,
                issue="withdrawal",
                stance=Stance.REFUSES,
                text="stay on the ridge",
                begin=MARCH_8,
                end=None,
                precision=Precision.DAY,
                evidence=(REFUSAL,),
            ),
            PositionRow(
                id="w-2",
                process="g-1",
                actor=COUNCIL,
                issue="withdrawal",
                stance=Stance.WANTS,
                text="an early withdrawal",
                begin=None,
                end=None,
                precision=Precision.DAY,
                evidence=(WISH,),
            ),
        ),
        "conditions": (
            ConditionRow(
                id="d-1",
                channel="k-1",
                act="resume_mediation",
                negated=False,
                who=(VARRA,),
                text="if both sides show they mean it",
                status=ConditionStatus.OPEN,
                evidence=(REOPENS,),
            ),
        ),
        "hosting": (
            HostingRow(
                id="h-1",
                who=COUNCIL,
                host=VARRA,
                place="Port Varra",
                status=HostingStatus.ASKED_TO_LEAVE,
                begin=MARCH_8,
                end=None,
                precision=Precision.DAY,
                disputed=True,
                evidence=(HALT,),
            ),
        ),
        "channels": (
            ChannelRow(
                id="k-1", process="g-1", mediators=(VARRA,), parties=(OSK, COUNCIL), states=(spell,), venues=(venue,)
            ),
        ),
        "state": (state,),
    }
