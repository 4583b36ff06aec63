"""Runs of capitalised words: where a name can stand."""

from dragoman.reading.actors.gazetteer.table import Match, gazetteer
from dragoman.reading.actors.tokens import Tokens
from dragoman.reading.actors.vocabulary import office_phrases, words

_HYPHENS = frozenset("-–‑")
_NO_NAME_LABELS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LONGEST = 16  # tokens; longer runs are lists without commas or shouting, no names


class Namey:
    """Which tokens of a block can be part of a name."""

    def __init__(self, tokens: Tokens) -> None:
        self._t = tokens
        self._plain_words = {tokens.low[i] for i in range(len(tokens)) if not tokens.capital[i]}
        self._sure = {
            tokens.low[i]
            for i in range(len(tokens))
            if tokens.capital[i] and not tokens.initial[i] and not tokens.headline[i] and len(tokens.text[i]) > 1
        }
        self._never = words("names", "not_names")

    def __call__(self, i: int) -> bool:
        """Whether token `i` can be part of a name, from its capital and where it stands."""
        t = self._t
        if not t.capital[i] or t.headline[i]:
            return False
        low = t.low[i]
        if low in self._never and not (low == "may" and self._is_surname(i)):
            return False
        if t.label[i] in _NO_NAME_LABELS and low in self._plain_words:
            return False
        if self._is_letter(i) or (low in words("names", "peoples") and not self._begins_body(i)):
            return False
        if not t.initial[i]:
            return not (t.stop[i] and t.pos[i] not in {"PROPN"})
        if low in self._sure:
            return not t.stop[i]
        if t.stop[i] or low in self._plain_words:
            return False
        return t.pos[i] == "PROPN" or t.label[i] in _NAME_LABELS

    def _begins_body(self, i: int) -> bool:
        """Whether the adjective of a people at `i` begins a body's name: the Islamic Front, Arab Monetary Fund."""
        after = self._t.low[i + 1 : i + 3]
        bodies = words("names", "organisation") | words("names", "movement") | words("names", "media")
        capitals = self._t.capital[i + 1 : i + 3]
        return any(low in bodies and all(capitals[: at + 1]) for at, low in enumerate(after))

    def _is_letter(self, i: int) -> bool:
        """Whether token `i` is one letter that is no initial: "X", the R of "R-Ohio"."""
        t = self._t
        after_letter = i > 1 and t.text[i - 1] in _HYPHENS and not t.spaced[i - 1] and t.text[i - 2] in _LETTERS
        alone = len(self._t.text[i]) == 1 and not (i + 1 < len(self._t) and self._t.capital[i + 1])
        return alone or after_letter

    def _is_surname(self, i: int) -> bool:
        t = self._t
        return t.label[i] == "PERSON" or (t.dep[i] in {"nsubj", "poss"} and t.pos[i] == "PROPN")

    def sure(self, i: int) -> bool:
        """Whether token `i`'s word has a capital where it opens no sentence, too."""
        return self._t.low[i] in self._sure

    def common(self, i: int) -> bool:
        """Whether token `i`'s word also stands in lower case in this block."""
        return self._t.low[i] in self._plain_words


def matches(tokens: Tokens) -> dict[int, Match]:
    """The gazetteer's forms in the block by their first token, the longest first, none inside another."""
    known = gazetteer()
    found: dict[int, Match] = {}
    i = 0
    while i < len(tokens):
        if tokens.capital[i] or tokens.text[i][:1].isdigit() or tokens.low[i] in known.lower_starts:
            match = known.match(tokens.text, i)
            if match is not None and not _shouted(tokens, match):
                found[i] = match
                i = match.end
                continue
        i += 1
    return found


def _shouted(tokens: Tokens, match: Match) -> bool:
    """Whether an acronym that is also a word stands in a line all in capitals, where it is the word."""
    if match.end - match.start > 1 or not tokens.text[match.start].isupper() or not tokens.stop[match.start]:
        return False
    around = [tokens.text[i] for i in (match.start - 1, match.end) if 0 <= i < len(tokens)]
    return any(word.isalpha() and word.isupper() and len(word) > 1 for word in around)


def runs(tokens: Tokens, namey: Namey, known: dict[int, Match]) -> list[tuple[int, int]]:
    """The token ranges in which names stand, in order: names with titles, offices and adjectives around them."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        if i in known or namey(i) or _opens_with_particle(tokens, namey, i) or _opens_with_office(tokens, i):
            end = _end_of_run(tokens, namey, known, i)
            found.append((i + 1 if _is_participle(tokens, namey, i, end) else i, end))
            i = end
        else:
            i += 1
    return found


def _is_participle(tokens: Tokens, namey: Namey, i: int, end: int) -> bool:
    """Whether a run's first word only opens its sentence: "Echoing Taro, ..."."""
    if not tokens.initial[i] or not tokens.low[i].endswith("ing") or end - i < 2 or namey.sure(i):
        return False
    return tokens.low[i] not in words("names", "ing") and namey.sure(i + 1)


