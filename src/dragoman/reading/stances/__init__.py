"""Stances: what somebody wants, refuses or could accept, in a report's words."""

from dragoman.reading.stances.finder import find

__all__ = ["find"]
