"""How much of what the record joins is right, by the sheet: `python -m tests.reconciling.sheets` (a minute or two).

What is joined now and stands on no line of the sheet is counted as not judged.
"""

import os
import tempfile
from importlib import resources
from pathlib import Path
from typing import Any

import dragoman
from dragoman.records.vocabularies import from_yaml
from tests.conftest import ROOT

CLUSTERS = ("gaza-truce-2012-11", "iran-geneva-2013")
KINDS = ("claims", "conflicts", "origins")
Place = tuple[str, int, int]


def sheet() -> dict[str, list[dict[str, Any]]]:
    """The judgements by kind."""
    found: dict[str, list[dict[str, Any]]] = from_yaml(
        resources.files(__package__).joinpath("judged.yaml").read_text("utf-8")
    )
    return found


def places(entry: dict[str, Any]) -> frozenset[Place]:
    """All the places that an entry of the sheet rests on."""
    spans = entry["spans"] if "spans" in entry else [span for side in entry["sides"] for span in side]
    return frozenset((span[0], span[1], span[2]) for span in spans)


def main() -> None:
    """Print right, wrong and not judged, by kind."""
    folder = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
    if not (folder / "clusters").is_dir():
        print("not measured: the reports of real negotiations are not here (DRAGOMAN_SHARED)")
        return
    known = {kind: [(places(entry), bool(entry["right"])) for entry in sheet()[kind]] for kind in KINDS}
    tally = {kind: {"right": 0, "wrong": 0, "not judged": 0} for kind in KINDS}
    for cluster in CLUSTERS:
        with tempfile.TemporaryDirectory() as kept, dragoman.open(Path(kept) / "joins.dossier") as dossier:
            dossier.read([folder / "clusters" / cluster])
            now = {
                "claims": [c.evidence for c in dossier.claims() if c.report_count > 1],
                "conflicts": [tuple(e for side in x.sides for e in side.evidence) for x in dossier.conflicts()],
                "origins": [o.evidence for o in dossier.origins() if len(o.reports) > 1],
            }
        for kind, found in now.items():
            for evidence in found:
                here = frozenset((e.report, e.start, e.end) for e in evidence)
                judged = [right for where, right in known[kind] if len(where & here) > 1]
                tally[kind]["not judged" if not judged else "right" if all(judged) else "wrong"] += 1
    for kind, counts in tally.items():
        sure = counts["right"] + counts["wrong"]
        share = f"{counts['right'] / sure:.2f}" if sure else "-"
        print(f"{kind:10} {share}  " + ", ".join(f"{name} {count}" for name, count in counts.items()))


if __name__ == "__main__":
    main()
