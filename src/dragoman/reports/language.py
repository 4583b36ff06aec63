"""Which language a text is in."""

import re
from functools import cache

from babel import Locale

from dragoman.reports.vocabulary import wording

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6_000
# About two words in five of running English are among the commonest few dozen; other languages share few of them.
_ENGLISH_SHARE = 0.22
_ENOUGH_WORDS = 12
_FEW_WORDS = 6  # below this a guess is worth nothing


def language_of(body: str, *, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of `body`, or `declared` (what the page says of itself) when there is too little to tell."""
    words = [word.lower() for word in _WORD.findall(body[:_SAMPLE])]
    declared = _code(declared)
    if len(words) < _FEW_WORDS and not _other_script(words):
        return declared
    common = frozenset(wording("english_words"))
    share = sum(word in common for word in words) / len(words)
    if share >= _ENGLISH_SHARE:
        return "en"
    if len(words) < _ENOUGH_WORDS and (declared or share > 0):
        return declared or "en"
    # The classifier takes a second to load, which English texts need not pay.
    return _classify(" ".join(words))
    # Lists, tables and headlines in English have few function words: another Latin-script guess needs long evidence.


def language_name(code: str) -> str:
    """The English name of a language code, or the code."""
    name: str | None = Locale("en").languages.get(code)
    return name or code


def _other_script(words: list[str]) -> bool:
    return any(ord(word[0]) > 0x036F for word in words)


def _code(declared: str | None) -> str | None:
    match = re.match(r"\s*([A-Za-z]{2})(?:[-_]|\s*$)", declared or "")
    return match[1].lower() if match else None


@cache
def _classifier() -> object:
    import py3langid  # noqa: PLC0415 - its model is loaded on first use

    return py3langid


def _classify(text: str) -> str | None:
    code: str = _classifier().classify(text)[0]  # type: ignore[attr-defined]
    return code if len(code) == 2 else None
