"""A small sheet and rows made by hand, to test the scoring on."""

import datetime
from typing import Any

from dragoman.records.reading import EventMode, Hedge, Plover, Polarity, Sourcing
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.happenings import (
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
    ChannelRow,
    ChannelState,
    StateSpell,
)
from dragoman.records.rows.voices import StatementRow
from dragoman.records.time import Interval, Known, Precision, Published

A = """By Ann Orr

Belland has halted its mediation, a diplomat said on Sunday. The diplomat said at least 40 people
had died. "We are done," said Mr. Ruo. He declined to comment on Cask.
Belland would resume it once both sides write. It told the envoys to leave Tor."""
B = "Belland's spokesman denied that it had halted anything. The rebels put the dead at 55. “We are done,” Ruo said."
DAY = datetime.date(2031, 3, 8)
SHEET: dict[str, Any] = {
    "actors": {"belland": ["Belland"], "ruo": ["Mr. Ruo", "Ruo"], "envoys": ["envoys"]},
    "types": ["suspend_mediation", "ask_to_leave", "resume_mediation", "meet"],
    "complete": ["a.txt"],
    "statements": {
        "a.txt": [
            {
                "source": "a diplomat",
                "cue": "said",
                "content": "Belland has halted its mediation",
                "sourcing": "unnamed",
            },
            {
                "source": "The diplomat",
                "content": "at least 40 people had died",
                "sourcing": ["unnamed", "sources"],
                "optional": True,
            },
            {"source": "Mr. Ruo", "actor": "ruo", "cue": "said", "content": '"We are done,"', "sourcing": "named"},
            {"source": "He", "actor": "ruo", "cue": "declined", "polarity": "declines", "sourcing": "named"},
        ],
    },
    "events": {
        "a.txt": [
            {
                "quote": "has [halted] its",
                "type": "suspend_mediation",
                "agent": "belland",
                "day": [DAY, DAY],
            },
            {"quote": "It [told] the envoys", "type": "ask_to_leave", "agent": "belland", "optional": True},
        ],
        "b.txt": [{"quote": "had [halted] anything", "type": "suspend_mediation", "mode": "denied"}],
    },
    "figures": {
        "a.txt": [
            {"quote": "[at least 40]", "low": 40, "high": None, "hedge": "at_least", "unit": "person", "series": "dead"}
        ],
        "b.txt": [{"quote": "dead at [55]", "low": 55, "high": 55, "unit": "person", "series": "dead"}],
    },
    "origins": [
        {
            "about": "Ruo",
            "members": [{"report": "a.txt", "quote": "We are done"}, {"report": "b.txt", "quote": "We are done"}],
        }
    ],
    "origins_apart": [
        {
            "about": "two voices",
            "a": {"report": "a.txt", "quote": "Belland has halted its mediation"},
            "b": {"report": "b.txt", "quote": "it had halted anything"},
        }
    ],
    "conflicts": [
        {
            "about": "whether it halted",
            "kind": "whether",
            "a": [{"report": "a.txt", "quote": "Belland has halted its mediation"}],
            "b": [{"report": "b.txt", "quote": "it had halted anything"}],
        }
    ],
    "not_conflicts": [
        {
            "about": "the dead",
            "a": {"report": "a.txt", "quote": "at least 40"},
            "b": {"report": "b.txt", "quote": "the dead at 55"},
        }
    ],
    "channel_states": [
        {"mediator": "belland", "state": ["suspended", "open"], "from": DAY, "to": "2031-03-12", "disputed": True}
    ],
    "hosting": [
        {
            "report": "a.txt",
            "quote": "told the envoys to leave",
            "who": "envoys",
            "host": "belland",
            "place": "Tor",
            "status": "asked_to_leave",
            "day": DAY,
            "disputed": False,
        }
    ],
    "conditions": [{"report": "a.txt", "quote": "once both sides write", "act": "resume_mediation", "who": "belland"}],
    "published": {"a.txt": {"day": "2031-03-09", "known": "stated"}, "b.txt": {"day": DAY, "known": "unknown"}},
    "copies": [{"report": "b.txt", "of": "a.txt", "kind": "copy"}],
    "boilerplate": {"a.txt": [{"quote": "By Ann Orr", "kind": "byline"}]},
}
TEXTS = {"a.txt": A, "b.txt": B}


