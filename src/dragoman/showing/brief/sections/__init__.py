"""The sections of a brief, one module each: `(pile, citations) -> Section | None`."""
