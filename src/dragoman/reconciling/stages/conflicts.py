"""Conflicts: one question, different answers. Each kind has its blocks: the claims or accounts of one question."""

import json

from dragoman.reconciling.blocks import NOTHING, Components, Derived, Entry, Reader, Stage
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.conflicts.decided import decided
from dragoman.reconciling.conflicts.when import LASTING, when
from dragoman.reconciling.conflicts.whether import rebutted, whether
from dragoman.reconciling.conflicts.who import who
from dragoman.reconciling.happenings import Happening, written
from dragoman.reconciling.initiatives import Account, accounts
from dragoman.reconciling.rebuttals import contradicts, rebuttals
from dragoman.reconciling.stages.coreference import happening_of
from dragoman.reconciling.stages.unmarking import rows_of
from dragoman.reconciling.stages.views import ActorsAt, ReadPileAt, told_item
from dragoman.reconciling.stages.voices import Voices
from dragoman.records.reading import EventMode

Accounts = tuple[Account, ...]


def _who(question: str, at: Reader) -> Derived:
    """The conflicts of who did one act upon the same others."""
    act, others = json.loads(question)
    claims: list[Claim] = sorted(
        (claim for _, found in at.members("question", question) for claim in found), key=lambda c: c.row.id
    )
    return rows_of(who(act, frozenset(others), claims, ActorsAt(at)), at)


def _denied(question: str, at: Reader) -> Derived:
    """The claims of one act that one statement denies."""
    ids = sorted({claim for _, found in at.members("denied_by", question) for claim in found})
    ties = (Entry("denied_with", one, tuple(other for other in ids if other != one)) for one in ids)
    return Derived(entries=tuple(ties) if len(ids) > 1 else ())


def _whether(root: str, at: Reader) -> Derived:
    """The conflict of a question of which claims are disputed."""
    ids = [claim for claim, _ in at.members("dispute", root)]
    claims = tuple(claim for one in ids for _, claim in at.members("disputed", one))
    return rows_of(whether(claims), at)


def _rebuttals(report: str, at: Reader) -> Derived:
    """What a report has somebody deny right after another voice has said it."""
    said: Voices = at.value("standing", report) or ()
    denying = [voice for voice in said if contradicts(voice)]
    if not denying:
        return NOTHING
    item = told_item(at, report)
    has_claim = {voice.id for voice in denying if at.two("has_claim", voice.id)}
    found = tuple(rebuttals(item, ActorsAt(at), said, has_claim))
    return rows_of(rebutted(found, item.report.text), at)


def _accounts(report: str, at: Reader) -> Derived:
    """On whose initiative acts were done, by the accounts of a report."""
    said: Voices = at.value("standing", report) or ()
    if not said:
        return NOTHING
    found: dict[tuple[str, str], list[Account]] = {}
    for one in accounts(told_item(at, report), ActorsAt(at), said):
        if one.own:
            places = [("decided_own", one.whose)] if one.whose is not None else []
        else:
            places = (
                [("decided_asked", one.whose)]
                if one.whose is not None
                else [("decided_upon", other) for other in one.others]
            )
        for index, actor in places:
            found.setdefault((index, f"{one.decision} {actor}"), []).append(one)
    return Derived(entries=tuple(Entry(index, key, tuple(told)) for (index, key), told in sorted(found.items())))


def _decided(key: str, at: Reader) -> Derived:
    """The conflicts of who decided, of the decisions of one actor."""
    own = [one for _, told in at.members("decided_own", key) for one in told]
    decision = own[0].decision
    upon = sorted({other for one in own for other in one.others})
    asked = [one for _, told in at.members("decided_asked", key) for one in told]
    asked += [one for other in upon for _, told in at.members("decided_upon", f"{decision} {other}") for one in told]
    told = sorted(dict.fromkeys((*own, *asked)), key=lambda one: (one.report, one.span, one.voice.id))
    return rows_of(decided(told, ActorsAt(at)), at)


def _lasting(event: str, at: Reader) -> Derived:
    """A happening that lasts, with those that it can be one with."""
    found = happening_of(event, at)
    if found.act not in LASTING or not (found.key.agents and found.key.others and found.in_mode(EventMode.HAPPENED)):
        return NOTHING
    key = written(found.key._replace(what=frozenset(), alone=""))
    return Derived(entries=(Entry("lasting", key, found),))


def _when(key: str, at: Reader) -> Derived:
    """The conflict of since when something lasts."""
    return rows_of(when(tuple(found for _, found in at.members("lasting", key)), ReadPileAt(at)), at)


STAGES = (
    Stage("who", _who, over="question"),
    Stage("denied", _denied, over="denied_by", payloads={"denied_with": tuple[str, ...]}),
    Components("dispute", units="disputed", ties="denied_with"),
    Stage("whether", _whether, over="dispute"),
    Stage("rebuttals", _rebuttals),
    Stage("accounts", _accounts,
          payloads={"decided_own": Accounts, "decided_asked": Accounts, "decided_upon": Accounts}),
    Stage("decided", _decided, over="decided_own"),
    Stage("lasting", _lasting, over="happening", payloads={"lasting": Happening}),
    Stage("when", _when, over="lasting"),
)  # fmt: skip
