"""The JSON form: one object a report, with title, date, outlet, url, author and text."""

from typing import Any

from dragoman.records.errors import Reasons
from dragoman.reports.building import Draft
from dragoman.reports.decoding import Refused, clean
from dragoman.reports.published import from_field

_TEXTS = ("title", "date", "outlet", "url", "dateline", "language")
_A_TEXT = "text in quotation marks, or null"


def draft_fields(fields: Any) -> Draft | Refused:
    """The draft of one JSON object, or why it is none. Fields that are not known are left alone."""
    if not isinstance(fields, dict):
        return Refused(Reasons.NOT_OBJECT.format(found=_kind(fields)))
    text = fields.get("text")
    if text is None:
        return Refused(Reasons.NO_TEXT)
    if not isinstance(text, str):
        return Refused(Reasons.BAD_FIELD.format(field="text", expected=_A_TEXT))
    for name in _TEXTS:
        if not isinstance(fields.get(name), str | None):
            return Refused(Reasons.BAD_FIELD.format(field=name, expected=_A_TEXT))
    author = _author(fields.get("author"))
    if author is None:
        return Refused(Reasons.BAD_FIELD.format(field="author", expected="text, a list of texts, or null"))
    cleaned, notices = clean(text)
    value = {name: _filled(fields.get(name)) for name in _TEXTS}
    date = value["date"]
    return Draft(
        text=cleaned,
        title=value["title"],
        outlet=value["outlet"],
        byline=author or None,
        dateline=(value["dateline"] or "").strip(" -–—") or None,
        url=value["url"],
        language=value["language"],
        dates=(from_field(date, "the report's `date` field"),) if date else (),
        notices=notices,
    )


def _author(value: Any) -> str | None:
    """The author's words; empty for none given, None for what cannot be an author."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)[0].strip()
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return ", ".join(filter(None, (clean(name)[0].strip() for name in value)))
    return None


def _filled(value: str | None) -> str | None:
    return clean(value)[0].strip() or None if value else None


def _kind(value: Any) -> str:
    kinds = {list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}
    return "null" if value is None else kinds.get(type(value), "something else")
