"""Plain text."""

from dragoman.reports.building import Draft
from dragoman.reports.decoding import clean


def draft_plain(text: str) -> Draft:
    """The text as it is, character for character."""
    cleaned, notices = clean(text)
    return Draft(text=cleaned, notices=notices)
