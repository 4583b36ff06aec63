"""Many readings to one record: actors, origins, claims, figures in series, conflicts."""

from dragoman.reconciling.pile import Item, Pile
from dragoman.records.corrections import NO_CORRECTIONS, Corrections
from dragoman.records.record import Reconciled

__all__ = ["Item", "Pile", "reconcile"]


def reconcile(pile: Pile, corrections: Corrections = NO_CORRECTIONS) -> Reconciled:
    """The record of a pile under the corrections of a journal: a pure function of both, whatever their order was."""
    from dragoman.reconciling.whole import reconcile as whole  # noqa: PLC0415  its stages load the parser

    return whole(pile, corrections)
