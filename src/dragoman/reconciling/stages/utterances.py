"""Statements of several reports that are one utterance, and the claims of those that tell no event."""

from collections.abc import Container, Iterable, Iterator, Mapping

from dragoman.reconciling.blocks import NOTHING, Components, Derived, Entry, Mark, Reader, Sharing, Stage
from dragoman.reconciling.claims import Draft, claim_of, is_stated, stated
from dragoman.reconciling.passages import numbers
from dragoman.reconciling.review import stands
from dragoman.reconciling.stages.judged import contested, contesting
from dragoman.reconciling.stages.views import ActorsAt, PileAt, ReviewsAt, origins_at
from dragoman.reconciling.stages.voices import PASSAGES, Voices, standing
from dragoman.reconciling.utterances import Utterance, is_uttered, likeness, parts
from dragoman.reconciling.voices import Voice

SAID = "said"


def _enough(count: int, least: int) -> bool:
    """Whether two statements of one speaker share words enough to be compared."""
    return count > 1 and count * 2 >= min(least, 12)


def _utterances(report: str, at: Reader) -> Derived:
    """By what the statements of a report are found: their speaker and their words."""
    found = _of_report(report, at)
    marks = (Mark(SAID, one.id, report, 0, numbers(one.keys)) for one in found.values() if one.is_found_by_words)
    return Derived(marks=tuple(marks))


def _of_report(report: str, at: Reader) -> dict[str, Utterance]:
    """The utterances of a report, by their statement's id."""
    voices: Voices = at.value("standing", report) or ()
    if not voices:
        return {}
    sheet, first = at.value("sheet", report), at.value("copy", report) or report
    known = at.cache.get(("utterances", report))
    if known is None:
        text = at.text(report)
        uttered = (Utterance.of(voice, text, sheet.published, first) for voice in voices if is_uttered(voice))
        known = at.cache["utterances", report] = {one.id: one for one in uttered}
    return known


def _alike(report: str, at: Reader) -> Derived:
    """With which statements of other reports those of a report are one utterance."""
    own = _of_report(report, at)
    if not own:
        return NOTHING
    said = [one.id for one in own.values() if one.is_found_by_words]
    voiced: Voices = at.value("voices", report) or ()
    near = [at.pairs(SAID, report, said), at.pairs(PASSAGES, report, [voice.id for voice in voiced])]
    telling: Container[str] = at.value("tellings", report) or {}
    ties: dict[str, set[str]] = {}
    repeated = _repeated(report, own, at)
    for one in own.values():
        others = sorted({other for pairs in near for other in pairs.get(one.id, ())} | repeated.get(one.id, set()))
        for where, other in _found(others, at):
            if likeness(one, other):
                ties.setdefault(one.id, set()).add(f"{where} {other.id}")
    stated_ = {voice.id for voice in standing(report, at).values() if is_stated(voice, telling)}
    claiming = {one: _stated_of(ties[one], at) for one in sorted(ties) if one in stated_}
    return Derived(
        {one: tuple(sorted(others)) for one, others in sorted(ties.items())},
        entries=(
            *(Entry("uttered", one, report) for one, others in claiming.items() if others),
            *(Entry("alike", one, others) for one, others in claiming.items() if others),
            *_left_for_first(claiming, repeated),
        ),
    )


def _left_for_first(claiming: Mapping[str, tuple[str, ...]], repeated: Mapping[str, set[str]]) -> Iterator[Entry]:
    """The ties of a copy with what it repeats, which does not look for its copies."""
    ties: dict[str, list[str]] = {}
    for one, others in claiming.items():
        for first in repeated.get(one, set()).intersection(others):
            ties.setdefault(first, []).append(one)
    for first, mine in sorted(ties.items()):
        yield Entry("uttered", first, "")
        yield Entry("alike", first, tuple(sorted(mine)))


def _repeated(report: str, own: Mapping[str, Utterance], at: Reader) -> dict[str, set[str]]:
    """What a copy says in the very words of the report that it repeats, and what that is there."""
    first = at.value("copy", report)
    known = {one.stems: one.id for one in _of_report(first, at).values() if one.stems} if first else {}
    return {one.id: {known[one.stems]} for one in own.values() if one.stems in known}


def _stated_of(places: Iterable[str], at: Reader) -> tuple[str, ...]:
    """Those of the statements that are claims by their words alone."""
    found = []
    for place in places:
        report, _, voice = place.partition(" ")
        if is_stated(standing(report, at)[voice], at.value("tellings", report) or {}):
            found.append(voice)
    return tuple(sorted(found))


def _found(voices: Iterable[str], at: Reader) -> Iterator[tuple[str, Utterance]]:
    """The utterances that these statements are, of those that are some, and their reports."""
    for voice in voices:
        for report, _ in at.members("unit_of", voice):
            one = _of_report(report, at).get(voice)
            if one is not None:
                yield report, one


def _together(root: str, at: Reader) -> Derived:
    """Statements that are one utterance."""
    members = sorted(owner for owner, _ in at.members("utterance_part", root))
    found = parts([one for _, one in _found(members, at)])
    made = (tuple(f"{one.report} {one.id}" for one in part) for part in found if len(part) > 1)
    return Derived(entries=tuple(Entry("uttered_as", place.partition(" ")[2], part) for part in made for place in part))


def _stated(report: str, at: Reader) -> Derived:
    """The claims of a report's statements that tell no event, and with them all that says the same elsewhere.

    Where several do, the claim is made with the first of them.
    """
    said: Voices = at.value("standing", report) or ()
    telling: Container[str] = at.value("tellings", report) or {}
    drafts: list[Draft] = []
    for voice in said:
        if is_stated(voice, telling):
            part = next((found for _, found in at.members("uttered_as", voice.id)), (f"{report} {voice.id}",))
            if part[0] == f"{report} {voice.id}":
                drafts.append(stated(_voices(part, at)))
    pile, actors, origins = PileAt(at), ActorsAt(at), origins_at(at)
    claims = [contested(claim_of(pile, actors, origins, draft), at) for draft in drafts]
    rows = ReviewsAt(at).mark("claims", tuple(claim.row for claim in claims))
    counted = [claim for claim, row in zip(claims, rows, strict=True) if stands(row)]
    return Derived(entries=tuple(contesting(counted, at)), rows=tuple(("claims", row) for row in rows))


def _voices(part: Iterable[str], at: Reader) -> Iterator[Voice]:
    for place in part:
        report, _, voice = place.partition(" ")
        yield standing(report, at)[voice]


STAGES = (
    Stage("utterances", _utterances),
    Sharing("said_alike", SAID, _enough),
    Stage("utterances_alike", _alike, type=dict[str, tuple[str, ...]],
          payloads={"uttered": str, "alike": tuple[str, ...]}),
    Components("utterance_part", units="uttered", ties="alike"),
    Stage("utterances_together", _together, over="utterance_part", payloads={"uttered_as": tuple[str, ...]}),
    Stage("stated", _stated, payloads={"contested": tuple[str, ...]}),
)  # fmt: skip
