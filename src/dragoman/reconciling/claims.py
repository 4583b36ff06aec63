"""Claims: what several statements and events in several reports say alike, and how it stands."""

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.denials import Answerable, Answering, stems
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
from dragoman.records.time import Interval

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


def answerable(draft: "Draft", pile: Pile) -> Answerable | None:
    """What a denial can mean by a claim; None for a claim that no denial without its words can mean."""
    happening = draft.happening
    if not draft.pro or happening is None or draft.mode not in _ANSWERABLE or happening.act not in acts().told_once:
        return None
    words = [word for s in draft.pro for word in tokens(s.span.of(pile[s.voice.report].report.text))]
    voices = tuple(Answering(s.voice.id, s.voice.actor, s.voice.report) for s in draft.pro)
    return Answerable(happening.act, voices, frozenset(stems(words)))


class Scene(NamedTuple):
    """Between whom an act was, and the days on which its tellings can be news."""

    agents: frozenset[str]
    others: frozenset[str]
    days: tuple[Interval, ...]

    @classmethod
    def of(cls, happening: Happening, pile: Pile) -> "Scene":
        """The scene of a happening."""
        days = dict.fromkeys(telling.in_the_news(pile) for telling in happening.tellings)
        return cls(happening.key.agents, happening.key.others, tuple(days))

    def is_same(self, other: "Scene") -> bool:
        """Whether two claims of an act can be of one: what both name of its sides is the same, at a time that fits.

        Who denies an expulsion denies it in whatever words it is told.
        """
        sides = ((self.agents, other.agents), (self.others, other.others))
        if any(x and y and not (x <= y or y <= x) for x, y in sides) or not any(x & y for x, y in sides):
            return False
        return any(one.meets(two) for one in self.days for two in other.days)


def with_denials(draft: "Draft", denials: Iterable[Voice]) -> "Draft":
    """A draft with the denials that point back to it."""
    known = {said.voice.id for said in draft.contra}
    pointed = (voice for voice in denials if voice.id not in known)
    return draft._replace(contra=(*draft.contra, *(Said(v, v.id, v.content, True) for v in pointed)))


def with_confirmations(draft: "Draft", confirming: Iterable[Voice]) -> "Draft":
    """A draft with the statements that only confirm it."""
    known = {said.voice.id for said in (*draft.pro, *draft.contra)}
    added = (voice for voice in confirming if voice.id not in known)
    return draft._replace(pro=(*draft.pro, *(Said(v, v.id, v.content, False) for v in added))) if draft.pro else draft


class Draft(NamedTuple):
    """A claim before it has its row."""

    happening: Happening | None
    mode: EventMode | None
    pro: tuple[Said, ...]
    contra: tuple[Said, ...]


def drafts_of(happening: Happening) -> Iterator[Draft]:
    """One claim for each way in which a happening is told; what denies it stands against the first of them.

    A happening that is only told as not having been ("did not leave") is a claim of its own: it answers nothing.
    One that is only denied is a claim that nobody makes.
    """
    told = [mode for mode in EventMode if mode not in _AGAINST and happening.in_mode(mode)]
    against = [t for t in happening.tellings if t.event.mode in _AGAINST]
    for mode in told:
        yield Draft(happening, mode, _said(happening.in_mode(mode)), _said(against if mode is told[0] else []))
    if not told:
        negated = happening.in_mode(EventMode.NEGATED)
        if negated:
            pro = tuple(said._replace(against=False) for said in _said(negated))
            yield Draft(happening, EventMode.NEGATED, pro, ())
        denied = happening.in_mode(EventMode.DENIED)
        if denied:
            yield Draft(happening, EventMode.DENIED, (), _said(denied))


def _said(tellings: Iterable[Telling]) -> tuple[Said, ...]:
    return tuple(Said(t.voice, t.event.id, t.event.span, t.event.mode in _AGAINST) for t in tellings)


def is_stated(voice: Voice, telling: Container[str]) -> bool:
    """Whether a statement is a claim by its words alone; `telling` are the ids of those that tell events."""
    asserts = voice.attribution is not None and voice.polarity is Polarity.ASSERTS and bool(voice.words)
    return asserts and voice.id not in telling


def stated(voices: Iterable[Voice]) -> "Draft":
    """What statements that tell no event say alike."""
    return Draft(None, None, tuple(Said(voice, voice.id, voice.content, False) for voice in voices), ())


def claim_of(pile: Pile, actors: Actors, origins: Origins, draft: Draft) -> Claim:
    """The claim of a draft, with its row."""
    pro, contra = draft.pro, _not_before(pile, draft.pro, _other_voices(draft.pro, draft.contra, actors))
    count = behind((s.voice for s in pro or contra), actors, origins)
    telling = tuple(s for s in pro if draft.happening is None or s.member != s.voice.id)  # and does not only confirm
    best = min(telling or pro or contra, key=lambda s: _rank(pile, s))
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
        grounds=_grounds(pro, contra, count, actors, origins) + _not_counted(pro, pile),
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


def _not_counted(pro: tuple[Said, ...], pile: Pile) -> str:
    """What claims several sources and names none: they can be the ones that are counted already."""
    bare = [s.voice for s in pro if s.voice.sourcing is Sourcing.SOURCES and s.voice.attribution]
    found = {(v.attribution.wording, pile[v.report].name) for v in bare if v.attribution and v.attribution.wording}
    return "".join(f"; “{wording}” in {file}: nobody is named, not counted" for wording, file in sorted(found))


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