def _opens_with_particle(tokens: Tokens, namey: Namey, i: int) -> bool:
    return (
        tokens.low[i] in {"al", "el", "ul"}
        and i + 2 < len(tokens)
        and tokens.text[i + 1] in _HYPHENS
        and not tokens.spaced[i]
        and namey(i + 2)
    )


def _opens_with_office(tokens: Tokens, i: int) -> bool:
    """Whether an office begins here whose first word, opening its sentence, is no sure name.

    An office of several words, or one right before a name: "President Rinn", where others speak of "the president" too.
    """
    if not tokens.capital[i] or tokens.headline[i]:
        return False
    heads = words("offices", "heads") | words("offices", "titles")
    if tokens.low[i] in heads and i + 1 < len(tokens) and tokens.capital[i + 1] and tokens.label[i + 1] == "PERSON":
        return True
    phrases = office_phrases().get(tokens.low[i], ())
    return any("of" in p and tuple(tokens.low[i : i + len(p)]) == p and tokens.capital[i + len(p) - 1] for p in phrases)


def _end_of_run(tokens: Tokens, namey: Namey, known: dict[int, Match], start: int) -> int:
    end = known[start].end if start in known else start + 1
    while end < len(tokens) and end - start < _LONGEST:
        following = _extended(tokens, namey, known, start, end)
        if following == end:
            break
        end = following
    return end


def _extended(tokens: Tokens, namey: Namey, known: dict[int, Match], start: int, end: int) -> int:
    """Where the run goes on to from `end`; `end` itself where it stops."""
    if end in known:
        return known[end].end
    low = tokens.low[end]
    if namey(end):
        return end + 1
    after = end + 1
    if after >= len(tokens):
        return end
    takes_after = after in known or namey(after)
    if tokens.text[end] in _HYPHENS and not tokens.spaced[end] and not tokens.spaced[end - 1] and takes_after:
        return after + 1 if after not in known else known[after].end
    if (
        tokens.text[end] in _HYPHENS
        and not tokens.spaced[end]
        and not tokens.spaced[end - 1]
        and tokens.label[end - 1] == tokens.label[after] == "PERSON"
        and end - 1 not in known
    ):
        return after + 1
    if low in words("names", "particles") and end - 1 not in known and not tokens.initial[end]:
        if takes_after and after not in known:
            return after + 1
        if tokens.text[after] in _HYPHENS and after + 1 < len(tokens) and namey(after + 1):
            return after + 2
    if tokens.text[end] == "&" and takes_after:
        return after
    if low == "of" and _in_office(tokens, end):
        return after + 1
    if low in {"of", "for", "on"} and _is_body(tokens, start, end):
        at = after + 1 if tokens.low[after] == "the" and after + 1 < len(tokens) else after
        if at in known or namey(at):
            return at
    if low == "and" and takes_after and _in_topics(tokens, start, end, after):
        return after + 1
    if tokens.owns(end) and namey(after) and _owns_body(tokens, start, end, after):
        return after
    return end


def _in_office(tokens: Tokens, end: int) -> bool:
    """Whether the "of" at `end` stands inside an office: Secretary of State."""
    phrases = office_phrases().get(tokens.low[end - 1], ())
    return tokens.capital[end + 1] and any(phrase == tuple(tokens.low[end - 1 : end + 2]) for phrase in phrases)


def _owns_body(tokens: Tokens, start: int, end: int, after: int) -> bool:
    """Whether a plural's apostrophe stands inside a body's name: the People's Front, the Salt Growers' Federation."""
    if tokens.low[end - 1] in words("names", "possessors"):
        return True
    plural = tokens.text[end] in {"'", "’"} and tokens.low[end - 1].endswith("s") and end - start > 1
    return plural and tokens.low[after] in words("names", "organisation") | words("names", "movement")


def _is_body(tokens: Tokens, start: int, end: int) -> bool:
    heads = words("names", "organisation") | words("names", "movement") | words("names", "state_forms")
    return tokens.low[end - 1] in heads


def _in_topics(tokens: Tokens, start: int, end: int, after: int) -> bool:
    topics = words("names", "topics")
    heads = words("names", "organisation") | words("names", "state_forms")
    inside = any(tokens.low[i] in {"of", "for", "on"} and tokens.low[i - 1] in heads for i in range(start + 1, end))
    return tokens.low[after] in topics and (inside or tokens.low[end - 1] in topics)


def is_thing(tokens: Tokens, run: tuple[int, int]) -> bool:
    """Whether a run names an operation or an agreement rather than an actor; the list ends such names."""
    after = run[1]
    first = tokens.low[run[0] - 1] if run[0] else ""
    ends = after < len(tokens) and tokens.low[after] in words("names", "things") and tokens.capital[after]
    return (first == "operation" and tokens.capital[run[0] - 1]) or ends
