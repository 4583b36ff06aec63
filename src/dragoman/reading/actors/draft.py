"""An actor while it is being put together."""

from collections import Counter
from dataclasses import dataclass, field

from dragoman.records.reading import ActorKind


@dataclass(eq=False)
class Draft:
    """An actor in the making. `mentions` are token ranges `(start, end)` of the block, end-exclusive."""

    kind: ActorKind
    name: str
    key: str | None = None
    named: bool = True
    of: "Draft | None" = None
    names: Counter[str] = field(default_factory=Counter)
    adjectives: set[str] = field(default_factory=set)  # of its names, its people's and its capital's: Norwegian, Oslo
    mentions: list[tuple[int, int]] = field(default_factory=list)
    states: tuple[str, ...] = ()  # keys of the states that a known group is at home in
    offices: list[tuple[str, "Draft | None"]] = field(default_factory=list)  # with whose office it is
    noun: str | None = None  # a description's head, as a lemma
    modifiers: frozenset[str] = frozenset()  # a description's adjectives
    plural: bool = False
    place: bool = False
    gender: str | None = None  # "he" or "she", once a title, an office or a safe pronoun has told

    def add(self, start: int, end: int, written: str | None = None) -> None:
        """Adds a mention, and the name that it is written with where it is one."""
        self.mentions.append((start, end))
        if written is not None:
            self.names[written] += 1

    def shown(self) -> str:
        """The name to show: the gazetteer's, or the fullest that the report uses, or a description's words."""
        proper = [name for name in self.names if name not in self.adjectives]
        if self.key is not None or not self.named or not proper:
            return self.name
        return min(proper, key=lambda name: (-len(name.split()), name.isupper(), -self.names[name], -len(name), name))
