"""An actor while it is being put together."""

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
    names: set[str] = field(default_factory=set)
    mentions: list[tuple[int, int]] = field(default_factory=list)

    def shown(self) -> str:
        """The name to show."""
        return self.name
