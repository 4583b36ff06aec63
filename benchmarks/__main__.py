"""`make bench`: print the figures that stand in docs/measurements.md."""

import platform
import resource

from benchmarks.adding import HELD, adding
from benchmarks.reading import RUNS, by_module, ratio
from benchmarks.texts import reports


def main() -> None:
    """Measure and print."""
    name, texts = reports()
    words = sum(len(report.text.split()) for report in texts)
    print(f"{name}, {words:,} words; {platform.machine()}, Python {platform.python_version()}; median of {RUNS} runs")
    bare, full, times = ratio(texts)
    print(f"bare pass      {bare:6.2f} s  {words / bare:8,.0f} words a second")
    print(f"reading        {full:6.2f} s  {words / full:8,.0f} words a second")
    print(f"ratio          {times:6.2f}    (reading / bare pass)")
    for part, spent in by_module(texts).items():
        print(f"  {part:<13}{spent:6.2f} s  {spent / bare:6.2f} of the bare pass")
    for what, spent in adding(texts).items():
        print(f"{what:<22}{spent:6.2f} s  (dossier of {HELD:,})")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory    {peak:6,.0f} MiB")


if __name__ == "__main__":
    main()
