"""Reading files into a dossier: report by report, each committed whole."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from dragoman.dossier import Added, Store
from dragoman.reading.version import reader_version, runtime
from dragoman.reconciling.pile import cited
from dragoman.records.base import Frozen
from dragoman.records.errors import InputError, Reasons
from dragoman.records.reading import Reading
from dragoman.records.report import Report
from dragoman.records.time import Published
from dragoman.reports import discover, load, name_of


class Progress(Frozen, frozen=True, kw_only=True):
    """How far a read has come: files done, files in all, and the one at hand."""

    done: int
    total: int
    file: str


class Failed(Frozen, frozen=True, kw_only=True):
    """An input that could not be read, and why."""

    file: str
    reason: str


class Warned(Frozen, frozen=True, kw_only=True):
    """What a person should look at in a report that was read."""

    file: str
    message: str


class ReadResult(Frozen, frozen=True, kw_only=True):
    """What reading came to."""

    new_count: int = 0
    known_count: int = 0  # reports that the dossier held already
    failures: tuple[Failed, ...] = ()
    warnings: tuple[Warned, ...] = ()


def take_in(
    store: Store,
    paths: Iterable[Path | str],
    *,
    published: datetime.date | str | None,
    outlet: str | None,
    given: Mapping[str, Published],
    progress: Callable[[Progress], None] | None,
) -> ReadResult:
    """Read every report under `paths` that the store does not hold read already."""
    roots = [Path(path) for path in paths]
    reader = reader_version()
    for name, version in runtime().items():
        store.note_meta(f"runtime.{name}", version)
    files = list(discover(roots))
    new = known = 0
    failures: list[Failed] = []
    warnings: list[Warned] = []
    for done, file in enumerate(files):
        if isinstance(file, InputError):
            failures.append(_failed(store, file))
            continue
        name = name_of(file, roots)
        if progress:
            progress(Progress(done=done, total=len(files), file=name))
        bad = False
        for item in load(file, published=published, outlet=outlet, name=name, today=_now().date()):
            outcome = item if isinstance(item, InputError) else _keep(store, item, reader, given.get(item.id))
            if isinstance(outcome, InputError):
                bad = True
                failures.append(_failed(store, outcome))
            elif isinstance(item, Report):
                new += outcome is Added.NEW
                known += outcome is not Added.NEW
                warnings.extend(Warned(file=_name(item), message=message) for message in item.warnings)
        if not bad:
            store.clear_failure(name)
    if progress:
        progress(Progress(done=len(files), total=len(files), file=""))
    return ReadResult(new_count=new, known_count=known, failures=tuple(failures), warnings=tuple(warnings))


def _keep(store: Store, report: Report, reader: str, given: Published | None) -> Added | InputError:
    stone = store.tombstone(report.id)
    if stone is not None:
        reason = Reasons.FORGOTTEN.format(day=stone.day, reason=stone.reason, report=stone.report)
        return InputError(_name(report), reason)
    when = given.interval if given else None
    if not store.needs_reading(report, reader=reader, given=when):
        return store.note_source(report, retrieved=_now())
    try:
        reading = read_dated(report, given)
    except Exception as error:
        return InputError(_name(report), Reasons.OUR_FAULT.format(detail=f"{type(error).__name__}: {error}"[:200]))
    try:
        return store.add(report, reading, reader=reader, retrieved=_now(), given=when)
    except InputError as error:  # its text was forgotten under another outlet's name: the store alone knows
        return error


def read_dated(report: Report, given: Published | None) -> Reading:
    """The reading of a report, with the publication date that the journal gives it, if any."""
    from dragoman.reading.read import read  # noqa: PLC0415  loads the parser: not before there is something to parse

    return read(report.but(published=given) if given else report)


def _failed(store: Store, error: InputError) -> Failed:
    store.note_failure(error.file, error.reason, _now())
    return Failed(file=error.file, reason=error.reason)


def _name(report: Report) -> str:
    return cited(report.source) if report.source else report.id


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
