"""Which issue a text is about: a lookup in `issues.yaml`."""

import functools
import re
from importlib import resources

from dragoman.records.vocabularies import from_yaml

OTHER = "other"
HOSTING = "hosting"
# What gives a reason or a time of the wish itself.
_BESIDE = re.compile(
    r"\b(?:due to|because of|over (?:its|his|her|their)|amid|following|after)\b.*"
    r"|\b(?:about |nearly |almost |some )?\S+ (?:days?|weeks?|months?|years?) (?:ago|earlier)\b"
)
_SEAT = re.compile(
    r"\b(?:kick(?:ed)? (?:\S+ ){0,3}out|expel|evict|oust|extradit|play host|no longer welcome)"
    r"|\bleave (?:the )?(?:country|capital|city|territory|soil)\b"
    r"|\b(?:leaders?|members?|officials?|office|commanders?|delegation|group|them) to leave\b"
    r"|\b(?:clos\w+|shut\w*) (?:\S+ ){0,4}(?:office|bureau|mission)\b"
)


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = from_yaml(resources.files(__package__).joinpath("issues.yaml").read_text("utf-8"))
    return {issue: re.compile(r"\b(?:" + "|".join(map(_pattern, words)) + ")") for issue, words in data.items()}


def _pattern(word: str) -> str:
    return re.escape(word[:-1]) + r"\b" if word.endswith("$") else re.escape(word)


def issue_of(text: str) -> str:
    """The issue whose words the text has most of; `other` when it has none.

    Reasons and times are left out ("to leave the islands due to frustration over the captives", "about two weeks ago"),
    and what is asked of a guest or a host is about hosting, whatever else is named with it.
    """
    lower = _BESIDE.sub(" ", text.lower())
    if _SEAT.search(lower):
        return HOSTING
    hits = {issue: len(pattern.findall(lower)) for issue, pattern in _patterns().items()}
    best = max(hits, key=lambda issue: hits[issue])
    return best if hits[best] else OTHER
