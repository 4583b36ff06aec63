"""A pile and corrections as what the stages are given."""

from collections.abc import Mapping

from dragoman.reconciling.pile import Item, Pile
from dragoman.reconciling.words_of import NO_WORD, WordOf, words_by_report
from dragoman.records.corrections import Corrections


class Given:
    """A pile in memory under corrections."""

    def __init__(self, pile: Pile, corrections: Corrections) -> None:
        self._pile = pile
        self._words: Mapping[str, WordOf] = words_by_report(corrections)

    def has(self, report: str) -> bool:
        """Whether there is such a report."""
        return report in self._pile

    def item(self, report: str) -> Item:
        """A report with its reading."""
        return self._pile[report]

    def text(self, report: str) -> str:
        """A report's text."""
        return self._pile[report].report.text

    def word(self, report: str) -> WordOf:
        """What people said of a report and of what stands in it."""
        return self._words.get(report, NO_WORD)
