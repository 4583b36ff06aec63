"""The network of training against the graphs that ship. Needs the extra `train`."""

import random
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training is an extra: requirements/train.txt")
pytest.importorskip("onnx", reason="training is an extra: requirements/train.txt")

from dragoman.reading.attributions.learned.network import Network as Runner  # noqa: E402
from dragoman.reading.attributions.learned.network import inputs, segment_places  # noqa: E402
from training.attribution import batches, graph  # noqa: E402
from training.attribution.examples import Example, examples  # noqa: E402
from training.attribution.fit import Plan, fit, losses  # noqa: E402
from training.attribution.network import Network  # noqa: E402

PARAGRAPH = "Ana Orsa said on Friday that the talks are over. The envoy of Osk denied it."


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    folder = tmp_path_factory.mktemp("polnear")
    (folder / "text").mkdir()
    (folder / "attributions").mkdir()
    text = "\n\n".join([PARAGRAPH] * 20)
    (folder / "text" / "osk.txt").write_text(text, "utf-8")
    lines = ["T1\tSource 0 8\tx", "T2\tCue 9 13\tx", "T3\tContent 24 47\tx", "E1\tA:T2 Content:T3 Cue:T2 Source:T1"]
    lines += ["T4\tDiscard 49 700\tx"]
    (folder / "attributions" / "osk_a.ann").write_text("\n".join(lines), "utf-8")
    (one,) = examples(folder)
    return one


@pytest.fixture(scope="module")
def network() -> Network:
    torch.manual_seed(3)
    made = Network(0.1)
    made.eval()
    return made


def test_the_graphs_compute_what_the_network_does(network: Network, example: Example) -> None:
    runner = Runner(graph.encoder(network).SerializeToString(), graph.linker(network).SerializeToString())
    item = batches.items([example])[0]
    low, high = item.window.segments[1]
    cues = np.array([2, 13])
    with torch.no_grad():
        encoded = network.encode(*batches.inputs([item]))
        linked = batches.links([item], [batches.Candidate(0, low + int(c), (low, high), None) for c in cues])
        parts, scores = network.link(encoded.words[:, low:high].expand(2, -1, -1), linked.place, linked.cue, linked.mask)
    states, heads = runner.encode(inputs(example.words, item.window))
    assert np.allclose(heads, encoded.heads[0].numpy(), atol=1e-4)
    own, second = runner.link(states[low:high], segment_places(example.words, (low, high), cues), cues)
    assert np.allclose(own, parts.numpy(), atol=1e-4)
    assert np.allclose(second, scores.numpy(), atol=1e-4)


def test_what_fills_up_a_batch_changes_nothing(network: Network, example: Example) -> None:
    long, *_, short = sorted(batches.items([example]), key=lambda item: -item.length)
    with torch.no_grad():
        alone = network.encode(*batches.inputs([short])).heads[0]
        beside = network.encode(*batches.inputs([long, short])).heads[1]
    assert torch.allclose(alone, beside[: len(alone)], atol=1e-5)


def test_a_batch_of_which_nothing_is_learnt_has_no_loss_and_no_nan(network: Network, example: Example) -> None:
    aside = example._replace(aside=np.ones_like(example.aside))
    found = losses(network, batches.items([aside])[:1], random.Random(0))
    assert all(value.item() == 0 for value in found.values())


def test_training_lowers_the_losses_and_is_repeated_by_its_seed(example: Example) -> None:
    def trained() -> tuple[float, dict[str, object]]:
        torch.manual_seed(1)
        made = Network(0.1, seed=1)
        items = batches.items([example])[:1] * 8
        before = sum(v.item() for v in losses(made.eval(), items[:1], random.Random(0)).values())
        for _ in fit(made, items, Plan(epochs=2, pieces=300), lambda epoch, now: None):
            pass
        after = sum(v.item() for v in losses(made.eval(), items[:1], random.Random(0)).values())
        assert after < before
        return after, made.state_dict()

    first, second = trained(), trained()
    assert first[0] == second[0]


def test_nothing_of_the_texts_is_in_the_package() -> None:
    assert not list(Path(__file__).parents[2].joinpath("training").rglob("*.txt"))
