"""Recall and precision of what is found in the labelled passages, by kind and negotiation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman.process import talks
from dragoman.reading.read import read
from dragoman.reconciling import Item, Pile, reconcile
from dragoman.records.record import Reconciled, Talks
from dragoman.records.rows.evidence import ActorRef, Evidence
from dragoman.records.span import Span

from .judge import Held, Kind, Verdict, judge, mentions_of
from .sheet import Drawn, Holding, Label, Passage, Sheet, report

ALL = "all"
_L = TypeVar("_L", bound=Label)


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the table."""

    labels: int
    found: int  # labels that were found
    given: int  # what was found in the passages, the optional apart
    right: int  # of that, what is labelled
    details: dict[str, tuple[int, int]]  # right and judged, of the labels that were found

    @property
    def recall(self) -> float:
        """The share of labels that was found; 1 where there are none."""
        return self.found / self.labels if self.labels else 1.0

    @property
    def precision(self) -> float:
        """The share of what was found that is labelled; 1 where nothing was."""
        return self.right / self.given if self.given else 1.0


def score(drawn: Drawn, sheet: Sheet, clusters: Path) -> tuple[Verdict, ...]:
    """Every verdict, on a fresh reading of each report and a record of each negotiation's drawn reports."""
    passages = {key: passage for key, passage in drawn.passages.items() if passage.passed_over is None}
    verdicts: list[Verdict] = []
    for cluster in dict.fromkeys(passage.cluster for passage in passages.values()):
        files = sorted({p.file for p in passages.values() if p.cluster == cluster})
        items = {file: _item(clusters, file) for file in files}
        found = reconcile(Pile(items.values()))
        process = talks(found)
        for file, item in items.items():
            here = {key: passage for key, passage in passages.items() if passage.file == file}
            verdicts += judge(here, _of(sheet, here), item.reading, tuple(_held(item, found, process)))
    return tuple(verdicts)


def _item(clusters: Path, file: str) -> Item:
    told = report(clusters, file)
    return Item(report=told, reading=read(told))


def _of(sheet: Sheet, passages: dict[str, Passage]) -> Sheet:
    def chosen(labels: tuple[_L, ...]) -> tuple[_L, ...]:
        return tuple(label for label in labels if label.passage in passages)

    return Sheet(events=chosen(sheet.events), figures=chosen(sheet.figures), positions=chosen(sheet.positions))


def _held(item: Item, found: Reconciled, process: Talks) -> Iterator[Held]:
    """What the record holds of proposals, positions and conditions on the word of one report."""
    rows: list[tuple[Holding, tuple[ActorRef, ...], tuple[Evidence, ...]]] = [
        *((Holding.PROPOSAL, (r.author,) if r.author else (), r.evidence) for r in process.proposals),
        *((Holding(r.stance.value), (r.actor,), r.evidence) for r in process.positions),
        *((Holding.CONDITION, r.who, r.evidence) for r in process.conditions),
    ]
    names = {row.id: {row.name, *row.aliases} for row in found.actors}
    for kind, refs, evidence in rows:
        called = {name for ref in refs for name in names.get(ref.id, {ref.name})}
        ids = {actor.id for actor in item.reading.actors if called & {actor.name, *actor.names}}
        for one in evidence:
            if one.report == item.id:
                yield Held(kind, Span(one.start, one.end), mentions_of(item.reading, ids))


def counts(verdicts: Iterable[Verdict]) -> dict[tuple[str, Kind], Count]:
    """The table's lines by negotiation (`ALL` for all of them) and kind."""
    told: defaultdict[tuple[str, Kind], list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        told[ALL, verdict.kind].append(verdict)
        told[verdict.cluster, verdict.kind].append(verdict)
    clusters = dict.fromkeys(cluster for cluster, _ in told)
    return {(cluster, kind): _count(told[cluster, kind]) for cluster in clusters for kind in Kind}


def _count(verdicts: list[Verdict]) -> Count:
    labels = [v for v in verdicts if v.is_label]
    given = [v for v in verdicts if not v.is_label]
    fields = dict.fromkeys(field for v in labels for field in v.details)
    return Count(
        labels=len(labels),
        found=sum(v.right for v in labels),
        given=len(given),
        right=sum(v.right for v in given),
        details={
            field: (sum(v.details.get(field, False) for v in labels), sum(field in v.details for v in labels))
            for field in sorted(fields)
        },
    )


def table(lines: dict[tuple[str, Kind], Count], kinds: Iterable[Kind] = tuple(Kind)) -> str:
    """The counts as text."""
    wanted = tuple(kinds)
    rows = [f"{'':20}{'':12}{'recall':>18}{'precision':>18}  of those found right in"]
    for (cluster, kind), count in lines.items():
        if kind not in wanted:
            continue
        recall = f"{count.found}/{count.labels} {count.recall:.3f}"
        precision = f"{count.right}/{count.given} {count.precision:.3f}"
        details = ", ".join(f"{field} {right}/{judged}" for field, (right, judged) in count.details.items())
        rows.append(f"{cluster:20}{kind:12}{recall:>18}{precision:>18}  {details}".rstrip())
    return "\n".join(rows)