def evidence(file: str, quote: str) -> tuple[Evidence, ...]:
    start = TEXTS[file].index(quote)
    return (Evidence(report=f"r-{file}", file=f"reports/{file}", start=start, end=start + len(quote), quote=quote),)


def actor(name: str) -> ActorRef:
    return ActorRef(id=f"a-{name}", name=name)


def said(file: str, source: str | None, content: str, quote: str, **more: Any) -> StatementRow:
    given: dict[str, Any] = {
        "id": f"s-{file}-{content}",
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
    row = given | more
    return StatementRow(report=f"r-{file}", source=source, content=content, evidence=evidence(file, quote), **row)


def event(file: str, quote: str, kind: str, agent: str, **more: Any) -> TimelineRow:
    given: dict[str, Any] = {
        "begin": DAY,
        "end": DAY,
        "precision": Precision.DAY,
        "mode": EventMode.HAPPENED,
        "evidence": evidence(file, quote),
    }
    return TimelineRow(
        id=f"t-{file}-{quote}",
        type=kind,
        conditions=(),
        negated=False,
        plover=Plover(event=None),
        text=quote,
        actors=(),
        agent=(actor(agent),),
        patient=(),
        recipient=(),
        place=None,
        status=ClaimStatus.SINGLE_ORIGIN,
        origin_count=1,
        claim=None,
        members=(),
        statements=(),
        **(given | more),
    )


def point(file: str, quote: str, low: float | None, high: float | None, hedge: Hedge) -> FigurePoint:
    return FigurePoint(
        low=low,
        high=high,
        hedge=hedge,
        as_of=None,
        who=None,
        sourcing=Sourcing.UNNAMED,
        evidence=evidence(file, quote),
    )


def series(name: str, *points: FigurePoint) -> FigureRow:
    return FigureRow(id=f"n-{name}", series=name, of="dead", unit="person", place=None, points=points, conflict=None)


def conflict(kind: ConflictKind, *sides: tuple[str, str]) -> ConflictRow:
    return ConflictRow(
        id=f"x-{kind}-{sides}",
        kind=kind,
        strength=ConflictStrength.CONTRADICTS,
        about="it",
        rule="",
        claims=(),
        sides=tuple(
            Side(says=quote, who=None, sourcing=Sourcing.UNNAMED, evidence=evidence(file, quote))
            for file, quote in sides
        ),
    )


def channel(*states: tuple[ChannelState, datetime.date | None, datetime.date | None, bool]) -> ChannelRow:
    return ChannelRow(
        id="k-1",
        process="g-1",
        mediators=(actor("the Belland"),),
        parties=(),
        venues=(),
        states=tuple(
            StateSpell(
                state=state,
                begin=begin,
                end=end,
                since=Interval(),
                disputed=disputed,
                grounds="",
                claims=(),
                evidence=evidence("a.txt", "has halted"),
            )
            for state, begin, end, disputed in states
        ),
    )


def report(file: str, day: datetime.date | None, known: Known, copies: str | None = None) -> ReportRow:
    return ReportRow(
        id=f"r-{file}",
        file=f"reports/{file}",
        part=None,
        files=(),
        title=None,
        outlet=None,
        byline=None,
        url=None,
        language=None,
        sha256=None,
        relevance=None,
        relevance_reason=None,
        published=Published(begin=day, end=day, known=known),
        word_count=1,
        copies_of=copies,
        revision_of=None,
        teasers=(),
        warnings=(),
    )
