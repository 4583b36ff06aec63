"""The brief: where the talks stand, every line citing report and quotation."""

from dragoman.showing.brief.build import brief
from dragoman.showing.brief.model import Brief

__all__ = ["Brief", "brief"]
