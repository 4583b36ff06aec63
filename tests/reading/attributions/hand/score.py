"""How the program's attributions agree with those labelled by hand: right and wrong by field."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

import msgspec

from dragoman.reading.read import read
from dragoman.records.reading import Attribution, Reading
from dragoman.records.span import Span, Spans

from .sheet import Label, Sheet, report

# The least share of word characters that a content has to have in common with the labelled one.
OVERLAP = 0.5
# Words around a medium that say nothing of which it is.
_SMALL = frozenset(("a", "an", "the", "in", "on", "at", "to", "by", "via", "of", "during", "from", "s"))


class Field(StrEnum):
    """What is compared, in the order of the table."""

    FOUND = "found"  # an attribution with about that content, of a source that touches
    SOURCE = "source"  # an attribution with about that content has a source that touches
    EXACT = "exact content"  # the same word characters
    KIND = "kind"
    POLARITY = "polarity"
    SOURCING = "sourcing"
    MEDIUM = "medium"
    WHO = "resolved source"  # the source's actor has a mention where the source is named best or first


# What is compared only where the label is found, its source among it.
_DETAILS = (Field.EXACT, Field.KIND, Field.POLARITY, Field.SOURCING, Field.MEDIUM, Field.WHO)


class Verdict(msgspec.Struct, frozen=True):
    """One field of one label: right, wrong or (where no attribution was found to compare) neither."""

    label: str
    field: Field
    right: bool | None
    note: str = ""  # offsets and grades only, never the report's words


class Count(msgspec.Struct, frozen=True):
    """One line of the table. What was not found counts as an error in every field: so more found is never worse."""

    field: Field
    right: int
    wrong: int
    not_found: int

    @property
    def errors(self) -> int:
        """Labels whose field is not right."""
        return self.wrong + self.not_found


def score(sheet: Sheet, clusters: Path) -> tuple[Verdict, ...]:
    """Every field of every label against a fresh reading of its report; each report is read once."""
    readings = {file: read(report(clusters, file)) for file in sheet.texts}
    return tuple(verdict for label in sheet.labels for verdict in judge(label, readings[label.file]))


def judge(label: Label, reading: Reading) -> Iterator[Verdict]:
    """One label's verdicts, one a field, in the order of `Field`."""
    near = nearest(label, reading)
    found = near if near is not None and touch(near.source, label.source) else None
    yield Verdict(label.id, Field.FOUND, found is not None, f"content {_told(label.content)}")
    if near is None:
        yield Verdict(label.id, Field.SOURCE, None)
    else:
        note = f"{_told(label.source)}, is {_told(near.source) or 'nobody'}"
        yield Verdict(label.id, Field.SOURCE, found is not None, note)
    if found is None:
        yield from (Verdict(label.id, field, None) for field in _DETAILS)
        return
    same = characters(label.content, reading.text) == characters(found.content, reading.text)
    yield Verdict(label.id, Field.EXACT, same, f"{_told(label.content)}, is {_told(found.content)}")
    yield Verdict(label.id, Field.KIND, found.kind in label.kinds, f"{label.kinds[0]}, is {found.kind}")
    right = found.polarity is label.polarity
    yield Verdict(label.id, Field.POLARITY, right, f"{label.polarity}, is {found.polarity}")
    right = found.sourcing in label.sourcings
    yield Verdict(label.id, Field.SOURCING, right, f"{label.sourcings[0]}, is {found.sourcing}")
    wanted = f"at {_told((label.medium,))}" if label.medium is not None else "none"
    is_now = f"{len(found.medium)} characters" if found.medium is not None else "none"
    yield Verdict(label.id, Field.MEDIUM, same_medium(label, found, reading.text), f"{wanted}, is {is_now}")
    mentions = next((actor.mentions for actor in reading.actors if actor.id == found.actor), ())
    right = touch(mentions, label.who)
    yield Verdict(label.id, Field.WHO, right, f"{_told(label.who)}, is {_told(mentions[:1]) or 'nobody'}")


def nearest(label: Label, reading: Reading) -> Attribution | None:
    """The attribution whose content has most in common with the label's; one with its source before any without."""
    wanted = characters(label.content, reading.text)
    best: tuple[bool, float] = (False, 0.0)
    found = None
    for said in reading.attributions:
        overlap = jaccard(wanted, characters(said.content, reading.text))
        rank = (touch(said.source, label.source), overlap)
        if overlap >= OVERLAP and rank > best:
            best, found = rank, said
    return found


def characters(spans: Iterable[Span], text: str) -> frozenset[int]:
    """The places of the letters and digits inside `spans`."""
    return frozenset(i for span in spans for i in range(span.start, span.end) if text[i].isalnum())


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """What two sets have in common, of all that is in either; 0 for two empty ones."""
    return len(one & other) / len(one | other) if one or other else 0.0


def touch(some: Spans, others: Spans) -> bool:
    """Whether any of the one touches any of the other."""
    return any(one.touches(other) for one in some for other in others)


def same_medium(label: Label, said: Attribution, text: str) -> bool:
    """Whether both have no medium, or the words of one are among the other's, prepositions and articles apart."""
    if label.medium is None or said.medium is None:
        return label.medium is None and said.medium is None
    wanted, given = _words(label.medium.of(text)), _words(said.medium)
    return bool(wanted and given) and (wanted <= given or given <= wanted)


def _words(text: str) -> frozenset[str]:
    alone = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return frozenset(alone) - _SMALL


def _told(spans: Spans) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def counts(verdicts: Iterable[Verdict]) -> dict[Field, Count]:
    """The table's lines by field."""
    told = list(verdicts)
    lines = {}
    for field in Field:
        rights = [verdict.right for verdict in told if verdict.field is field]
        lines[field] = Count(field, rights.count(True), rights.count(False), rights.count(None))
    return lines


def table(lines: Mapping[Field, Count]) -> str:
    """The counts as text: right, wrong, not found, and errors in all."""
    head = f"{'':16}{'right':>7}{'wrong':>7}{'not found':>11}{'errors':>8}"
    rows = (f"{c.field:16}{c.right:7}{c.wrong:7}{c.not_found:11}{c.errors:8}" for c in lines.values())
    return "\n".join((head, *rows))
