"""A view in blocks: what is parsed at once, and what expressions of time lean on each other in."""

from collections.abc import Iterator

from dragoman.reading.view import View

# Characters parsed at once. spaCy's memory grows with it; sentences and paragraphs are far shorter.
BLOCK = 200_000


def cuts(view: View) -> Iterator[tuple[int, int]]:
    """Where the blocks of a view begin and end, in its characters: between paragraphs where there are any."""
    start = 0
    length = len(view.text)
    while length - start > BLOCK:
        limit = start + BLOCK
        cut = max((s for s in view.paragraph_starts if start < s <= limit), default=0)
        if not cut:
            space = view.text.rfind(" ", start, limit)
            cut = space + 1 if space > start else limit
        yield start, cut
        start = cut
    if start < length:
        yield start, length
