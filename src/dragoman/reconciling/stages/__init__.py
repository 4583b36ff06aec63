"""The stages of reconciling, in their order: each reads what those before it made."""

from dragoman.reconciling.blocks import Components, Sharing, Stage
from dragoman.reconciling.stages import (
    acting,
    actors,
    claims,
    conflicts,
    coreference,
    denials,
    figures,
    happenings,
    judged,
    reports,
    utterances,
    voices,
)

STAGES: tuple[Stage | Components | Sharing, ...] = (
    *reports.STAGES,
    *actors.STAGES,
    *voices.STAGES,
    *happenings.STAGES,
    *utterances.STAGES,
    *coreference.STAGES,
    *denials.STAGES,
    *claims.STAGES,
    *conflicts.STAGES,
    *figures.STAGES,
    *acting.STAGES,
    *judged.STAGES,
)

__all__ = ["STAGES"]
