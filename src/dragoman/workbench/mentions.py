"""Where reports call an actor of the record by some of its names."""

from collections import defaultdict
from collections.abc import Collection

from dragoman.dossier import Store
from dragoman.reading.version import reader_version
from dragoman.reconciling.parting import is_called
from dragoman.reconciling.stages import STAGES
from dragoman.records.journal import Anchor
from dragoman.workbench.corrections import in_force
from dragoman.workbench.shelf import Codec, DossierShelf

_EACH = 3  # mentions held on to for each of what the record had joined: one of them may be forgotten


def mentions_called(store: Store, actor: str, names: Collection[str]) -> tuple[Anchor, ...]:
    """Mentions of an actor by these names, some for each key that the actor is known by in the reports."""
    given = {report: published.interval for report, published in in_force(store.entries()).dates.items()}
    found: list[Anchor] = []
    taken: dict[str, int] = defaultdict(int)
    with store.shelves() as (blocks, rows):
        shelf = DossierShelf(Codec(STAGES), blocks, rows)
        for report, shapes in sorted(shelf.members("shape", actor)):
            if not any(is_called(name, names) for shape in shapes for name in (*shape.names, shape.name)):
                continue
            cast: dict[str, str] = shelf.value("cast", report) or {}
            keys: dict[str, str] = shelf.value("keys", report) or {}
            whole = {part.away: part.local for part in shelf.value("parts", report) or ()}
            mine = (whole.get(local, local) for local, who in cast.items() if who == actor)
            wanted = {local: keys[local] for local in mine}
            if all(taken[key] >= _EACH for key in wanted.values()):
                continue
            reading = store.reading(report, reader=reader_version(), given=given.get(report))
            text = store.text(report)
            for one in reading.actors if reading else ():
                mention = next((m for m in sorted(one.mentions) if is_called(m.of(text), names)), None)
                if one.id in wanted and mention is not None and taken[wanted[one.id]] < _EACH:
                    taken[wanted[one.id]] += 1
                    found.append(Anchor(report=report, kind="actors", span=mention, quote=mention.of(text)))
    return tuple(found)
