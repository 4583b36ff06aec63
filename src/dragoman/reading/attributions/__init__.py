"""Attributions: who is cited for what, found by a small network, read by rules."""

from dragoman.reading.attributions.finder import find
from dragoman.reading.attributions.resolver import resolve

__all__ = ["find", "resolve"]
