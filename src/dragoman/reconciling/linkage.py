"""What hangs together, parted so that each two of a part are sure to belong together."""

from collections.abc import Iterable, Mapping


def linked(members: Iterable[str], sure: Mapping[tuple[str, str], float]) -> list[list[str]]:
    """The parts of `members`, each in order: the surest pairs are put together first, none over one that is not sure.

    `sure` has how sure a pair is, under either order, 0 or nothing where it is not (complete linkage).
    """
    groups = {one: [one] for one in members}
    for a, b in sorted(sure, key=lambda pair: (-sure[pair], pair)):
        mine, theirs = groups[a], groups[b]
        if sure[a, b] and mine is not theirs and all(_is_sure(x, y, sure) for x in mine for y in theirs):
            mine.extend(theirs)
            groups.update(dict.fromkeys(theirs, mine))
    return sorted(sorted(group) for group in {id(group): group for group in groups.values()}.values())


def _is_sure(one: str, other: str, sure: Mapping[tuple[str, str], float]) -> bool:
    return bool(sure.get((one, other)) or sure.get((other, one)))
