"""Claims: what several statements and events in several reports say alike, and how it stands."""

from collections.abc import Iterable
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.denials import Answerable, point_back
from dragoman.reconciling.happenings import Happening, Telling, acts
from dragoman.reconciling.independence import Behind, behind, in_words
from dragoman.reconciling.origins import Origins
from dragoman.reconciling.pile import Pile
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import one_line, tokens
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import EventMode, Polarity, Sourcing
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.happenings import ClaimRow, ClaimStatus
from dragoman.records.span import Span

# What a denial that names no act can mean: that something was done, or decided.
_ANSWERABLE = frozenset((EventMode.HAPPENED, EventMode.PLANNED))
_AGAINST = frozenset((EventMode.DENIED, EventMode.NEGATED))
_ORDER = {sourcing: rank for rank, sourcing in enumerate(Sourcing)}


class Said(NamedTuple):
    """One statement's part in a claim: what it says of it and where."""

    voice: Voice
    member: str  # the event's id, or the statement's where it tells no event
    span: Span
    against: bool


class Claim(NamedTuple):
    """One claim with all that is said for and against it."""

    row: ClaimRow
    happening: Happening | None
    mode: EventMode | None
    pro: tuple[Said, ...]
    contra: tuple[Said, ...]


def find_claims(
    pile: Pile, actors: Actors, voices: tuple[Voice, ...], happenings: tuple[Happening, ...], origins: Origins
) -> tuple[Claim, ...]:
    """Every claim of the pile, by id."""
    drafts = [*_of_happenings(happenings), *_of_statements(voices, happenings, origins)]
    by_key = {f"{n:08d}": draft for n, draft in enumerate(drafts)}
    asked = {
        key: Answerable(d.happening.act, [s.voice for s in d.pro], _told_words(pile, d.pro))
        for key, d in by_key.items()
        if d.pro and d.happening and d.mode in _ANSWERABLE and d.happening.act in acts().told_once
    }
    told: dict[str, frozenset[str]] = {}
    for happening in happenings:
        for telling in happening.tellings:
            told[telling.voice.id] = told.get(telling.voice.id, frozenset()) | {happening.act}
    answers = point_back(pile, voices, asked, told)
    by_id = {voice.id: voice for voice in voices}
    claims = []
    for key, draft in by_key.items():
        known = {said.voice.id for said in draft.contra}
        pointed = [by_id[i] for i in answers.get(key, ()) if i not in known]
        contra = (*draft.contra, *(Said(v, v.id, v.content, True) for v in pointed))
        claims.append(_claim(pile, actors, origins, draft._replace(contra=contra)))
    return tuple(sorted(claims, key=lambda claim: claim.row.id))


def _told_words(pile: Pile, told: tuple[Said, ...]) -> list[str]:
    return [word for s in told for word in tokens(s.span.of(pile[s.voice.report].report.text))]


class _Draft(NamedTuple):
    happening: Happening | None
    mode: EventMode | None
    pro: tuple[Said, ...]
    contra: tuple[Said, ...]


def _of_happenings(happenings: Iterable[Happening]) -> Iterable[_Draft]:
    """One claim for each way in which a happening is told; what denies it stands against the first of them.

    A happening that is only told as not having been ("did not leave") is a claim of its own: it answers nothing.
    One that is only denied is a claim that nobody makes.
    """
    for happening in happenings:
        told = [mode for mode in EventMode if mode not in _AGAINST and happening.in_mode(mode)]
        against = [t for t in happening.tellings if t.event.mode in _AGAINST]
        for mode in told:
            yield _Draft(happening, mode, _said(happening.in_mode(mode)), _said(against if mode is told[0] else []))
        if not told:
            negated = happening.in_mode(EventMode.NEGATED)
            if negated:
                pro = tuple(said._replace(against=False) for said in _said(negated))
                yield _Draft(happening, EventMode.NEGATED, pro, ())
            denied = happening.in_mode(EventMode.DENIED)
            if denied:
                yield _Draft(happening, EventMode.DENIED, (), _said(denied))


def _said(tellings: Iterable[Telling]) -> tuple[Said, ...]:
    return tuple(Said(t.voice, t.event.id, t.event.span, t.event.mode in _AGAINST) for t in tellings)


