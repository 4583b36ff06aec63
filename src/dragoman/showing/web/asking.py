"""From an address to what it asks for. Whatever makes no sense is refused with words that say what would."""

import datetime
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from urllib.parse import urlencode

from dragoman.records.base import Frozen
from dragoman.showing.web.saying import Says
from dragoman.showing.web.trouble import RefusedError
from dragoman.workbench import Filters

LONGEST = 200  # characters of a word that is asked for
PAGE = 50  # rows on a page
LARGEST_PAGE = 1000
VIEW = ("as_of", "known_by", "process")  # what stays the same from page to page
ABOUT = ("actor", "source", "report", "status", "sourcing", "outlet", "q", "from", "to", "reviewed_only")


class View(Frozen, frozen=True, kw_only=True):
    """What an address asks for: the day that all pages speak of, the filters of this one, and which rows of it."""

    as_of: datetime.date | None = None
    known_by: datetime.date | None = None
    process: str | None = None
    begin: datetime.date | None = None
    end: datetime.date | None = None
    actor: str | None = None
    source: str | None = None
    report: str | None = None
    status: str | None = None
    sourcing: str | None = None
    outlet: str | None = None
    words: str | None = None
    reviewed_only: bool = False
    offset: int = 0
    limit: int = PAGE

    @property
    def filters(self) -> Filters:
        """The filters that every table takes."""
        return Filters(
            as_of=self.as_of,
            known_by=self.known_by,
            begin=self.begin,
            end=self.end,
            actor=self.actor,
            source=self.source,
            report=self.report,
            outlet=self.outlet,
            status=self.status,
            process=self.process,
            reviewed_only=self.reviewed_only,
        )

    @property
    def kept(self) -> dict[str, str]:
        """What every link of a page carries on."""
        return dict(_carried_on(self.as_of, self.known_by, self.process))

    @property
    def tail(self) -> str:
        """What stands at the end of every link of a page that asks for nothing else."""
        return _tail(self.as_of, self.known_by, self.process)

    @property
    def asked(self) -> dict[str, str]:
        """Everything but the place in the list, as it stands in an address."""
        named: dict[str, object] = {"from": self.begin, "to": self.end, "q": self.words}
        for name in ABOUT:
            named.setdefault(name, getattr(self, name, None))
        told = {name: "on" if value is True else str(value) for name, value in named.items() if value}
        return {**self.kept, **told}

    @property
    def is_sought(self) -> bool:
        """Whether something is asked for that rows are not kept by: all of a table are gone through."""
        return bool(self.sourcing or self.words)

    @property
    def is_filtered(self) -> bool:
        """Whether rows are left out."""
        return len(self.asked) > len(self.kept)


@lru_cache(maxsize=256)  # asked for each link of a page
def _carried_on(*values: datetime.date | str | None) -> Mapping[str, str]:
    return {name: str(value) for name, value in zip(VIEW, values, strict=True) if value is not None}


@lru_cache(maxsize=256)
def _tail(*values: datetime.date | str | None) -> str:
    return address("", _carried_on(*values))


def view_of(query: Mapping[str, str], *, page: int = PAGE) -> View:
    """What the query of an address asks for. Raises RefusedError for what makes no sense."""
    return View(
        as_of=day(query, "as_of"),
        known_by=day(query, "known_by"),
        process=word(query, "process"),
        begin=day(query, "from"),
        end=day(query, "to"),
        actor=word(query, "actor"),
        source=word(query, "source"),
        report=word(query, "report"),
        status=word(query, "status"),
        sourcing=word(query, "sourcing"),
        outlet=word(query, "outlet"),
        words=word(query, "q"),
        reviewed_only=query.get("reviewed_only", "") in ("on", "true", "1"),
        offset=number(query, "offset", 0),
        limit=min(number(query, "limit", page), LARGEST_PAGE),
    )


def day(query: Mapping[str, str], name: str) -> datetime.date | None:
    """A day, where one is asked for."""
    value = query.get(name, "").strip()
    if not value:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise RefusedError(400, Says.NO_DAY.format(value=value[:40])) from None


def word(query: Mapping[str, str], name: str) -> str | None:
    """Words, where some are asked for."""
    value = query.get(name, "").strip()
    if len(value) > LONGEST:
        raise RefusedError(400, Says.LONG_WORDS.format(name=name, count=len(value), limit=LONGEST))
    return value or None


def number(query: Mapping[str, str], name: str, default: int) -> int:
    """A number that is not negative."""
    value = query.get(name, "").strip()
    if not value:
        return default
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        raise RefusedError(400, Says.NO_NUMBER.format(value=value[:40], name=name))
    return int(value)


def choice(value: str, name: str, known: Iterable[StrEnum]) -> str:
    """One of the values that there are."""
    values = [one.value for one in known]
    if value not in values:
        raise RefusedError(400, Says.NO_CHOICE.format(value=value[:40], name=name, known=", ".join(values)))
    return value


def address(path: str, query: Mapping[str, str]) -> str:
    """An address with its query."""
    return f"{path}?{urlencode(query)}" if query else path
