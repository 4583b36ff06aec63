"""How many independent voices stand behind something. Conservative: what cannot be told apart counts as one."""

from collections.abc import Iterable
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.origins import NAMED, Origins
from dragoman.reconciling.voices import Voice
from dragoman.records.reading import Sourcing


class Behind(NamedTuple):
    """The voices behind something, counted."""

    named: int  # people and organisations on the record, each side of the talks once
    unnamed: int  # unnamed ones that can be told apart from these and from each other
    outlet_only: bool  # nobody is cited for it at all
    origins: tuple[str, ...]
    reports: tuple[str, ...]

    @property
    def independent(self) -> int:
        """Independent origins."""
        return max(1, self.named + self.unnamed)


def behind(voices: Iterable[Voice], actors: Actors, origins: Origins) -> Behind:
    """Count the independent voices among statements that say one thing.

    Voices that share an origin are one. Named voices that act for one state or organisation are one. An unnamed one
    counts when whom it belongs to is told and no other voice belongs there; unnamed ones of whom that is not told
    count once together, and only where there is no other. The outlets' own voices, and bare "sources", can't be told
    apart from those that they had it from: they count once, where nobody else is cited.
    """
    voices = tuple(voices)
    named: dict[str, str] = {}  # principal to origin
    unnamed: dict[str, str] = {}
    loose = False
    for voice in sorted(voices, key=lambda v: v.id):
        origin = origins.of[voice.id]
        whose = actors.principal(voice.actor) if voice.actor else None
        if voice.sourcing in NAMED and whose is not None:
            named.setdefault(whose, origin)
        elif voice.sourcing is Sourcing.UNNAMED and whose is not None and actors.is_named(whose):
            unnamed.setdefault(whose, origin)
        elif voice.sourcing is not Sourcing.OUTLET:
            loose = True
    apart = {whose: origin for whose, origin in unnamed.items() if whose not in named}
    seen_origins = set(named.values())
    extra = {origin for origin in apart.values() if origin not in seen_origins}
    named_count = len(set(named.values()))
    unnamed_count = len(extra)
    if not named_count and not unnamed_count and loose:
        unnamed_count = 1
    return Behind(
        named=named_count,
        unnamed=unnamed_count,
        outlet_only=all(v.sourcing is Sourcing.OUTLET for v in voices),
        origins=tuple(sorted({origins.of[v.id] for v in voices})),
        reports=tuple(sorted({v.report for v in voices})),
    )


def in_words(count: Behind) -> str:
    """The count in plain words: "1 unnamed origin in 3 reports"."""
    parts = []
    if count.named:
        parts.append(f"{count.named} on the record")
    if count.unnamed:
        parts.append(f"{count.unnamed} unnamed origin{'s' if count.unnamed > 1 else ''}")
    if not parts:
        parts.append("the outlet's own words" if len(count.reports) == 1 else "the outlets' own words")
    reports = len(count.reports)
    return f"{' and '.join(parts)} in {reports} report{'s' if reports > 1 else ''}"
