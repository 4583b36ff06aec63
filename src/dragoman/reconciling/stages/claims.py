"""Claims: each way in which what happened is told, what denies it, and how it stands."""

import json
from collections.abc import Iterable

from dragoman.reconciling.actor_rows import is_somebody
from dragoman.reconciling.blocks import Derived, Entry, Reader, Stage
from dragoman.reconciling.claims import Claim, claim_of, drafts_of, with_confirmations, with_denials
from dragoman.reconciling.conflicts.who import question_of
from dragoman.reconciling.review import stands
from dragoman.reconciling.roles import Shown, shown, shows
from dragoman.reconciling.stages.coreference import happening_of
from dragoman.reconciling.stages.judged import contested, contesting
from dragoman.reconciling.stages.unmarking import undenied
from dragoman.reconciling.stages.views import ActorsAt, PileAt, ReviewsAt, origins_at
from dragoman.reconciling.stages.voices import standing
from dragoman.reconciling.timeline import timeline_row
from dragoman.reconciling.voices import Voice
from dragoman.records.rows.evidence import Row
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.voices import Role


def _claims(event: str, at: Reader) -> Derived:
    """The claims of a happening, one for each way in which it is told, and their rows in the timeline."""
    pile, actors, origins, reviews = PileAt(at), ActorsAt(at), origins_at(at), ReviewsAt(at)
    claims: list[Claim] = []
    for number, draft in enumerate(drafts_of(happening_of(event, at))):
        denials, confirming = (
            sorted(_pointing(at, kind, f"{event}#{number}"), key=lambda voice: voice.id)
            for kind in ("answered", "confirmed")
        )
        whole = undenied(with_confirmations(with_denials(draft, denials), confirming), at)
        claims.append(contested(claim_of(pile, actors, origins, whole), at))
    events = [timeline_row(c, c.happening, c.mode, pile, actors) for c in claims if c.happening and c.mode]
    events = list(reviews.mark("timeline", tuple(events)))
    struck = {row.claim for row in events if not stands(row)}
    counted = [claim for claim in claims if claim.row.id not in struck]
    rows: list[tuple[str, Row]] = [("claims", row) for row in reviews.mark("claims", tuple(c.row for c in claims))]
    rows += [("timeline", row) for row in events]
    questions: dict[str, list[Claim]] = {}
    for claim in counted:
        question = question_of(claim, actors)
        if question is not None:
            questions.setdefault(question_key(*question), []).append(claim)
    return Derived(
        tuple(events),
        entries=(
            *(Entry("question", question, tuple(found)) for question, found in sorted(questions.items())),
            *_disputes(counted),
            *contesting(counted, at),
            *_parts_played([row for row in events if stands(row)], actors),
        ),
        rows=tuple(rows),
    )


def _pointing(at: Reader, kind: str, key: str) -> Iterable[Voice]:
    """The statements that deny a claim, or confirm it, without telling it."""
    for report, ids in at.members(kind, key):
        said = standing(report, at)
        yield from (said[voice] for voice in ids if voice in said)


def _disputes(claims: list[Claim]) -> Iterable[Entry]:
    """Claims that are denied, and by which statements: those that one statement denies are one question."""
    denied: dict[str, list[str]] = {}
    for claim in claims:
        if claim.pro and claim.contra:
            yield Entry("disputed", claim.row.id, claim)
            act = claim.happening.act if claim.happening else ""
            for voice in dict.fromkeys(said.voice.id for said in claim.contra):
                denied.setdefault(f"{act} {voice}", []).append(claim.row.id)
    yield from (Entry("denied_by", question, tuple(ids)) for question, ids in sorted(denied.items()))
    answered = {said.voice.id for claim in claims if claim.pro for said in claim.contra}
    yield from (Entry("has_claim", voice) for voice in sorted(answered))


def _parts_played(events: Iterable[TimelineRow], actors: ActorsAt) -> Iterable[Entry]:
    playing: set[str] = set()
    roles: dict[str, list[tuple[Role, Shown]]] = {}
    for row in events:
        playing |= {ref.id for ref in row.actors if is_somebody(actors.joined[ref.id])}
        for actor, of in shows(row, actors).items():
            roles.setdefault(actor, []).extend((role, shown(row, actors)) for role in of)
    yield from (Entry("plays", actor) for actor in sorted(playing))
    yield from (Entry("role", actor, tuple(found)) for actor, found in sorted(roles.items()))


def question_key(act: str, others: frozenset[str]) -> str:
    """The question of who did an act upon some others, as a key."""
    return json.dumps([act, sorted(others)], ensure_ascii=False)


STAGES = (
    Stage("claims", _claims, over="happening", type=tuple[TimelineRow, ...],
          payloads={"question": tuple[Claim, ...], "disputed": Claim, "denied_by": tuple[str, ...],
                    "contested": tuple[str, ...],
                    "has_claim": None, "plays": None, "role": tuple[tuple[Role, Shown], ...]}),
)  # fmt: skip
