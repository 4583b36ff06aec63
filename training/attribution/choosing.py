"""Thresholds: the settings of the decoder with the best relation F1, one after the other, twice round."""

from collections.abc import Iterator

from dragoman.reading.attributions.learned.decoding import Settings
from training.attribution.examples import Example
from training.attribution.judging import Figures, Scored, judged, predicted

_TRIED: dict[str, tuple[float, ...]] = {
    "cue": (-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0),
    "linked": (0.0, 0.25, 0.5, 0.75, 1.0),
    "content": (-0.5, -0.25, 0.0, 0.25, 0.5),
    "source": (-0.5, 0.0, 0.5, 1.0),
    "boundary": (0.25, 0.5, 0.75, 1.0, 1.5),
    "same": (0.3, 0.5, 0.7),
}


def chosen(examples: list[Example], scored: list[list[Scored]]) -> Iterator[tuple[Settings, Figures]]:
    """Better and better settings; the last are the chosen. What decides is relation F1 and, less, exact F1."""
    best, figures = Settings(), judged(examples, [predicted(s, Settings()) for s in scored])
    yield best, figures
    for _ in range(2):
        for name, values in _TRIED.items():
            for value in values:
                tried = best._replace(**{name: value})
                if tried == best:
                    continue
                found = judged(examples, [predicted(s, tried) for s in scored])
                if _worth(found) > _worth(figures):
                    best, figures = tried, found
            yield best, figures


def _worth(figures: Figures) -> float:
    return figures.relation + 0.3 * figures.exact
