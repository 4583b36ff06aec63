"""The people, places and quotations of an invented record, and what makes rows of them."""

import datetime
from typing import Any

from dragoman.records.reading import EventMode, Plover, Polarity, Sourcing
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.rows.happenings import (
    ClaimStatus,
    TimelineRow,
)
from dragoman.records.rows.reports import ReportRow
from dragoman.records.rows.voices import (
    StatementRow,
)
from dragoman.records.time import Known, Precision, Published

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
REOPENS = evidence("r-1", "Varra would resume if both sides show they mean it.", 90)
DUAL = evidence("r-3", "The text for Osk let it stay on the ridge; the Council’s had it withdraw.", 200)
DRAFT = evidence("r-2", "Lorne sent its draft to the Council’s side.", 700)
TAKEN = evidence("r-1", "Osk says 250 people were taken", 300)
TAKEN_LESS = evidence("r-3", "the Council puts the number taken at about 240", 400)
REFUSAL = evidence("r-3", "Osk again refused to let anyone stay on the ridge.", 600)
WISH = evidence("r-3", "The Ridge Council wants an early withdrawal.", 660)
MEETING = evidence("r-1", "In Port Varra, Varra was host to Osk and the Ridge Council.", 1000)
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
        "negated": False,
    }
    filled.update(more)
    return TimelineRow(id=name, text=text, evidence=items, **filled)
