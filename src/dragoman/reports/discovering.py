"""Which files of the folders that were named are reports."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.records.errors import InputError, Reasons

TEXT = (".txt", ".text")
HTML = (".html", ".htm")
JSON = (".json",)
JSON_LINES = (".jsonl", ".ndjson")
GZIPPED = ".gz"

_READ = frozenset((*TEXT, *HTML, *JSON, *JSON_LINES))
_NOT_REPORTS = ("readme", "license", "licence", "copying", "notice", "changelog")


def form_suffix(path: Path) -> str:
    """The suffix that tells a file's form, in lower case, `.gz` left out."""
    bare = path.with_suffix("") if path.suffix.lower() == GZIPPED else path
    return bare.suffix.lower()


def discover(paths: Iterable[Path | str]) -> Iterator[Path | InputError]:
    """The report files among `paths`: files as named, folders with all that is in them, sorted by name.

    A file that is named is yielded whatever its type (`load` says if it cannot be read); in folders, hidden files,
    README and licence files and files of other types are passed over. The same file comes once. A missing path or a
    folder with nothing to read comes as an InputError in its place.
    """
    seen: set[Path] = set()
    for path in map(Path, paths):
        for found in _under(path):
            if isinstance(found, InputError):
                yield found
            elif (resolved := found.resolve()) not in seen:
                seen.add(resolved)
                yield found


def name_of(path: Path, roots: Iterable[Path | str]) -> str:
    """What a discovered file is cited as: its name, or its place under the first folder of `roots` that holds it."""
    for root in map(Path, roots):
        if root.is_dir() and path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name


def _under(path: Path) -> Iterator[Path | InputError]:
    if path.is_dir():
        failures: list[InputError] = []
        files = sorted(_walk(path, failures), key=lambda file: file.relative_to(path).as_posix())
        yield from failures
        yield from files
        if not files and not failures:
            yield InputError(str(path), Reasons.EMPTY_FOLDER)
    elif os.path.lexists(path):
        yield path
    else:
        yield InputError(str(path), Reasons.MISSING)


def _walk(folder: Path, failures: list[InputError]) -> Iterator[Path]:
    def failed(error: OSError) -> None:
        failures.append(InputError(str(error.filename), Reasons.UNREADABLE.format(detail=error.strerror)))

    for here, folders, files in os.walk(folder, onerror=failed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            file = Path(here, name)
            if _is_report(file):
                yield file


def _is_report(file: Path) -> bool:
    if file.name.startswith(".") or form_suffix(file) not in _READ:
        return False
    return file.name.split(".")[0].lower() not in _NOT_REPORTS
