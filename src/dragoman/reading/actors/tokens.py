"""A block's tokens as plain lists, read once: what the finding of actors looks at over and over."""

from dataclasses import dataclass

from spacy.attrs import HEAD
from spacy.tokens import Doc

from dragoman.reading.spelling import plain

_OPENING = frozenset('"“‘«„')
_CLOSING = frozenset("”»")
_LEADS = frozenset({":", "-", "–", "—", "•", "*", "(", "[", "|", ">"})
_HEADLINE_SHARE = 0.7
_HEADLINE_WORDS = 4
_STOPS = frozenset({".", "?", "!", "”", '"', "..."})
_OWNING = frozenset({"'s", "'"})


@dataclass(frozen=True)
class Tokens:
    """Lists over the tokens of `doc`, all of one length. `low` is plain: lower case without diacritics."""

    doc: Doc
    text: list[str]
    low: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    label: list[str]  # the entity label, empty outside entities
    sentence: list[int]
    capital: list[bool]  # begins with a capital letter
    initial: list[bool]  # begins a sentence, a quotation or a bracket: its capital means little
    headline: list[bool]  # stands in a line whose every word has a capital
    quoted: list[int]  # 0 outside quotation marks, else the number of the quotation
    spaced: list[bool]  # white space follows
    stop: list[bool]
    children: list[list[int]]

    def __len__(self) -> int:
        return len(self.text)

    def owns(self, i: int) -> bool:
        """Whether token `i` is a possessive ending; a lone apostrophe after an s is one however it is tagged."""
        if not 0 < i < len(self.text) or self.low[i] not in _OWNING:
            return False
        if self.tag[i] == "POS":
            return True
        return self.low[i] == "'" and self.low[i - 1][-1:] == "s" and not self.spaced[i - 1] and self.spaced[i]


def read(doc: Doc) -> Tokens:
    """The lists of a block."""
    all_tokens = list(doc)  # once: every pass over a doc makes its tokens anew
    text = [t.text for t in all_tokens]
    capital = [word[:1].isupper() for word in text]
    sentence, headline = _sentences(doc, text, capital)
    head = [i + int(step) for i, step in enumerate(doc.to_array([HEAD]).astype("int64").reshape(-1))]
    quoted = _quotations(text)
    children: list[list[int]] = [[] for _ in text]
    for i, h in enumerate(head):
        if h != i:
            children[h].append(i)
    return Tokens(
        doc=doc,
        text=text,
        low=[plain(word) for word in text],
        lemma=[t.lemma_.lower() for t in all_tokens],
        pos=[t.pos_ for t in all_tokens],
        tag=[t.tag_ for t in all_tokens],
        dep=[t.dep_ for t in all_tokens],
        head=head,
        label=[t.ent_type_ for t in all_tokens],
        sentence=sentence,
        capital=capital,
        initial=_initial(text, sentence, quoted),
        headline=headline,
        quoted=quoted,
        spaced=[bool(t.whitespace_) or t.is_space for t in all_tokens],
        stop=[t.is_stop for t in all_tokens],
        children=children,
    )


def _sentences(doc: Doc, text: list[str], capital: list[bool]) -> tuple[list[int], list[bool]]:
    number = [0] * len(text)
    for n, sent in enumerate(doc.sents):
        number[sent.start : sent.end] = [n] * (sent.end - sent.start)
    headline = [False] * len(text)
    start = 0
    for i in range(len(text) + 1):
        if i == len(text) or "\n" in text[i]:
            if _is_headline(text, capital, start, i):
                headline[start:i] = [True] * (i - start)
            start = i + 1
    return number, headline


def _is_headline(text: list[str], capital: list[bool], start: int, end: int) -> bool:
    """Whether a line has a capital on almost every word and no full stop: a headline, a list of them, a menu."""
    if end - start < _HEADLINE_WORDS or any(word in _STOPS for word in text[max(start, end - 3) : end]):
        return False
    long_words = [i for i in range(start, end) if len(text[i]) > 3 and text[i].isalpha()]
    return len(long_words) >= _HEADLINE_WORDS and sum(capital[i] for i in long_words) >= _HEADLINE_SHARE * len(
        long_words
    )


def _initial(text: list[str], sentence: list[int], quoted: list[int]) -> list[bool]:
    found = [False] * len(text)
    fresh = True
    for i, word in enumerate(text):
        if i and sentence[i] != sentence[i - 1]:
            fresh = True
        if word.isspace():
            continue
        if word[:1].isalnum():
            found[i] = fresh
            fresh = False
        elif word in _LEADS or (word in _OPENING and quoted[i]):
            fresh = True
    return found


def _quotations(text: list[str]) -> list[int]:
    """Numbers the quotations; straight marks toggle, and a paragraph's end closes what was left open."""
    found = [0] * len(text)
    count = 0
    open_now = False
    for i, word in enumerate(text):
        if word.isspace() and "\n" in word:
            open_now = False
        if word in {"“", "«", "„"} or (word == '"' and not open_now):
            count += 1
            open_now = True
        elif word in _CLOSING or word == '"':
            open_now = False
            continue
        if open_now:
            found[i] = count
    return found
