"""Which statement stands behind some words of a report: their attribution, or the outlet's sentence."""

from collections import defaultdict

from dragoman.reconciling.voices import Voice
from dragoman.records.reading import Sourcing
from dragoman.records.span import Span


class Under:
    """Statements by report, looked up by what stands in them."""

    def __init__(self, voices: tuple[Voice, ...]) -> None:
        self._by_id = {voice.id: voice for voice in voices}
        self._own: dict[str, list[Voice]] = defaultdict(list)
        for voice in voices:
            if voice.sourcing is Sourcing.OUTLET and voice.attribution is None:
                self._own[voice.report].append(voice)

    def at(self, report: str, attribution: str | None, words: Span) -> Voice | None:
        """The statement of `attribution`, or the outlet's own where there is none; None where it was rejected."""
        if attribution is not None:
            return self._by_id.get(attribution)
        return next((voice for voice in self._own[report] if voice.content.touches(words)), None)
