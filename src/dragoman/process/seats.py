"""Where a guest leaves, comes back or goes: from the sides of an event and the places that its sentence names."""

import re
from typing import NamedTuple

from dragoman.process.grounds import Grounds
from dragoman.process.rules import SeatAct
from dragoman.process.wording import ends_with
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.happenings import TimelineRow
from dragoman.records.rows.talks import HostingStatus

_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")


class Seat(NamedTuple):
    """A host, a place, or both."""

    host: ActorRef | None = None
    place: str | None = None


class Seats:
    """The seats that one event tells of."""

    def __init__(self, grounds: Grounds, row: TimelineRow, rule: SeatAct) -> None:
        self._grounds, self._row, self._rule = grounds, row, rule
        self._sentence = grounds.before(row) + row.text + grounds.after(row)

    def where(self) -> Seat:
        """The seat that the event is about: that which is left, or that to which the guest comes back."""
        if self._rule.status in (HostingStatus.RETURNED, HostingStatus.INVITED):
            return self._of_side(self._rule.back) or self._named("back_in") or Seat()
        if self._rule.status is HostingStatus.LEFT:
            return self._of_side(self._rule.left) or self._named("left_from") or Seat()
        return self._by_name(self._row.place) or Seat()

    def where_to(self) -> Seat | None:
        """The seat that the guest moves to, where the event tells of one."""
        if self._rule.to is None:
            return None
        return self._of_side(self._rule.to) or self._named("went_to")

    def _of_side(self, side: str | None) -> Seat | None:
        by_side = {"patient": self._row.patient, "recipient": self._row.recipient}
        refs = by_side.get(side or "", ())
        return next((seat for ref in refs if (seat := self._by_name(ref.name)) is not None), None)

    def _named(self, entry: str) -> Seat | None:
        for match in _NAME.finditer(self._sentence):
            if ends_with(entry, self._sentence[: match.start()]):
                seat = self._by_name(match.group())
                if seat is not None:
                    return seat
        return None

    def _by_name(self, name: str | None) -> Seat | None:
        """The seat that a name stands for: a state, or a place and the state that it belongs to."""
        if name is None:
            return None
        place = self._grounds.places.get(name)
        if place is not None:
            host = self._grounds.principal(ActorRef(id=place.id, name=place.name))
            return Seat(host if self._grounds.is_state(host) else None, name)
        state = self._grounds.states.get(name)
        return Seat(state) if state is not None else None
