"""Conditions of anonymity, and the reasons that go with them, in the words of a sentence."""

import re
from collections.abc import Iterator

_NAMED = r"(?:further\s+)?(?:named|identified|quoted(?:\s+by\s+name)?)"
_TELLING = r"(?:speak|talk|comment|discuss|brief|address|disclose|give|share|be\s+(?:named|quoted|identified))"
_CONDITIONS = (
    rf"(?:on|under)\s+(?:the\s+)?condition\s+(?:of\s+anonymity|that\s+[\w’'\s]{{2,30}}?\b{_NAMED})",
    r"(?:not\s+(?:want(?:ing)?|wish(?:ing)?)|ask(?:ed|ing)(?:\s+that\s+\w+)?\s+not"
    r"|(?:prefer|wish|request|want)(?:red|ed|ing)?\s+not"
    rf"|refus(?:ed|ing)|declin(?:ed|ing)|did(?:\s+not|n[’']t)\s+(?:want|wish))\s+(?:to\s+)?be\s+{_NAMED}",
    r"(?:request(?:ed|ing)?|grant(?:ed)?|insist(?:ed|ing)?\s+on|demand(?:ed|ing)?|ask(?:ed|ing)?\s+for|offered|given|seeking"
    r"|under\s+(?:the\s+)?cover\s+of)\s+anonymity|anonymously|(?:(?:want|wish|prefer|ask|choos|chos)\w+\s+to\s+)?(?:remain(?:ed|ing)?|stay(?:ed|ing)?)\s+anonymous",
    rf"(?:(?:was|were|is|are|being)\s*)?(?:not|n[’']t|un)\s?(?:authori[sz]ed|permitted|allowed|cleared)\s+to\s+{_TELLING}",
    r"(?:without|lack(?:ed|ing|s)|no|not\s+have)\s+(?:the\s+)?"
    rf"(?:authori[sz]ation|permission|authority|clearance)\s+to\s+{_TELLING}",
    r"whose\s+(?:full\s+)?(?:name|identity)\s+[\w\s]{2,30}?withheld|(?:name|identity)\s+(?:was|is|be|being)\s+withheld",
    r"(?:on\s+(?:deep\s+)?background|off\s+the\s+record|without\s+attribution)",
    r"(?:refus(?:ed|ing)|declin(?:ed|ing))\s+to\s+(?:give|provide)\s+(?:his|her|their)\s+(?:\w+\s+)?names?",
    r"(?:gave|giving|used|using|identified\s+by|be\s+identified\s+by)\s+only\s+(?:by\s+)?(?:(?:his|her|their|a)\s+)?"
    r"(?:first|last|given|middle|family)\s+names?|under\s+a\s+pseudonym|by\s+a\s+pseudonym",
)
_ANONYMITY = re.compile(
    r"\b(?:(?:who|and|both|all)\s+)?"
    r"(?:(?:spoke|speaking|spoken|speak|talking|talked|said|agreed\s+to\s+(?:speak|talk|discuss\s+\w+(?:\s+\w+)?))\s+)?"
    rf"(?:{'|'.join(_CONDITIONS)})\b[^.;”\"]*",
    re.IGNORECASE,
)
# Where the condition and its reason end and the telling goes on.
_VERBS = (
    r"(?:said|told|says|tells|added|confirmed|described|warned|called|denied|acknowledged|predicted|insisted|argued"
    r"|claimed)"
)
_STOPS = re.compile(
    rf",\s+(?:{_VERBS}|that|but|while|and\s+{_VERBS}|an?\s|the\s|one\s|two\s)\b|(?<!\bnot)(?<!\bwas)(?<!\bbeen)(?<!\bbe)\s+{_VERBS}\b",
    re.IGNORECASE,
)
_AROUND = " ,—–-\n\t"
_NEEDED = re.compile(
    r"anonym|named|identified|by name|quoted|authori[sz]|permi|cleared to|allowed to|withheld|background|off the record"
    r"|names?\b|pseudonym|without attribution",
    re.IGNORECASE,
)


def anonymity(text: str) -> str | None:
    """The condition of anonymity and its reason, in the words of `text` (a sentence); None where it tells none."""
    found = anonymity_at(text)
    return " ".join(text[slice(*found)].split()) if found is not None else None


def anonymity_at(text: str) -> tuple[int, int] | None:
    """Where in `text` (a sentence) the condition of anonymity and its reason stand; None where it tells none."""
    match = _ANONYMITY.search(text) if _NEEDED.search(text) else None
    if match is None:
        return None
    words = match.group()
    stop = _STOPS.search(words)
    words = words[: stop.start()] if stop else words
    start = match.start() + len(words) - len(words.lstrip(_AROUND))
    return start, match.start() + len(words.rstrip(_AROUND))


def hints_of_anonymity(text: str) -> Iterator[int]:
    """Where `text` has words that a condition of anonymity may be told with."""
    return (match.start() for match in _NEEDED.finditer(text))
