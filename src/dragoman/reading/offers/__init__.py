"""Offers: who put what proposal to whom, and what its text for each says."""

from dragoman.reading.offers.finder import find

__all__ = ["find"]
