"""The terms of a proposal: its words, parted by the issues that they are about."""

import re

from dragoman.process.issues import OTHER, issue_of
from dragoman.records.rows.talks import Term

_JOINTS = re.compile(r"(?:[,;]\s+(?:and\s+)?|\s+and\s+)(?=\S)")


def terms_of(text: str) -> tuple[Term, ...]:
    """One term for each run of words about one issue, in order; words about none belong to the term before them."""
    found: list[tuple[str, int]] = []  # issue, start
    starts = [0, *(joint.end() for joint in _JOINTS.finditer(text))]
    ends = [*(joint.start() for joint in _JOINTS.finditer(text)), len(text)]
    for start, end in zip(starts, ends, strict=True):
        issue = issue_of(text[start:end])
        if not found:
            found.append((issue, start))
        elif issue != OTHER and issue != found[-1][0]:
            if found[-1][0] == OTHER and len(found) == 1:
                found[-1] = (issue, found[-1][1])
            else:
                found.append((issue, start))
    bounds = [start for _, start in found[1:]] + [len(text)]
    return tuple(
        Term(issue=issue, text=_trimmed(text[start:end]))
        for (issue, start), end in zip(found, bounds, strict=True)
        if _trimmed(text[start:end])
    )


def _trimmed(words: str) -> str:
    return re.sub(r"(?:[\s,;]+|\s+and)+$", "", words.strip())
