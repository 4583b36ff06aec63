"""What must hold on real reports and on the project's example."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.reading.actors import ActorBook
from dragoman.reading.parsed import Parsed
from dragoman.records.reading import ActorKind, MentionedActor


def texts(folder: Path, limit: int) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*"))[:limit]:
        if path.suffix == ".txt":
            yield path.name, path.read_text(encoding="utf-8")
        elif path.suffix == ".json":
            yield path.name, json.loads(path.read_text(encoding="utf-8"))["text"]


def most_mentioned(book: ActorBook) -> list[MentionedActor]:
    named = [actor for actor in book.actors() if actor.named]
    return sorted(named, key=lambda actor: -len(actor.mentions))[:20]


@pytest.mark.shared
@pytest.mark.parametrize("folder", ["reports", "clusters/coffee-ico-quota-1987", "clusters/gaza-truce-2012-11"])
def test_no_alias_is_two_actors_and_no_key_is_twice(
    shared: Path, parsed_of: Callable[..., Parsed], folder: str
) -> None:
    for name, text in texts(shared / folder, 6):
        book = ActorBook(parsed_of(text))
        keys = Counter(actor.key for actor in book.actors() if actor.key)
        assert max(keys.values(), default=1) == 1, name
        persons = [actor for actor in most_mentioned(book) if actor.kind is ActorKind.PERSON]
        aliases = Counter(alias for actor in persons for alias in actor.names)
        assert max(aliases.values(), default=1) == 1, name


@pytest.mark.shared
def test_the_most_mentioned_are_of_known_kind(shared: Path, parsed_of: Callable[..., Parsed]) -> None:
    for name, text in texts(shared / "reports", 5):
        top = most_mentioned(ActorBook(parsed_of(text)))[:5]
        assert all(actor.kind is not ActorKind.OTHER or (actor.key or "").startswith("place:") for actor in top), name


def test_the_example_needs_no_gazetteer(example: Path, parsed_of: Callable[..., Parsed]) -> None:
    """All actors of the example are invented: none is known, and its most mentioned are not of unknown kind."""
    read = list(texts(example, 50))
    if not read:
        pytest.skip("the example's reports are not there")
    kinds: Counter[ActorKind] = Counter()
    for name, text in read:
        top = most_mentioned(ActorBook(parsed_of(text)))
        assert [actor.key for actor in top if actor.key] == [], name
        kinds.update(actor.kind for actor in top[:5])
    assert kinds[ActorKind.OTHER] < sum(kinds.values()) / 5
    assert kinds[ActorKind.STATE] > 0
    assert kinds[ActorKind.GROUP] > 0
