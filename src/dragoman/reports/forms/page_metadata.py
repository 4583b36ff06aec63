"""What a web page says of itself: title, author, outlet, address, language, day of publication. All offline."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

import trafilatura
from htmldate import find_date
from lxml import html

from dragoman.reports.published import Stated, from_field

# htmldate takes today as the latest day by default; a reading must not depend on the day that it is made.
_LATEST_DAY = "2199-12-31"
_META_DATES = (
    "article:published_time", "og:published_time", "datepublished", "publishdate", "publish-date", "publish_date",
    "publication_date", "pubdate", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
    "article.published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "originalpublicationdate",
    "date",
)  # fmt: skip
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOT_AN_AUTHOR = re.compile(r"https?://|www\.|@|\d{4}")


class PageMetadata(NamedTuple):
    """What a page says of itself; None for what it does not."""

    title: str | None
    author: str | None
    outlet: str | None
    url: str | None
    language: str | None
    dates: tuple[Stated, ...]


NOTHING_TOLD = PageMetadata(title=None, author=None, outlet=None, url=None, language=None, dates=())


def page_metadata(root: html.HtmlElement) -> PageMetadata:
    """The metadata of a parsed page."""
    found = trafilatura.extract_metadata(
        deepcopy(root), date_config={"extensive_search": False, "original_date": True, "max_date": _LATEST_DAY}
    )
    url = _text(found.url) if found else None
    author = _text(found.author) if found else None
    return PageMetadata(
        title=_text(found.title) if found else None,
        author=author.replace("; ", ", ") if author and not _NOT_AN_AUTHOR.search(author) else None,
        outlet=_outlet(_text(found.sitename)) if found else None,
        url=url,
        language=_text(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")),
        dates=tuple(_first(_dates(root, url))),
    )


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _outlet(site: str | None) -> str | None:
    """The site's name; its host where the page gives an address for a name."""
    return re.sub(r"^https?://(?:www\.)?|/$", "", site) if site else None


def _first(found: Iterator[Stated]) -> Iterator[Stated]:
    """The first date that can be understood, else the first one."""
    seen: Stated | None = None
    for stated in found:
        if stated.when is not None:
            yield stated
            return
        seen = seen or stated
    if seen is not None:
        yield seen


def _dates(root: html.HtmlElement, url: str | None) -> Iterator[Stated]:
    yield from (from_field(_head(value), "the page's JSON-LD (datePublished)") for value in _json_ld_dates(root))
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name in _META_DATES and meta.get("content"):
            metas.setdefault(name, meta.get("content"))
    yield from (
        from_field(_head(metas[name]), f"the page's metadata ({name})") for name in _META_DATES if name in metas
    )
    for time in root.iter("time"):
        if time.get("datetime") and (
            time.get("pubdate") is not None or "published" in (time.get("itemprop") or "").lower()
        ):
            yield from_field(_head(time.get("datetime")), "the page's <time> of publication")
    day = find_date(deepcopy(root), extensive_search=False, original_date=True, max_date=_LATEST_DAY, url=url)
    if day:
        yield from_field(day, "the page, as htmldate finds it")


def _head(value: str) -> str:
    """The ISO day that a time stamp begins with, or the value."""
    match = _DAY.match(value.strip())
    return match[0] if match else value.strip()


def _json_ld_dates(root: html.HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or not script.text:
            continue
        try:
            yield from _published_in(json.loads(script.text, strict=False), 0)
        except (ValueError, RecursionError):  # a page's data is often broken; its other metadata may do
            continue


def _published_in(value: Any, depth: int) -> Iterator[str]:
    if depth > 6:
        return
    if isinstance(value, dict):
        day = value.get("datePublished")
        if isinstance(day, str) and day.strip():
            yield day
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _published_in(value.get(key), depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _published_in(item, depth + 1)
