"""Around the cue: through what it was said, and first told by which outlet."""

from dragoman.reading.attributions.media import medium
from dragoman.reading.attributions.scene import Draft, Scene
from dragoman.reading.attributions.sourcing import sourcing
from dragoman.reading.outlets import outlet_in, outlet_named, same_outlet
from dragoman.records.reading import Sourcing

__all__ = ["medium", "relayed_by"]


def relayed_by(scene: Scene, draft: Draft, through: str | None) -> str | None:
    """The outlet that had it first, when that is not this one: who was told, who asked, who reports it."""
    outlet = scene.parsed.report.outlet
    told = outlet_named(scene.text_of(draft.addressee))
    asked = outlet_in(through) if through is not None else None
    above = draft.parent
    for name in (told, asked, _reporting(scene, draft), _reporting(scene, above) if above is not None else None):
        if name and not same_outlet(name, outlet):
            return name
    return None


def _reporting(scene: Scene, draft: Draft) -> str | None:
    """The outlet, or the press at large, that is this draft's source."""
    wording = scene.text_of(draft.wording or draft.source)
    named = outlet_named(wording)
    if named is None and wording and sourcing(scene, draft) is Sourcing.RELAYED:
        return wording
    return named
