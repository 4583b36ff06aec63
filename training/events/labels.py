"""The labels that are learnt."""

# PLOVER's events as PLV folds them, NONE first.
PLOVER = (
    "NONE",
    "ACCUSE",
    "AGREE",
    "AID",
    "ASSAULT",
    "COERCE",
    "CONSULT",
    "COOPERATE",
    "MOBILIZE",
    "PROTEST",
    "REJECT",
    "REQUEST",
    "SANCTION",
    "SUPPORT",
    "THREATEN",
    "YIELD",
)
NONE = 0
UNKNOWN = -1
_FOLD = {
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}


def folded(event: str) -> str:
    """PLOVER's event as PLV has it: two of one meaning are one."""
    return _FOLD.get(event, event)
