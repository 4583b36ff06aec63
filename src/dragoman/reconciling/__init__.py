"""Many readings to one record: actors, origins, claims, figures in series, conflicts."""

from dragoman.reconciling.pile import Item, Pile
from dragoman.reconciling.reconcile import reconcile

__all__ = ["Item", "Pile", "reconcile"]
