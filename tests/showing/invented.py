"""An invented record in memory: enough of a dossier for the brief and the tables."""

import datetime
from pathlib import Path
from typing import Any

from dragoman.records.reading import ActorKind, EventMode, Hedge, Plover, Polarity, Reading, ReportHead, Sourcing
from dragoman.records.rows.evidence import ActorRef, Evidence, Review, ReviewStatus
from dragoman.records.rows.happenings import (
    ClaimRow,
    ClaimStatus,
    ConflictKind,
    ConflictRow,
    ConflictStrength,
    FigurePoint,
    FigureRow,
    Side,
    TimelineRow,
)
from dragoman.records.rows.reports import ReportRow
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
    Stance,
    StateReading,
    StateRow,
    StateSpell,
    Term,
    Version,
)
from dragoman.records.rows.voices import (
    ActorRow,
    FramingCount,
    OriginKind,
    OriginRow,
    Role,
    RoleHeld,
    StatementRow,
)
from dragoman.records.time import NO_DAY, Interval, Known, Precision, Published
from dragoman.workbench import Counts, Filters

MARCH_8 = datetime.date(2031, 3, 8)
MARCH_9 = datetime.date(2031, 3, 9)
VARRA = ActorRef(id="a-varra", name="Varra")
OSK = ActorRef(id="a-osk", name="Osk")
COUNCIL = ActorRef(id="a-council", name="Ridge Council")
LONG = ActorRef(id="a-long", name="the Standing Joint Commission for the Implementation of the Interim Accord on Osk")
TABLES = (
    *("reports", "statements", "timeline", "claims", "conflicts", "figures", "actors", "origins"),
    *("proposals", "positions", "conditions", "hosting", "channels"),
)


def evidence(report: str, quote: str, start: int = 0) -> Evidence:
    return Evidence(report=report, file=f"{report}.txt", start=start, end=start + len(quote), quote=quote)


def dated(day: datetime.date | None) -> Published:
    if day is None:
        return Published()
    return Published(begin=day, end=day, precision=Precision.DAY, known=Known.STATED)


def report(name: str, outlet: str | None, day: datetime.date | None, **more: Any) -> ReportRow:
    filled: dict[str, Any] = {
        "part": None,
        "files": (f"{name}.txt",),
        "title": f"The talks, {name}",
        "byline": None,
        "url": None,
        "language": "en",
        "sha256": None,
        "relevance": None,
        "relevance_reason": None,
        "word_count": 120,
        "copies_of": None,
        "revision_of": None,
        "teasers": (),
        "warnings": (),
    }
    filled.update(more)
    return ReportRow(id=name, file=f"{name}.txt", outlet=outlet, published=dated(day), **filled)


HALT = evidence("r-1", "Varra has halted its efforts, a diplomat briefed on the matter said.", 10)
HALT_COPY = evidence("r-2", "Varra has halted its efforts, a diplomat briefed on the matter said.", 4)
DENIAL = evidence("r-3", 'Reports that the office would close were "inaccurate", L. Taro said.')
REOPENS = evidence("r-1", "It would resume if both sides show they mean it.", 90)
DUAL = evidence("r-3", "The text for Osk let it stay on the ridge; the Council’s had it withdraw.", 200)
DRAFT = evidence("r-2", "Lorne sent its draft to the Council’s side.", 700)
TAKEN = evidence("r-1", "Osk says 250 people were taken", 300)
TAKEN_LESS = evidence("r-3", "the Council puts the number taken at about 240", 400)
SILENT = evidence("r-3", "Lorne declined to comment.", 500)


def statement(name: str, item: Evidence, **more: Any) -> StatementRow:
    filled: dict[str, Any] = {
        "source": "a diplomat briefed on the matter",
        "actor": None,
        "sourcing": Sourcing.UNNAMED,
        "relayed_by": None,
        "polarity": Polarity.ASSERTS,
        "cue": "said",
        "addressee": None,
        "medium": None,
        "when": None,
        "origin": None,
    }
    filled.update(more)
    return StatementRow(id=name, report=item.report, content=item.quote, evidence=(item,), **filled)


def event(name: str, text: str, items: tuple[Evidence, ...], **more: Any) -> TimelineRow:
    filled: dict[str, Any] = {
        "begin": MARCH_8,
        "end": MARCH_8,
        "precision": Precision.DAY,
        "type": "suspend_mediation",
        "plover": Plover(event="REJECT"),
        "actors": (VARRA,),
        "agent": (VARRA,),
        "patient": (),
        "recipient": (),
        "place": None,
        "mode": EventMode.HAPPENED,
        "status": ClaimStatus.SINGLE_ORIGIN,
        "origin_count": 1,
        "claim": None,
        "members": (),
        "statements": (),
        "conditions": (),
    }
    filled.update(more)
    return TimelineRow(id=name, text=text, evidence=items, **filled)


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
                evidence=(DUAL,),
            ),
            PositionRow(
                id="w-2",
                process="g-1",
                actor=COUNCIL,
                issue="withdrawal",
                stance=Stance.WANTS,
                text="had it withdraw",
                begin=None,
                end=None,
                precision=Precision.DAY,
                evidence=(DUAL,),
            ),
        ),
        "conditions": (
            ConditionRow(
                id="d-1",
                channel="k-1",
                act="resume_mediation",
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
            ChannelRow(id="k-1", process="g-1", mediators=(VARRA,), parties=(OSK, COUNCIL), states=(spell,), venues=()),
        ),
        "state": (state,),
    }


class InMemory:
    """A dossier whose tables are given: what showing needs of one."""

    def __init__(self, tables: dict[str, tuple[Any, ...]], path: str = "talks.dossier") -> None:
        self.path = Path(path)
        self.tables = tables
        self.asked: list[Filters] = []
        for name in TABLES:
            setattr(self, name, self._table(name))

    def _table(self, name: str) -> Any:
        def rows(filters: Filters | None = None) -> tuple[Any, ...]:
            if filters is not None:
                self.asked.append(filters)
            return self.tables.get(name, ())

        return rows

    def state(self, as_of: datetime.date, filters: Filters | None = None) -> tuple[Any, ...]:
        return self.tables.get("state", ())

    def reading(self, name: str) -> Reading:
        """A reading without text: quotations stay as they are."""
        head = ReportHead(id=name, title=None, outlet=None, byline=None, published=Published(), language=None)
        return Reading(report=head, text="")

    def counts(self) -> Counts:
        reports = self.tables.get("reports", ())
        return Counts(
            report_count=len(reports),
            outlet_count=3,
            origin_count=2,
            undated_count=1,
            failed_count=0,
            excluded_count=0,
            word_count=360,
        )


def in_memory(tables: dict[str, tuple[Any, ...]], path: str = "talks.dossier") -> Any:
    """What stands in for a Dossier where only its tables are asked for."""
    return InMemory(tables, path)
