"""Where a part of a brief is."""

from dragoman.showing.brief import Brief
from dragoman.showing.page.model import Line, Section, SectionKey


def section(made: Brief, key: SectionKey) -> Section:
    return next(item for item in made.sections if item.key == key)


def lines(made: Brief) -> list[Line]:
    return [line for item in made.sections for line in item.lines]
