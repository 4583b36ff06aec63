"""The pile, its actors and its origins as a stage sees them: what it asks for is looked up, and noted.

They stand in for the whole ones, so that what decides something is written once, for a pile and for a part of it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.reading.redating import redated
from dragoman.reconciling.actors import Actors, JoinedActor, Local
from dragoman.reconciling.amending import amended
from dragoman.reconciling.blocks import Reader
from dragoman.reconciling.origins import Origins
from dragoman.reconciling.parting import Parted, with_parts
from dragoman.reconciling.pile import Item, Pile
from dragoman.reconciling.review import Reviews
from dragoman.records.base import Frozen
from dragoman.records.reading import ActorKind, Reading, ReportHead
from dragoman.records.report import Report, Source
from dragoman.records.rows.evidence import Review
from dragoman.records.span import Span
from dragoman.records.time import Published


class Sheet(Frozen, frozen=True, kw_only=True):
    """What others want to know of a report, beside its text: not what it says."""

    id: str
    published: Published
    outlet: str | None
    dateline: str | None
    url: str | None
    files: tuple[Source, ...]


class Known(Frozen, frozen=True, kw_only=True):
    """What others want to know of an actor of the record."""

    name: str
    kind: ActorKind
    named: bool
    key: str | None
    of: str | None


def dated_item(at: Reader, report: str) -> Item:
    """A report with its reading, under the day of publication that is known, stated or inferred."""
    item = at.item(report)
    sheet: Sheet | None = at.value("sheet", report)
    if sheet is None or sheet.published == item.published:
        return item
    made = at.cache.get(("dated", report))
    if made is None:
        made = item.but(reading=redated(item.reading, item.report, sheet.published))
        at.cache["dated", report] = made
    return made


def told_item(at: Reader, report: str) -> Item:
    """A report with its reading under its day, as people corrected it: actors parted, statements added."""
    item, word = dated_item(at, report), at.word(report)
    parts: tuple[Parted, ...] = at.value("parts", report) or ()
    if not parts and not word.added:
        return item
    made = at.cache.get(("told", report))
    if made is None:
        made = item.but(reading=amended(with_parts(item.reading, parts), word.added, word.reviews))
        at.cache["told", report] = made
    return made


class PileAt(Pile):
    """Reports by id, without what they say."""

    def __init__(self, at: Reader) -> None:
        self._at = at

    def __iter__(self) -> Iterator[Item]:
        raise TypeError("a stage asks for reports by their ids")

    def __len__(self) -> int:
        raise TypeError("a stage asks for reports by their ids")

    def __contains__(self, report: object) -> bool:
        return isinstance(report, str) and self._at.value("sheet", report) is not None

    def __getitem__(self, report: str) -> Item:
        sheet: Sheet | None = self._at.value("sheet", report)
        if sheet is None:
            raise KeyError(report)
        cache = self._at.cache
        made = cache.get(("light", report))
        if made is None:
            made = cache["light", report] = _light(sheet, self._at.text(report))
        return made


class ReadPileAt(PileAt):
    """Reports by id with what they say."""

    def __getitem__(self, report: str) -> Item:
        return told_item(self._at, report)


def _light(sheet: Sheet, text: str) -> Item:
    report = Report(
        id=sheet.id,
        text=text,
        published=sheet.published,
        outlet=sheet.outlet,
        dateline=sheet.dateline,
        url=sheet.url,
        source=min(sheet.files, key=lambda s: (s.file, s.part or 0), default=None),
    )
    head = ReportHead(
        id=sheet.id, title=None, outlet=sheet.outlet, byline=None, published=sheet.published, language=None
    )
    return Item(report=report, reading=Reading(report=head, text=text), files=sheet.files)


class ActorsAt(Actors):
    """The actors of the record."""

    def __init__(self, at: Reader) -> None:
        self.joined = _Joined(at)  # type: ignore[assignment]
        self._by_member = _Cast(at)  # type: ignore[assignment]


class _Asked:
    """A mapping that is asked for single keys alone."""

    def __init__(self, at: Reader) -> None:
        self._at = at


class _Joined(_Asked):
    def __contains__(self, actor: object) -> bool:
        return isinstance(actor, str) and self._at.value("actor", actor) is not None

    def __getitem__(self, actor: str) -> JoinedActor:
        known: Known | None = self._at.value("actor", actor)
        if known is None:
            raise KeyError(actor)
        return JoinedActor(actor, known.name, known.kind, known.named, known.key, (), known.of, ())


class _Cast(_Asked):
    def get(self, local: Local) -> str | None:
        cast: Mapping[str, str] | None = self._at.value("cast", local.report)
        return cast.get(local.id) if cast else None


class _OriginOf(_Asked):
    def __getitem__(self, voice: str) -> str:
        ((_, origin),) = self._at.members("sourced", voice)
        return str(origin)


def origins_at(at: Reader) -> Origins:
    """The origins of statements."""
    found: Any = _OriginOf(at)
    return Origins(found, ())


class _Said(_Asked):
    def __bool__(self) -> bool:
        return True

    def get(self, anchor: tuple[str, str, Span | None], other: Review) -> Review:
        report, kind, span = anchor
        return self._at.word(report).reviews.get((kind, span), other)


class ReviewsAt(Reviews):
    """What people said of rows."""

    def __init__(self, at: Reader) -> None:
        self._said = _Said(at)  # type: ignore[assignment]
