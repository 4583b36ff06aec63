"""`python -m benchmarks.quote_styles`: how far relation F1 falls when the quotation marks of real news change style.

Every quotation mark of the attribution yardstick's dev part is rewritten, apostrophes are kept, and what is found is
led back to the offsets of the text as it was, so that the yardstick's own script scores it against its own gold.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from benchmarks.texts import ROOT
from dragoman import annotate
from dragoman.reading.marks import Style, styles
from dragoman.reading.quotation import quotations

# As far as relation F1 may fall.
TARGET = 0.02
_ORIGINAL = "original"
_DOUBLE = re.compile(r"``|''|[\"“”]")
_OPENING = frozenset(("“", "``"))
_CLOSING = frozenset(("”",))
_LINE = re.compile(r"[^\r\n]+")


class Rewritten(NamedTuple):
    """A text in another style, and for each of its characters which of the original's it stands for."""

    text: str
    origin: list[int]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The original's characters behind these."""
        return self.origin[start], self.origin[end - 1] + 1


def rewrite(text: str, style: Style | None) -> Rewritten:
    """`text` with double marks as the style's outer and single ones as its inner ones; None leaves it as it is."""
    edits = sorted([*_double(text, style), *_single(text, style)]) if style else []
    parts: list[str] = []
    origin: list[int] = []
    done = 0
    for start, end, sign in edits:
        parts += [text[done:start], sign]
        origin += [*range(done, start), *(min(start + n, end - 1) for n in range(len(sign)))]
        done = end
    return Rewritten("".join([*parts, text[done:]]), [*origin, *range(done, len(text))])


def _double(text: str, style: Style) -> Iterator[tuple[int, int, str]]:
    """Told by their sign, else by the character before: kept apart from the pairing that is measured here."""
    for match in _DOUBLE.finditer(text):
        sign, before = match.group(), text[match.start() - 1 : match.start()]
        opens = sign in _OPENING or (sign not in _CLOSING and (not before.strip() or before in "([—–-‘"))
        yield match.start(), match.end(), style.outer[0 if opens else 1]


def _single(text: str, style: Style) -> Iterator[tuple[int, int, str]]:
    """Single marks are quotation marks where they pair: all others are apostrophes, and kept."""
    for one in quotations(text, [match.span() for match in _LINE.finditer(text)]):
        if text[one.start] in "'‘" and one.opens == one.closes == 1:
            yield one.start, one.start + 1, style.inner[0]
            yield one.end - 1, one.end, style.inner[1]


def score(gold: Path, files: Sequence[Path], style: Style | None) -> float:
    """Relation F1 over these texts in a style."""
    lines = []
    for file in files:
        text = file.read_bytes().decode("utf-8")  # line ends kept: offsets count them
        other = rewrite(text, style)
        found = annotate(other.text).as_dict()["attributions"]
        said = [{k: [other.back(*span) for span in one[k]] for k in ("source", "cue", "content")} for one in found]
        lines.append(json.dumps({"doc": file.stem, "attributions": said}))
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_text("\n".join(lines), encoding="utf-8")
        script = gold.parent.parent / "attribution_score.py"
        command = [sys.executable, str(script), "--gold", str(gold), "--pred", str(predicted), "--only-predicted"]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures = re.search(r"^relation .* F1 ([\d.]+)", told, re.MULTILINE)
    if figures is None:
        raise SystemExit(f"no figure for relation in what {script.name} says:\n{told}")
    return float(figures[1])


def main() -> None:
    """Measure and print; the exit status is 1 when a style falls by more than the target."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, help="read so many texts only, evenly spread")
    parser.add_argument("--styles", nargs="*", default=sorted(styles()), choices=sorted(styles()), metavar="STYLE")
    given = parser.parse_args()
    shared = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
    gold = shared / "yardsticks" / "polnear" / "dev"
    files = sorted((gold / "text").glob("*.txt"))
    files = files[:: max(1, len(files) // given.limit)][: given.limit] if given.limit else files
    if not files:
        raise SystemExit(f"nothing to read in {gold}; set DRAGOMAN_SHARED")
    known = styles()
    first = score(gold, files, None)
    print(f"{_ORIGINAL:<16} {first:.3f}   over {len(files)} texts", flush=True)
    worst = 0.0
    for name in given.styles:
        style = known[name]
        found = score(gold, files, style)
        worst = max(worst, first - found)
        signs = " ".join(chain(style.outer, style.inner))
        print(f"{name:<16} {found:.3f}   fall {first - found:+.3f}   {signs}", flush=True)
    sys.exit(worst > TARGET)


if __name__ == "__main__":
    main()
