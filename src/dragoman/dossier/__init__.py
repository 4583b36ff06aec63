"""The store and its journal: where reports, readings and people's corrections are kept."""

from dragoman.dossier.failures import Failure
from dragoman.dossier.forgetting import Tombstone
from dragoman.dossier.pile import Kept
from dragoman.dossier.readings import Given, Passages
from dragoman.dossier.reports import Added
from dragoman.dossier.store import Store

__all__ = ["Added", "Failure", "Given", "Kept", "Passages", "Store", "Tombstone"]
