"""Attributions: who is cited for what, by rules over quotation marks and the dependency parse."""

from dragoman.reading.attributions.finder import find
from dragoman.reading.attributions.resolver import resolve

__all__ = ["find", "resolve"]
