"""What stands on a shelf after the stages have been run over a pile."""

from collections.abc import Mapping, Sequence

from dragoman.reconciling import Pile
from dragoman.reconciling.actors import Actors
from dragoman.reconciling.blocks import Mark, MemoryShelf, Reader, Sharing
from dragoman.reconciling.given import Given
from dragoman.reconciling.passages import enough, numbers, shingles
from dragoman.reconciling.stages.acting import described
from dragoman.reconciling.whole import shelved
from dragoman.records.corrections import NO_CORRECTIONS


def actors_of(pile: Pile) -> Actors:
    shelf = shelved(pile)
    at = Reader(shelf, Given(pile, NO_CORRECTIONS), {})
    return Actors(tuple(described(actor, at) for actor in sorted(shelf.nodes["actor"])))


def told(pile: Pile, stage: str) -> dict[str, str]:
    """What a stage says of each report of which it says something."""
    return {report: value for report, (value, _) in shelved(pile).nodes[stage].items() if value is not None}


def shared(passages: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """The passages (words made plain) that share their words, each of a group of its own."""
    shelf = MemoryShelf()
    marks = {key: Mark("passage", key, key, 0, numbers(shingles(words))) for key, words in passages.items()}
    Sharing("passages", "passage", enough).run(marks, shelf, fresh=True)
    paired = shelf.paired["passage"]
    return sorted((one, other) for one, others in paired.items() for other in others if one < other)
