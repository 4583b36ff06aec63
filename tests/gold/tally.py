"""What a kind of line scores: found of those wanted, right of those given."""

import msgspec


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of one kind. `given` is None where the sheet cannot tell wrong rows from those it leaves out."""

    kind: str
    found: int
    wanted: int
    right: int | None = None
    given: int | None = None
    missed: tuple[str, ...] = ()  # what was wanted and not found, to be read by a person
    wrong: tuple[str, ...] = ()  # what was given and should not have been

    @property
    def recall(self) -> float | None:
        """Found of wanted; None when nothing is wanted."""
        return self.found / self.wanted if self.wanted else None

    @property
    def precision(self) -> float | None:
        """Right of given; None when nothing was given or it cannot be told."""
        return self.right / self.given if self.right is not None and self.given else None


def share(kind: str, rights: list[tuple[bool, str]]) -> Tally:
    """A tally of yes or no, each with what to call it when it is a no."""
    return Tally(
        kind=kind,
        found=sum(right for right, _ in rights),
        wanted=len(rights),
        missed=tuple(name for right, name in rights if not right),
    )
