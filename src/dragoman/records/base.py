"""What every record shares: it is frozen, made by keyword, and turns into plain data in one call."""

from typing import Any, Self

import msgspec


class Frozen(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A typed record that cannot change. Field order is the order of the JSON keys.

    What cannot change cannot come to hold itself, so the collector of garbage need not look for rings among records:
    with half a million rows in memory it would do little else.
    """

    def as_dict(self) -> dict[str, Any]:
        """Give this record as plain JSON data: dicts, lists, strings, numbers, booleans and None."""
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return plain

    def but(self, **changes: Any) -> Self:
        """A copy of this record with some fields changed."""
        return msgspec.structs.replace(self, **changes)
