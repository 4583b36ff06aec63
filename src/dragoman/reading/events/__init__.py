"""Events: who did what to whom, where and when. `find` reads one block; the types are data in `types.yaml`."""

from dragoman.reading.events.finder import find
from dragoman.reading.events.vocabulary import EventType, event_types

__all__ = ["EventType", "event_types", "find"]