def _of_statements(voices: tuple[Voice, ...], happenings: tuple[Happening, ...], origins: Origins) -> Iterable[_Draft]:
    """Statements of sources that tell no event, joined where they are of one origin and share their words."""
    telling = {t.voice.id for happening in happenings for t in happening.tellings}
    for voice in voices:
        if (
            voice.attribution is None
            or voice.id in telling
            or voice.polarity is not Polarity.ASSERTS
            or not voice.words
        ):
            continue
        yield _Draft(None, None, (Said(voice, voice.id, voice.content, False),), ())


def _claim(pile: Pile, actors: Actors, origins: Origins, draft: _Draft) -> Claim:
    pro, contra = draft.pro, _not_before(pile, draft.pro, _other_voices(draft.pro, draft.contra, actors))
    count = behind((s.voice for s in pro or contra), actors, origins)
    best = min(pro or contra, key=lambda s: _rank(pile, s))
    status = _status(pro, contra, count)
    evidence = _evidence(pile, best, (*pro, *contra))
    members = [best.member, *(s.member for s in (*pro, *contra))]
    mode = draft.mode.value if draft.mode else "statement"
    row = ClaimRow(
        id=derived_id(Prefix.CLAIM, [s.member for s in pro or contra], mode),
        text=one_line(best.span.of(pile[best.voice.report].report.text)),
        status=status,
        origin_count=count.independent,
        report_count=len({s.voice.report for s in pro or contra}),
        credibility=_credibility(status, count),
        grounds=_grounds(pro, contra, count, actors, origins),
        origins=count.origins,
        members=tuple(dict.fromkeys(members)),
        evidence=evidence,
    )
    return Claim(row, draft.happening, draft.mode, pro, tuple(contra))


def _other_voices(pro: tuple[Said, ...], contra: tuple[Said, ...], actors: Actors) -> tuple[Said, ...]:
    """What stands against a claim: a voice that asserts it too (said here, not done there) contradicts nobody."""
    asserting = {s.voice.id for s in pro} | {s.voice.actor for s in pro if s.voice.actor}
    return tuple(s for s in contra if s.voice.id not in asserting and s.voice.actor not in asserting)


def _not_before(pile: Pile, pro: tuple[Said, ...], contra: tuple[Said, ...]) -> tuple[Said, ...]:
    """What stands against a claim and was not printed before anybody made it: "not yet" is no "no"."""
    days = [day for s in pro if (day := pile[s.voice.report].published.begin)]
    if not days or len(days) < len(pro):
        return contra
    first = min(days)
    return tuple(s for s in contra if (last := pile[s.voice.report].published.end) is None or last >= first)


def _status(pro: tuple[Said, ...], contra: tuple[Said, ...], count: Behind) -> ClaimStatus:
    if not pro:
        return ClaimStatus.DENIED
    if contra:
        return ClaimStatus.DISPUTED
    return ClaimStatus.CORROBORATED if count.independent > 1 else ClaimStatus.SINGLE_ORIGIN


def _credibility(status: ClaimStatus, count: Behind) -> int:
    """The Admiralty scale's 1 to 6, proposed: confirmed, probable, possible, doubtful, improbable, cannot be judged."""
    if status is ClaimStatus.DENIED:
        return 5
    if status is ClaimStatus.DISPUTED:
        return 4
    if status is ClaimStatus.CORROBORATED:
        return 1 if count.named > 1 or count.independent > 2 else 2
    return 3 if count.named else 6


def _grounds(pro: tuple[Said, ...], contra: tuple[Said, ...], count: Behind, actors: Actors, origins: Origins) -> str:
    if not pro:
        return f"asserted by nobody; denied: {in_words(count)}"
    grounds = in_words(count)
    if contra:
        grounds += f"; against it: {in_words(behind((s.voice for s in contra), actors, origins))}"
    return grounds


def _rank(pile: Pile, said: Said) -> tuple[int, str, int, str]:
    """The best evidence: by the most accountable source, then the first to be published, then the shortest."""
    day = pile[said.voice.report].published.begin
    return (
        _ORDER[said.voice.sourcing],
        day.isoformat() if day else "9999",
        said.span.end - said.span.start,
        said.member,
    )


def _evidence(pile: Pile, best: Said, all_said: Iterable[Said]) -> tuple[Evidence, ...]:
    rest = sorted(all_said, key=lambda s: (s.against, s.voice.report, s.span))
    items = [pile[s.voice.report].evidence(s.span) for s in (best, *rest)]
    return tuple({(e.report, e.start, e.end): e for e in items}.values())
