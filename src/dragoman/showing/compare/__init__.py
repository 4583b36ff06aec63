"""Two days side by side: state, venue, conditions, proposals, positions, figures, disputes, sourcing."""

from dragoman.showing.compare.build import compare
from dragoman.showing.compare.model import Comparison

__all__ = ["Comparison", "compare"]
