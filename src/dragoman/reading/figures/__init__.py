"""Figures: numbers with bounds, what they count, and on whose word. `find` reads one block."""

from dragoman.reading.figures.finder import find

__all__ = ["find"]
