"""Who the many are: the names that reports list right after the word for a side of many."""

import re
from collections import Counter
from collections.abc import Mapping

from dragoman.process.grounds import Grounds
from dragoman.process.rules import one_side, trades
from dragoman.records.reading import ActorKind
from dragoman.records.rows.evidence import ActorRef

_ABLE = frozenset((ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.GROUP))
_SEVERAL = 2
_NAME = r"(?:the )?[A-Z][\w.'’-]*(?: (?:of |for |the )*[A-Z][\w.'’-]*){0,4}"
_LIST = rf"(?: [-–—]+ |[,:] | \()(?P<names>(?-i:{_NAME}(?:, {_NAME}){{0,4}},? and {_NAME}))"
_BETWEEN = re.compile(r",? and (?=the |[A-Z])|, ")
_NAMES = re.compile(r"\band (?:the )?[A-Z]")  # in every such list; most texts have none
_ARTICLE = re.compile(r"^the ", re.IGNORECASE)


def listed(many: Mapping[str, ActorRef], grounds: Grounds) -> dict[str, ActorRef]:
    """By name, the side of many that it is told to be of: "its lenders - the Fund, the Bank and the Union -".

    `many` are the sides of many by their stems. At least two of the names must be those of states or organisations.
    """
    named = {
        name for row in grounds.actors.values() if row.named and row.kind in _ABLE for name in (row.name, *row.aliases)
    }
    told = {
        stem: re.compile(rf"(?:{words.pattern}){_LIST}", re.IGNORECASE)
        for stem, words in one_side().items()
        if stem in many and stem not in trades()
    }
    found: dict[str, Counter[str]] = {}
    for row in grounds.statements.values() if told else ():
        content = " ".join(row.content.split())
        for stem, pattern in told.items() if _NAMES.search(content) else ():
            for match in pattern.finditer(content):
                names = [_ARTICLE.sub("", name) for name in _BETWEEN.split(match.group("names"))]
                if sum(name in named for name in names) >= _SEVERAL:
                    for name in names:
                        found.setdefault(name, Counter())[stem] += 1
    return {name: many[max(stems, key=lambda stem: (stems[stem], stem))] for name, stems in found.items()}
