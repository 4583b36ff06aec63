"""The model that ships: what it needs, and that a window's result is its own."""

import subprocess
import sys
from collections.abc import Callable
from importlib import resources

import numpy as np
import pytest

from dragoman.reading.attributions import learned
from dragoman.reading.attributions.learned.features import Words, words
from dragoman.reading.attributions.learned.network import inputs, network
from dragoman.reading.attributions.learned.tagger import linked, settings
from dragoman.reading.attributions.learned.windows import windows
from dragoman.reading.attributions.scene import Scene
from dragoman.reading.parsed import Parsed

_MODEL = resources.files(learned).joinpath("model")
pytestmark = pytest.mark.skipif(not _MODEL.is_dir(), reason="no model is built: make train-attribution")

TEXT = "\n\n".join(
    f"Envoy {name} told reporters on Friday that the {count} captives would be freed, and that {name} was hopeful. "
    f"“We stay,” the envoy added. A spokesman for the {name} front denied it, calling the account baseless."
    for count, name in enumerate(("Orsa", "Marrek", "Dast", "Rask", "Varra", "Aldane", "Kell", "Osk"), 3)
)


@pytest.fixture(scope="module")
def found(parsed_of: Callable[..., Parsed]) -> Words:
    return words(Scene(parsed_of(TEXT)))


def test_nothing_but_the_runtime_is_needed() -> None:
    code = (
        "import sys, dragoman; assert dragoman.annotate('Orsa said it was over.').attributions;"
        "print(sorted({'torch', 'transformers', 'tokenizers', 'onnx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_windows_result_is_its_own(found: Words) -> None:
    """Alone, after others, and after others again: the same to the last bit."""
    all_windows = list(windows(found))
    assert len(all_windows) > 1
    model = network()
    together = [model.encode(inputs(found, window)) for window in all_windows]
    for window, (states, heads) in reversed(list(zip(all_windows, together, strict=True))):
        again, scores = model.encode(inputs(found, window))
        assert np.array_equal(again, states)
        assert np.array_equal(scores, heads)


def test_a_windows_attributions_do_not_depend_on_other_windows(parsed_of: Callable[..., Parsed], found: Words) -> None:
    """The windows of a text, each read as a text of its own, give the same."""
    doc_words = [token.text for token in parsed_of(TEXT).doc if not token.is_space]
    for window in windows(found):
        inside = list(linked(network(), found, window, settings()))
        shifted = _alone(found, window.start, window.end)
        (only,) = windows(shifted)
        alone = list(linked(network(), shifted, only, settings()))
        assert [one.head - window.start for one in inside] == [one.head for one in alone]
        assert [one.score for one in inside] == [one.score for one in alone]
        assert all(doc_words[one.head].isalpha() for one in inside)
        assert inside


def _alone(found: Words, start: int, end: int) -> Words:
    heads = np.clip(found.head[start:end] - start, 0, end - start - 1)
    return Words(
        found.token[start:end],
        found.pieces[start:end],
        found.features[start:end],
        found.dependency[start:end],
        heads,
        found.paragraph[start:end],
    )
