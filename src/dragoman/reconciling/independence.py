"""How many independent voices stand behind something. Conservative: what cannot be told apart counts as one."""

from collections.abc import Iterable
from typing import NamedTuple

from dragoman.reconciling.actors import Actors
from dragoman.reconciling.origins import NAMED, Origins
from dragoman.reconciling.voices import Voice
from dragoman.records.reading import Sourcing


class Heard(NamedTuple):
    """What of a statement tells how many stand behind it."""

    id: str
    sourcing: Sourcing
    whose: str | None  # the principal of who speaks
    known: bool  # whether that one has a name
    origin: str


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
    named, unnamed = counted(_heard(voice, actors, origins) for voice in voices)
    return Behind(
        named=named,
        unnamed=unnamed,
        outlet_only=all(v.sourcing is Sourcing.OUTLET for v in voices),
        origins=tuple(sorted({origins.of[v.id] for v in voices})),
        reports=tuple(sorted({v.report for v in voices})),
    )


def _heard(voice: Voice, actors: Actors, origins: Origins) -> Heard:
    whose = actors.principal(voice.actor) if voice.actor else None
    known = whose is not None and actors.is_named(whose)
    return Heard(voice.id, voice.sourcing, whose, known, origins.of[voice.id])


def counted(voices: Iterable[Heard]) -> tuple[int, int]:
    """How many independent voices are on the record, and how many unnamed ones can be told apart from them."""
    named: dict[str, str] = {}  # principal to origin
    unnamed: dict[str, str] = {}
    loose = False
    for voice in sorted(voices):
        if voice.sourcing in NAMED and voice.whose is not None:
            named.setdefault(voice.whose, voice.origin)
        elif voice.sourcing is Sourcing.UNNAMED and voice.whose is not None and voice.known:
            unnamed.setdefault(voice.whose, voice.origin)
        elif voice.sourcing is not Sourcing.OUTLET:
            loose = True
    apart = {origin for whose, origin in unnamed.items() if whose not in named} - set(named.values())
    alone = loose and not named and not apart
    return len(set(named.values())), len(apart) or int(alone)


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
