"""Numbers in a text: digits and words joined to one amount, with bounds and hedge."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dragoman.reading.figures.words import DIGITS, YEAR, words
from dragoman.records.reading import Hedge

_ORDINALS = frozenset(
    ("first", "second", "fourth", "sixth", "seventh", "eighth", "ninth", "tenth", "twelfth", "hundredth", "thousandth")
)
_TO = frozenset(("to", "-", "–", "or"))
# What stands before a number that only tells one of a row.
_NUMBERED = frozenset(
    (
        "no",
        "number",
        "nos",
        "article",
        "resolution",
        "chapter",
        "paragraph",
        "section",
        "page",
        "phase",
        "day",
        "flight",
    )
)
_LONGEST_HEDGE = 4
NEARLY = "nearly"

Value = float | int


class Amount(NamedTuple):
    """An amount: the tokens `[start, end)` of number words with their hedge, and the token that stands for it."""

    start: int  # with the hedge
    end: int  # with what stands after the number ("or so")
    first: int  # the number itself: [first, last]
    last: int
    low: Value | None
    high: Value | None
    hedge: Hedge
    fraction: bool = False
    currency: str | None = None


class _Run(NamedTuple):
    first: int
    last: int
    low: Value
    high: Value
    vague: bool
    fraction: bool


def amounts(doc: Doc) -> Iterator[Amount]:
    """The amounts of a doc in order."""
    at, length = 0, len(doc)
    while at < length:
        if not _starts_number(doc[at]):
            at += 1
            continue
        run = _run(doc, at)
        if run is None:
            at += 1
            continue
        at = run.last + 1
        upper: _Run | None = None
        if at + 1 < length and doc[at].lower_ in _TO | {"and"} and _starts_number(doc[at + 1]):
            upper = _run(doc, at + 1)
            if upper is not None and not _is_range(doc, run, upper):
                upper = None
            if upper is not None:
                at = upper.last + 1
        if not _is_name_or_code(doc, run.first, (upper or run).last):
            yield _amount(doc, run, upper)


def _starts_number(token: Token) -> bool:
    word = token.lower_
    if word[0].isdigit():
        return True
    known = words()
    if word in known.ones or word in known.vague:
        return True
    if word in known.scales:
        return word in ("dozen", "hundred", "thousand", "million", "billion", "trillion")
    return word in known.fractions and _is_fraction(token)


def _is_fraction(token: Token) -> bool:
    """Whether "third" or "quarter" is a part of a whole here: "a third of them", "two thirds", "with a third dead"."""
    if token.i == 0:
        return False
    before = token.nbor(-1).lower_
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    plural = token.lower_.endswith("s")
    if before in ("a", "one") and token.lower_ != "half":
        return after in ("of", "are", "were", "is", "have", "believed", "thought", "feared", "dead")
    if token.lower_ == "half":
        return after in ("of", "the", "a", "its", "their", "are", "were")
    return plural and (before in words().ones or before == "-")


def _run(doc: Doc, at: int) -> _Run | None:
    """One number from `at`: "1.2 million", "a hundred and fifty", "hundreds of thousands", "2bn"."""
    known = words()
    word = doc[at].lower_
    if word in known.vague:
        return _vague(doc, at)
    if word in known.fractions:
        return _Run(at, at, known.fractions[word], known.fractions[word], vague=False, fraction=True)
    total: Value = 0
    current: Value | None = None
    last = at
    index = at
    while index < len(doc):
        word = doc[index].lower_.rstrip(".") or "."  # "€45m." at a sentence's end
        if word in known.scales and (current is not None or index == at):
            scale = known.scales[word]
            if len(word) == 1 and (index == at or doc[index - 1].whitespace_):
                break  # "5 m" in running text is as likely metres
            if scale >= 1000:
                total, current = total + (current if current is not None else 1) * scale, None
            else:
                current = (current if current is not None else 1) * scale
        elif word in known.ones:
            if current is not None and (current % 100 == 0) == (current < 20) and current % 10 != 0:
                break
            current = (current or 0) + known.ones[word]
        elif word in known.fractions and word.endswith("s") and index > at and current:
            value = round(current * known.fractions[word], 4)
            return _Run(at, index, value, value, vague=False, fraction=True)
        elif index == at and (value_ := _digits(word)) is not None:
            current = value_
        elif word in ("and", "-") and _goes_on(doc, index, current, total):
            index += 1
            continue
        else:
            break
        last = index
        index += 1
    if not total and current is None:
        return None
    amount = _whole(total + (current or 0))
    return _Run(at, last, amount, amount, vague=False, fraction=False)


def _whole(value: Value) -> Value:
    value = round(value, 6)
    return int(value) if float(value).is_integer() else value


def _goes_on(doc: Doc, index: int, current: Value | None, total: Value) -> bool:
    """Whether "and" or a hyphen joins parts of one number: "two hundred and ten", "twenty-five", "two-thirds"."""
    if index + 1 >= len(doc):
        return False
    known = words()
    after = doc[index + 1].lower_
    if doc[index].lower_ == "-":
        tens = current is not None and current % 10 == 0 and 20 <= current % 100 <= 90
        return (after in known.ones and tens and known.ones[after] < 10) or after in ("thirds", "quarters", "fifths")
    hundreds = current is not None and current >= 100 and current % 100 == 0
    return after in known.ones and (hundreds or (total > 0 and current is None))


def _digits(word: str) -> Value | None:
    match = DIGITS.fullmatch(word)
    if match is None:
        return None
    whole, part, suffix = match.groups()
    scale = 1
    if suffix:
        found = words().scales.get(suffix)
        if found is None:
            return None
        scale = found
    digits = whole.replace(",", "")
    if len(digits) > 18:
        return None
    if part is None:
        return int(digits) * scale
    return _whole(float(digits + part) * scale)


def _vague(doc: Doc, at: int) -> _Run:
    low, high = words().vague[doc[at].lower_]
    last = at
    while last + 2 < len(doc) and doc[last + 1].lower_ == "of" and doc[last + 2].lower_ in words().vague:
        unit, _ = words().vague[doc[last + 2].lower_]
        unit //= 2
        low, high = low * unit, (high + 1) * unit - 1
        last += 2
    return _Run(at, last, low, high, vague=True, fraction=False)


def _is_range(doc: Doc, low: _Run, high: _Run) -> bool:
    joint = doc[low.last + 1]
    if low.vague or high.vague or low.fraction or high.fraction:
        return False
    if joint.lower_ == "and":
        return low.first > 0 and doc[low.first - 1].lower_ == "between" and low.low < high.low
    if joint.lower_ == "or":
        return low.low < high.low <= 3 * low.low
    return low.low < high.low or low.low < high.low % 1000


def _is_name_or_code(doc: Doc, first: int, last: int) -> bool:
    """Whether the number is part of a name, a code, a date-like or a clock-like string: "F-16", "5+1", "10:30"."""
    token = doc[first]
    if first > 0:
        before = doc[first - 1]
        if not before.whitespace_ and before.text in ("#", "+", "/", ":", "No", "°", "@"):
            return True
        if not before.whitespace_ and (before.text == "-" or before.text[-1].isalpha()) and token.text[0].isdigit():
            return before.text.lower() not in words().currencies
        if before.lower_.rstrip(".") in _NUMBERED and (before.lower_ != "no" or before.text == "No"):
            return True
        named = before.pos_ == "PROPN" and token.head.i < first and token.dep_ in ("nummod", "appos", "npadvmod")
        if named and token.text[0].isdigit() and before.ent_type_ not in ("GPE",):
            return True
    if last + 1 < len(doc) and not doc[last].whitespace_:
        after = doc[last + 1]
        if after.text in ("+", "/", ":", "°", "th", "st", "nd", "rd"):
            return True
        if after.text == "-" and _is_age(doc, last + 2):
            return True
    return _is_digit_group(doc, first, last) or _is_stated_age(doc, first, last)


def _is_age(doc: Doc, unit: int) -> bool:
    return unit + 2 < len(doc) and doc[unit + 1].text == "-" and doc[unit + 2].lower_ == "old"


def _is_digit_group(doc: Doc, first: int, last: int) -> bool:
    """Phone numbers, scores, ISO dates: digits, a hyphen, digits, and no rise from one to the other."""
    if last + 2 < len(doc) and doc[last + 1].text in ("-", "–") and doc[last + 2].text[:1].isdigit():
        return True
    return first >= 2 and doc[first - 1].text in ("-", "–") and doc[first - 2].text[-1:].isdigit()


def _is_stated_age(doc: Doc, first: int, last: int) -> bool:
    before = doc[first - 1].lower_ if first else ""
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    if before in ("aged", "age"):
        return True
    if after in ("years", "year", "months") and last + 2 < len(doc) and doc[last + 2].lower_ == "old":
        return True
    return before == "," and after in (",", ".", ")", "") and doc[first - 2].pos_ == "PROPN" if first >= 2 else False


def is_year(token: Token) -> bool:
    """Whether a bare number is a year."""
    return YEAR.fullmatch(token.text) is not None


def _amount(doc: Doc, run: _Run, upper: _Run | None) -> Amount:
    low: Value | None = run.low
    high: Value | None = run.high
    hedge = Hedge.RANGE if run.vague else Hedge.EXACT
    last = run.last
    if upper is not None:
        last = upper.last
        scale = 1
        if isinstance(run.low, int) and run.low < 1000 <= upper.low and doc[upper.last].lower_ in words().scales:
            scale = words().scales[doc[upper.last].lower_]  # "two to three million"
        low, high, hedge = run.low * scale, upper.low, Hedge.RANGE
    start, currency = _currency(doc, run.first)
    if start and doc[start - 1].lower_ in ("a", "an") and _takes_article(doc[start]):
        start -= 1  # "a third", "a dozen"
    if upper is not None and start and doc[start - 1].lower_ == "between":
        start -= 1
    start, found = _hedge(doc, start)
    end, later = _after(doc, last + 1)
    found = found or later
    if found is not None and hedge is not Hedge.RANGE:
        hedge = Hedge.ABOUT if found == NEARLY else Hedge(found)
        low = None if hedge is Hedge.AT_MOST or found == NEARLY else low
        high = None if hedge is Hedge.AT_LEAST else high
    return Amount(start, end, run.first, last, low, high, hedge, run.fraction, currency)


def _takes_article(word: Token) -> bool:
    return word.lower_ in words().fractions or word.lower_ in words().scales


def _currency(doc: Doc, first: int) -> tuple[int, str | None]:
    if first and doc[first - 1].lower_ in words().currencies and not doc[first - 1].is_alpha:
        return first - 1, words().currencies[doc[first - 1].lower_]
    if first and doc[first - 1].text in ("USD", "EUR", "GBP"):
        return first - 1, doc[first - 1].text
    return first, None


def _hedge(doc: Doc, start: int) -> tuple[int, str | None]:
    """The hedge before a number; an article or "an estimated" between them is passed over."""
    passed = start - 1 if start and doc[start - 1].lower_ in ("a", "an", "another", "the") else start
    for place in dict.fromkeys((passed, start)):
        before = tuple(token.lower_ for token in doc[max(0, place - _LONGEST_HEDGE) : place])
        for phrase, hedge in words().hedges:
            if before[-len(phrase) :] == phrase and _means_amount(doc, place, phrase):
                return place - len(phrase), hedge
    return start, None


def _means_amount(doc: Doc, at: int, phrase: tuple[str, ...]) -> bool:
    """Whether "under", "over" or "about" measures the number here: not in "talks over two dams"."""
    if phrase not in (("over",), ("under",), ("above",), ("about",), ("below",), ("beyond",), ("around",)):
        return True
    word, number = doc[at - 1], doc[at]
    small = number.lower_ in ("one", "two", "three")
    if small and word.dep_ == "prep" and word.head.i < word.i and word.head.pos_ in ("NOUN", "VERB"):
        return False
    return not (word.dep_ == "prep" and word.lower_ in ("under", "over", "above", "about") and word.head.pos_ == "NOUN")


def _after(doc: Doc, end: int) -> tuple[int, Hedge | None]:
    pair = " ".join(token.lower_ for token in doc[end : end + 2])
    found = words().after.get(pair)
    return (end + 2, found) if found is not None else (end, None)
