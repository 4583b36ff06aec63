"""A block's tokens as plain lists, read once: what the finding of actors looks at over and over."""

from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.reading.actors.spelling import plain

_OPENING = frozenset('"“‘«„')
_CLOSING = frozenset("”»")
_LEADS = frozenset({":", "-", "–", "—", "•", "*", "(", "[", "|", ">"})
_HEADLINE_SHARE = 0.7
_HEADLINE_WORDS = 4
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
    text = [t.text for t in doc]
    capital = [word[:1].isupper() for word in text]
    sentence, headline = _sentences(doc, text, capital)
    head = [t.head.i for t in doc]
    quoted = _quotations(text)
    children: list[list[int]] = [[] for _ in text]
    for i, h in enumerate(head):
        if h != i:
            children[h].append(i)
    return Tokens(
        doc=doc,
        text=text,
        low=[plain(word) for word in text],
        lemma=[t.lemma_.lower() for t in doc],
        pos=[t.pos_ for t in doc],
        tag=[t.tag_ for t in doc],
        dep=[t.dep_ for t in doc],
        head=head,
        label=[t.ent_type_ for t in doc],
        sentence=sentence,
        capital=capital,
        initial=_initial(text, sentence, quoted),
        headline=headline,
        quoted=quoted,
        spaced=[bool(t.whitespace_) or t.is_space for t in doc],
        stop=[t.is_stop for t in doc],
        children=children,
    )


def _sentences(doc: Doc, text: list[str], capital: list[bool]) -> tuple[list[int], list[bool]]:
    number = [0] * len(text)
    headline = [False] * len(text)
    for n, sent in enumerate(doc.sents):
        if not _is_line(text, sent.start, sent.end):
            for i in range(sent.start, sent.end):
                number[i] = n
            continue
        long_words = [i for i in range(sent.start, sent.end) if len(text[i]) > 3 and text[i].isalpha()]
        share = sum(capital[i] for i in long_words) / len(long_words) if long_words else 0.0
        closed = text[sent.end - 1] in {".", "?", "!", "”", '"'} or "." in text[sent.start : sent.end][-3:]
        is_headline = len(long_words) >= _HEADLINE_WORDS and share >= _HEADLINE_SHARE and not closed
        for i in range(sent.start, sent.end):
            number[i] = n
            headline[i] = is_headline
    return number, headline


def _is_line(text: list[str], start: int, end: int) -> bool:
    """Whether a sentence is a line (or lines) by itself."""
    opens = start == 0 or "\n" in text[start - 1] or "\n" in text[start]
    return opens and (end >= len(text) or "\n" in text[end - 1] or "\n" in text[end])


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
