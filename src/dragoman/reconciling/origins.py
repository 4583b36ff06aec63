"""Origins: where pieces of information first came from. What two outlets print alike has one."""

from collections import defaultdict
from collections.abc import Container
from typing import NamedTuple

from dragoman.reconciling.passages import LONG_RUN
from dragoman.reconciling.pile import Pile
from dragoman.reconciling.voices import Voice
from dragoman.reconciling.words import names_in, naming, one_line
from dragoman.records.ids import Prefix, derived_id
from dragoman.records.reading import QuoteKind, Sourcing
from dragoman.records.rows.voices import OriginKind, OriginRow
from dragoman.records.span import hull
from dragoman.records.time import Published

# Days apart at which the same few words can still be one source's.
_AT_ONCE = 1
# Words, beside names, that two sentences must share to be one, and the share of the shorter one's.
_TELLING, _MOSTLY = 4, 0.5


# Who speaks on the record.
NAMED = frozenset((Sourcing.NAMED, Sourcing.ORGANISATION, Sourcing.DOCUMENT))


class Origins(NamedTuple):
    """The origin of each statement, and the table."""

    of: dict[str, str]  # statement id to origin id
    rows: tuple[OriginRow, ...]


def unit_of(voice: Voice) -> str:
    """What of a report has one origin with the statement, for all that can be told.

    A source's statements in one report: the reporter spoke with it once. And all that the outlet says in its own voice.
    """
    if voice.attribution is None:
        return outlet_unit(voice.report)
    by_source = voice.actor is not None and voice.sourcing is not Sourcing.OUTLET
    return f"{voice.report}/{voice.actor}" if by_source else voice.id


def outlet_unit(report: str) -> str:
    """What an outlet says in a report in its own voice. What a copy says has the first one's origin."""
    return f"{report}/outlet"


def stands_alone(voice: Voice) -> bool:
    """Whether a statement that others print too has an origin of its own, apart from what else its source says there.

    Who speaks under a name says one thing here and another there; of somebody unnamed only the report tells.
    """
    return voice.attribution is None or voice.sourcing in NAMED


def by_chance(one: Voice, other: Voice, pile: Pile) -> bool:
    """Whether two reports can have it each by itself.

    In the outlets' own voices: stock phrases, lists of names, and what one house has on each of its pages. Of sources:
    a few words that are no quotation, printed days apart.
    """
    if one.attribution is None and other.attribution is None:
        return _is_stock(one, other, pile)
    days = [pile[voice.report].published.begin for voice in (one, other)]
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= _AT_ONCE:
        return False
    if min(len(one.words), len(other.words)) >= LONG_RUN or one.attribution is None or other.attribution is None:
        return False
    quoted = QuoteKind.DIRECT in (one.attribution.kind, other.attribution.kind)
    return not quoted and (one.actor is None or one.actor != other.actor)


def _is_stock(one: Voice, other: Voice, pile: Pile) -> bool:
    """Whether two sentences of outlets share no more than names and phrases, or are furniture of one house."""
    outlets = [pile[voice.report].report.outlet for voice in (one, other)]
    if outlets[0] is not None and outlets[0] == outlets[1]:
        return True
    told = [_told(voice, pile) for voice in (one, other)]
    shared = len(told[0] & told[1])
    return shared < _TELLING or shared < _MOSTLY * min(map(len, told))


def _told(voice: Voice, pile: Pile) -> frozenset[str]:
    """The words of a sentence that name something and are no names."""
    words = voice.content.of(pile[voice.report].report.text)
    return frozenset(naming(voice.words)) - frozenset(names_in(words))


def origin_row(pile: Pile, members: list[Voice], copies: Container[str]) -> OriginRow:
    """The row of statements that come from one place. `copies` are the reports that repeat another one."""
    reports = sorted({voice.report for voice in members}, key=lambda r: (_day(pile[r].published), r))
    place_of = {report: place for place, report in enumerate(reports)}
    places = defaultdict(list)
    for voice in members:
        places[voice.report].append(voice)
    if len(reports) == 1:
        kind = OriginKind.STATEMENT
    else:
        kind = OriginKind.COPY if any(report in copies for report in reports) else OriginKind.SHARED_PASSAGE
    relayed = next((v.attribution.relayed_by for v in members if v.attribution and v.attribution.relayed_by), None)
    if kind is OriginKind.STATEMENT and relayed:
        kind = OriginKind.RELAY
    return OriginRow(
        id=derived_id(Prefix.ORIGIN, [voice.id for voice in members]),
        kind=kind,
        source=_source(pile, places[reports[0]]),
        first_report=reports[0],
        reports=tuple(reports),
        statement_count=len(members),
        evidence=tuple(
            pile[voice.report].evidence(voice.content)
            for voice in sorted(members, key=lambda v: (place_of[v.report], v.content))
        ),
    )


def _source(pile: Pile, members: list[Voice]) -> str | None:
    """The source in the fullest words that the first report has for it; None for an outlet's own voice."""
    worded = [
        hull(v.attribution.source).of(pile[v.report].report.text)
        for v in members
        if v.attribution and v.attribution.source
    ]
    return one_line(max(worded, key=lambda w: (len(w), w))) if worded else None


def _day(published: Published) -> str:
    """Sorts undated reports last, so that a dated one is named as the first to print something."""
    return published.begin.isoformat() if published.begin else "9999"
