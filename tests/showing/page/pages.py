"""Pages that are hard to lay out, for every form that prints them."""

from collections.abc import Callable
from typing import Any

from dragoman.records.rows.evidence import ActorRef
from dragoman.showing.brief import brief
from dragoman.showing.page.model import Page
from tests.showing.invented import full_tables
from tests.showing.memory import in_memory
from tests.showing.rows import evidence

HOSTILE = "</style><script>alert(1)</script> #import \"x\" *b* $x$ \\ \x07 ]]> & “q” 'r' \u202e"


def full() -> Page:
    return brief(in_memory(full_tables()))


def empty() -> Page:
    return brief(in_memory({}))


def long_names() -> Page:
    tables = full_tables()
    endless = ActorRef(id="a-x", name="Haut-Commissariat-intergouvernemental-pour-la-réconciliation " * 3)
    tables["state"] = tuple(row.but(mediators=(endless,) * 4, parties=(endless, endless)) for row in tables["state"])
    tables["actors"] = tuple(row.but(name=endless.name) for row in tables["actors"])
    tables["figures"] = tuple(row.but(of="people " * 40) for row in tables["figures"])
    return brief(in_memory(tables))


def hostile() -> Page:
    """A record whose every word is written against the program that prints it."""
    tables = full_tables()
    item = evidence("r-1", f"Varra said {HOSTILE} on Monday in the town.", 2000)
    tables["timeline"] = tuple(row.but(text=item.quote, evidence=(item,)) for row in tables["timeline"])
    tables["reports"] = tuple(row.but(title=HOSTILE, outlet=HOSTILE) for row in tables["reports"])
    tables["positions"] = tuple(row.but(text=HOSTILE, evidence=(item,)) for row in tables["positions"])
    tables["actors"] = tuple(row.but(name=f"Varra {HOSTILE}") for row in tables["actors"])
    tables["channels"] = tuple(
        row.but(mediators=(ActorRef(id="a-h", name=HOSTILE),), states=tuple(row.states)) for row in tables["channels"]
    )
    return brief(in_memory(tables, f"x{HOSTILE}.dossier".replace("\x07", "").replace("/", "")))


def no_channel() -> Page:
    tables = full_tables()
    for name in ("state", "channels", "hosting", "conditions", "proposals", "positions"):
        tables[name] = ()
    return brief(in_memory(tables))


def other_scripts() -> Page:
    tables = full_tables()
    item = evidence("r-1", "Varra, “قال الوسيط إن المحادثات توقفت”, 谈判已经暂停, переговоры встали.", 3000)
    tables["timeline"] = tuple(row.but(text=item.quote, evidence=(item,)) for row in tables["timeline"])
    return brief(in_memory(tables))


PAGES: dict[str, Callable[[], Any]] = {
    "full": full,
    "empty": empty,
    "long names": long_names,
    "hostile": hostile,
    "no channel": no_channel,
    "other scripts": other_scripts,
}
