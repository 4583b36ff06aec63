"""What people said beside the readings: grades of sources, and conflicts that the rules do not find."""

from collections.abc import Iterable, Iterator

from dragoman.reconciling.blocks import NOTHING, Derived, Entry, Reader, Stage
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.conflicts.sides import Draft, Word
from dragoman.reconciling.stages.unmarking import rows_of
from dragoman.reconciling.stages.views import PileAt
from dragoman.reconciling.stages.voices import Voices
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words_of import GradedHere, MarkedHere
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.happenings import ClaimStatus, ConflictKind, ConflictStrength
from dragoman.records.rows.voices import GradeTold
from dragoman.records.span import Span

_DISPUTED = 4  # the Admiralty scale's credibility of what is disputed
_OPEN = frozenset((ClaimStatus.CORROBORATED, ClaimStatus.SINGLE_ORIGIN))
RULE = "marked by {by}"
Marks = tuple[MarkedHere, ...]


def _grade(source: str, at: Reader) -> Derived:
    """The grade of a source: the last that a person gave it."""
    given: list[GradedHere] = [one for _, found in at.members("graded", source) for one in found]
    last = max(given, key=lambda one: one.order).word
    row = GradeTold(
        id=source, of=source.partition(" ")[2], grade=last.grade, by=last.by, at=last.at, reason=last.reason
    )
    return Derived(rows=(("grades", row),))


def _marks(report: str, at: Reader) -> Derived:
    """The words of a report that a person marked as one side of a conflict."""
    if at.value("sheet", report) is None:
        return NOTHING
    found: dict[str, list[MarkedHere]] = {}
    for mark in at.word(report).marks:
        found.setdefault(mark.mark, []).append(mark)
    return Derived(entries=tuple(Entry("marking", name, tuple(marks)) for name, marks in sorted(found.items())))


def _marked(name: str, at: Reader) -> Derived:
    """The conflict that a person marked, as long as both of its sides are in the record."""
    marks: list[tuple[str, MarkedHere]] = [
        (report, one) for report, found in at.members("marking", name) for one in found
    ]
    sides = tuple(
        tuple(Word(report, one.span, _voice(report, one.span, at)) for report, one in marks if one.side == side)
        for side in (0, 1)
    )
    if not all(sides):
        return NOTHING
    first = max((one for _, one in marks), key=lambda one: one.order)
    report, best = next((report, one) for report, one in marks if one.side == 0)
    draft = Draft(
        ConflictKind.WHETHER,
        first.strength,
        first.reason or " ".join(best.span.of(at.text(report)).split()),
        RULE.format(by=first.by),
        tuple(sorted({claim for _, claims in at.members("contested", name) for claim in claims})),
        sides,
    )
    return rows_of((draft,), at, after=first.order)


def _voice(report: str, span: Span, at: Reader) -> Voice | None:
    """The statement that words stand in: the narrowest."""
    said: Voices = at.value("standing", report) or ()
    around = [voice for voice in said if voice.content.touches(span)]
    return min(around, key=lambda voice: (voice.content.end - voice.content.start, voice.id), default=None)


def contested(claim: Claim, at: Reader) -> Claim:
    """A claim, disputed where a person marked that another one contradicts it."""
    if claim.row.status not in _OPEN:
        return claim
    by = sorted({mark.by for mark in _standing(claim, at) if mark.strength is ConflictStrength.CONTRADICTS})
    if not by:
        return claim
    grounds = f"{claim.row.grounds}; contradicted, by the word of {', '.join(by)}"
    return claim._replace(row=claim.row.but(status=ClaimStatus.DISPUTED, credibility=_DISPUTED, grounds=grounds))


def contesting(claims: Iterable[Claim], at: Reader) -> Iterator[Entry]:
    """Which marked conflicts which claims are in."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        for mark in {mark.mark for mark in _standing(claim, at)}:
            found.setdefault(mark, []).append(claim.row.id)
    yield from (Entry("contested", mark, tuple(sorted(ids))) for mark, ids in sorted(found.items()))


def _standing(claim: Claim, at: Reader) -> Iterator[MarkedHere]:
    """The marks on a claim's words that nobody has taken back since."""
    for one in claim.row.evidence:
        word, span = at.word(one.report), _span(one)
        for mark in word.marks:
            back = (gone for gone in word.unmarks if gone.span == span and gone.conflict is ConflictKind.WHETHER)
            if mark.span == span and mark.kind == "claims" and not any(gone.order > mark.order for gone in back):
                yield mark


def _span(evidence: Evidence) -> Span:
    return Span(evidence.start, evidence.end)


def _pointing(report: str, at: Reader) -> Derived:
    """The grades of a report's outlet."""
    outlet = PileAt(at)[report].report.outlet if at.value("sheet", report) is not None else None
    found = tuple(one for one in at.word(report).grades if one.kind == "reports")
    return Derived(entries=(Entry("graded", f"outlet {outlet}", found),) if outlet and found else ())


STAGES = (
    Stage("outlet_grades", _pointing, payloads={"graded": tuple[GradedHere, ...]}),
    Stage("grade", _grade, over="graded"),
    Stage("marks", _marks, payloads={"marking": Marks}),
    Stage("marked", _marked, over="marking"),
)
