"""In which order an outlet writes day and month in numbers, by its country: its address's, else its home's."""

from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from dragoman.reports.vocabulary import vocabulary

_FILE = "dayorder.yaml"


class Order(NamedTuple):
    """Whether the day stands before the month, and how that is known."""

    day_first: bool
    why: str


def order_of(outlet: str | None, url: str | None) -> Order | None:
    """The order in the outlet's country; None where the country is not known, or its outlets write both."""
    for name in (outlet, _host(url), _host(f"//{outlet}") if outlet else None):
        country = _country(name) if name else None
        if country is not None and country in _orders():
            return Order(day_first=_orders()[country], why=f"as in the outlet's country, {country.upper()}")
    return None


def _country(name: str) -> str | None:
    """The country of an outlet's name or host."""
    plain = name.strip().lower().removeprefix("the ").removeprefix("www.")
    known = _outlets().get(plain)
    if known is not None:
        return known
    _, dot, last = plain.rpartition(".")
    if not dot or last in vocabulary(_FILE)["worldwide_domains"]:
        return None
    return "gb" if last == "uk" else last


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:  # brackets that are no address
        return None


@cache
def _orders() -> dict[str, bool]:
    words = vocabulary(_FILE)
    return {**dict.fromkeys(words["month_first"], False), **dict.fromkeys(words["day_first"], True)}


@cache
def _outlets() -> dict[str, str]:
    return {name.lower(): country for country, names in vocabulary(_FILE)["outlets"].items() for name in names}
