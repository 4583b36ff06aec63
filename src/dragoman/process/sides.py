"""Sides: who negotiates with whom, from what they do with each other; states, movements, the many named as one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from dragoman.process.grounds import Grounds, named_outlet
from dragoman.process.listed import listed
from dragoman.process.rules import between_sides, no_side, one_side, opposite_only, stem_of, trades
from dragoman.process.wording import says
from dragoman.records.reading import ActorKind, EventMode
from dragoman.records.rows.evidence import ActorRef
from dragoman.records.rows.happenings import TimelineRow

_PLAYERS = frozenset((ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.GROUP))
# "producers", "producing countries", "producer members": many named by what they do are one side.
_MANY = re.compile(r"\b([a-z]{4,}?)(?:ers|ors|ing (?:countries|nations|members|states)|(?:er|or) (?:and \w+ )?(?:members|delegates|countries|nations|side|group))\b")  # fmt: skip # noqa: E501
_JOINED = re.compile(r"(?:\bbetween|\bwith|\band|,|\bversus|\bfrom)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_PEOPLE = re.compile(r"^[A-Z][a-z]+s$")
_LAST = re.compile(r"\band\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_PART_OF = re.compile(r"\b(?:members?|part) of (?:the )?$", re.IGNORECASE)
_LISTS = re.compile(r"^(?: group| powers)?\s*(?:\(|-- ?|– ?|— ?)")
_WORD = re.compile(r"(?<![\w-])\w+")
_AFTER_HYPHEN = re.compile(r"\w+")
_LISTED = re.compile(r",\s*(?:the\s+)?$")
_OF = re.compile(r"\bof (?:the )?(?:\S+ )?$", re.IGNORECASE)
_BESIDE = 40  # characters in which the members of a body are told beside its name
_AND = re.compile(r"(?:\s*[-–]\s*|\s+and\s+(?:the\s+)?)")
_OWNS = re.compile(r"['’]s\b")
_THEN = re.compile(r"^(?:[,)]|, \w+,)?\s+(?:members? )?")
# An organisation's name that only tells whose meeting it is: "the Council's board", "Council quota talks".
_WHOSE = re.compile(
    r"^\)?(?:, [A-Z]+,)? (?:\w+ )?"
    r"(?:council|board|executive|meetings?|session|talks|negotiations|quotas?|conference|members?|headquarters)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"^\s*(?:,|and\b|or\b)", re.IGNORECASE)


# What is put to somebody, who may be told as whom it is done to: "handed the negotiators a draft".
_GIVEN = frozenset(("propose", "counter_propose"))
_REACH = 120  # characters after "between" in which the sides are named


class Mention(NamedTuple):
    """A side that words name, and where."""

    side: ActorRef
    start: int
    end: int


class Sides:
    """Who the sides can be, and which of them the words of an event put together."""

    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self._houses: frozenset[ActorRef] = frozenset()
        unnamed = (row.name for row in grounds.actors.values() if not row.named)
        self._plain = frozenset(word for name in unnamed for word in name.split() if word.islower())
        self._many: dict[str, ActorRef] = {}
        self._peoples: dict[str, ActorRef] = {}
        for row in sorted(grounds.timeline, key=lambda row: row.id):
            if row.type in between_sides():
                for ref in row.actors:
                    self._note(ref)
        self._many = _one_by_trade(self._many)
        self._listed = listed(self._many, grounds)
        self._dealings = tuple(filter(_is_dealing, grounds.timeline))
        self._names = self._all_names()
        self._starts: dict[str, list[str]] = {}
        for name in sorted(self._names, key=lambda name: (-len(name), name)):
            begins = _WORD.match(name)
            if begins is not None:
                self._starts.setdefault(begins.group(), []).append(name)
        # Where dealings stand, by the reports that tell them and by the sides that they link; made when asked for.
        self._by_report: dict[str, list[int]] | None = None
        self._by_side: dict[ActorRef, list[int]] | None = None
        self._told: dict[str, tuple[Mention, ...]] = {}
        self._linked: dict[str, tuple[ActorRef, ...]] = {}
        self._named: dict[str, tuple[ActorRef, ...]] = {}
        self._known = {stem: told for stem, told in one_side().items() if stem in self._many}
        # Whether any of them is named at all, which most texts answer with no.
        self._any_known = re.compile("|".join(p.pattern for p in self._known.values()) or "(?!)", re.IGNORECASE)
        stems = "|".join(sorted(self._many.keys() - self._known.keys()))
        self._stems = re.compile(rf"\b({stems})(?:ers?|ors?|ing)\b", re.IGNORECASE) if stems else None
        self._houses = self._all_houses()
        self._told.clear()
        self._linked.clear()
        self.bodies = self._bodies()

    def _note(self, ref: ActorRef) -> None:
        row = self.grounds.actors.get(ref.id)
        if row and not row.named and row.of is None and is_people(row.name) and not self._is_common(row.name):
            self._peoples.setdefault(row.name, ref)
            return
        stem = None if row is None or row.named else many(row.name)
        if stem and (row is None or row.of is None or self.grounds.principal(ref) == ref):
            kept = self._many.get(stem)
            if kept is None or _plainness(ref) < _plainness(kept):
                self._many[stem] = ref

    def _is_common(self, name: str) -> bool:
        """Whether a plural that opens a sentence is no people's name: it stands without its capital elsewhere."""
        return name.lower() in self._plain

    def _all_names(self) -> dict[str, ActorRef]:
        found: dict[str, ActorRef] = {}
        for row in sorted(self.grounds.actors.values(), key=lambda row: row.id):
            if not (row.name in self._peoples or (row.named and row.kind is not ActorKind.OTHER)):
                continue
            side = self.of(ActorRef(id=row.id, name=row.name))
            if side is not None:
                for name in (row.name, *row.aliases):
                    found.setdefault(name, side)
        return found

    def _all_houses(self) -> frozenset[ActorRef]:
        """The organisations in which several sides sit together: "Council producers", "consumers of the Council"."""
        members: dict[ActorRef, set[str]] = {}
        for row in self.dealings():
            for at, done, side in self._standing(row.text):
                if self._is_organisation(side):
                    members.setdefault(side, set()).update(self._members_told(row.text, at, done))
        return frozenset(side for side, stems in members.items() if len(stems) > 1)

    def _bodies(self) -> dict[ActorRef, frozenset[ActorRef]]:
        """The bodies whose members are listed right after their name: "the Five (Ossary, Lisse, ...)"."""
        found: dict[ActorRef, frozenset[ActorRef]] = {}
        for row in self.dealings():
            told = self.mentioned(row.text)
            for n, one in enumerate(told):
                members = frozenset(other.side for other in told[n + 1 :]) - {one.side}
                if _LISTS.match(row.text[one.end :]) and len(members) > 2:
                    found[one.side] = found.get(one.side, frozenset()) | members
        return found

    def of(self, ref: ActorRef) -> ActorRef | None:
        """The side that an actor stands for: whom it acts for, or the many that it is of; None for anybody else."""
        principal = self.grounds.principal(ref)
        row = self.grounds.actors.get(principal.id)
        if row is None:
            return None
        if not row.named:
            if row.of is None and is_people(row.name) and not self._is_common(row.name):  # "the Osks"
                return self.grounds.states.get(row.name) or self._peoples.get(row.name)
            return self._many.get(many(row.name) or "")
        if row.kind not in _PLAYERS or named_outlet(row.name) or principal in self._houses:
            return None
        return next((self._listed[name] for name in (row.name, *row.aliases) if name in self._listed), principal)

    def many_of(self, ref: ActorRef) -> ActorRef | None:
        """The side of many that somebody without a name is of by what he is called; of a few of them none."""
        stem = stem_of(ref.name)
        return self._many.get(stem) if stem is not None and not says("a_few", ref.name) else None

    def mentioned(self, text: str) -> tuple[Mention, ...]:
        """The sides that a text names, in order; "Ossary's plan" and "Ossary-held" name none."""
        if text not in self._told:
            found = list(self._named_in(text))
            if self._stems is not None:
                matches = self._stems.finditer(text)
                found += [Mention(self._many[m.group(1).lower()], m.start(), m.end()) for m in matches]
            for stem, known in self._known.items() if self._any_known.search(text) else ():
                found += [Mention(self._many[stem], m.start(), m.end()) for m in known.finditer(text)]
            self._told[text] = tuple(sorted(found, key=lambda one: (one.start, one.side.id)))
        return self._told[text]

    def _named_in(self, text: str) -> Iterator[Mention]:
        for at, done, side in self._standing(text):
            rest = text[done:]
            whose = _OWNS.match(rest) or self._stem_after(rest) or _PART_OF.search(text[:at])
            if not whose and not (_WHOSE.match(rest) and self._is_organisation(side)):
                yield Mention(side, at, done)

    def _standing(self, text: str) -> Iterator[tuple[int, int, ActorRef]]:
        """Where the names of sides stand, each in its longest form."""
        done = 0
        for match in _WORD.finditer(text):
            names = self._starts.get(match.group())  # most words begin no name
            at = match.start()
            if names is None or at < done:
                continue
            name = next((n for n in names if _stands(n, text, at)), None)
            if name is not None:
                done = at + len(name)
                if self._names[name] not in self._houses:
                    yield at, done, self._names[name]

    def _is_organisation(self, side: ActorRef) -> bool:
        row = self.grounds.actors.get(side.id)
        return row is not None and row.kind is ActorKind.ORGANISATION

    def _members_told(self, text: str, at: int, done: int) -> Iterator[str]:
        """The many of a body that stand right after its name, or before it with "of": "growers of the Council"."""
        if self._stems is None:
            return
        if self._stem_after(text[done:]):
            yield from (m.group(1).lower() for m in self._stems.finditer(text[done : done + _BESIDE]))
        if _OF.search(text[:at]):
            yield from (m.group(1).lower() for m in self._stems.finditer(text[max(0, at - _BESIDE) : at]))

    def _stem_after(self, rest: str) -> str | None:
        """The many of whom a name right before only tells of what body they are: "Council producers"."""
        if self._stems is None or _THEN.match(rest) is None:
            return None
        found = self._stems.match(_THEN.sub("", rest, count=1))
        return found.group(1).lower() if found else None

    def linked(self, row: TimelineRow) -> tuple[ActorRef, ...]:
        """The sides that an event tells together: its doers, and those that its words join to others."""
        if row.id not in self._linked:
            self._linked[row.id] = self._link(row)
        return self._linked[row.id]

    def _link(self, row: TimelineRow) -> tuple[ActorRef, ...]:
        found = [side for ref in row.agent if (side := self.of(ref)) is not None]
        told = self.mentioned(row.text)
        for n, one in enumerate(told):
            joined = _JOINED.search(row.text[: one.start]) is not None
            follows = n + 1 < len(told) and _NEXT.match(row.text[one.end :]) is not None
            if joined or follows:
                found.append(one.side)
        if row.agent and row.type != "meet":
            given = (*row.recipient, *row.patient) if row.type in _GIVEN else row.recipient
            found += [side for ref in given if (side := self.of(ref)) is not None]
        return tuple(dict.fromkeys(found))

    def between(self, row: TimelineRow) -> tuple[ActorRef, ...]:
        """The sides that the words put something between: "talks between the guild and the port"."""
        at = row.text.lower().find("between ")
        if at < 0:
            return ()
        found: list[ActorRef] = []
        for one in self.mentioned(row.text):
            if at < one.start < at + _REACH:
                found.append(one.side)
                if _LAST.search(row.text[: one.start]) and len(set(found)) > 1:
                    break
        return tuple(dict.fromkeys(found))

    def joined(self, row: TimelineRow) -> tuple[ActorRef, ...]:
        """The two sides that words join by "and" or a hyphen alone: "while Ossary and Lisse observe a truce".

        Those who do it are no sides that it is put to.
        """
        doers = {self.of(ref) for ref in row.agent}
        for match in _WORD.finditer(row.text):
            one = self._longest(row.text, match.start())
            between = _AND.match(row.text, match.start() + len(one)) if one else None
            other = self._longest(row.text, between.end()) if between else None
            is_end_of_list = _LISTED.search(row.text[: match.start()]) is not None
            if one and other and self._names[one] != self._names[other] and not is_end_of_list:
                if {self._names[one], self._names[other]} <= doers:
                    continue
                return self._names[one], self._names[other]
        return ()

    def _longest(self, text: str, at: int) -> str | None:
        """The longest name of a side that stands at a place, a hyphen after it or not."""
        word = _WORD.match(text, at) or _AFTER_HYPHEN.match(text, at)
        names = self._starts.get(word.group(), ()) if word else ()
        ends = (n for n in names if text.startswith(n, at) and not text[at + len(n) : at + len(n) + 1].isalnum())
        return next(ends, None)

    def named(self, row: TimelineRow) -> tuple[ActorRef, ...]:
        """The sides that an event names at all: as doers or others, or in its words."""
        if row.id not in self._named:
            refs = [side for ref in row.actors if (side := self.of(ref)) is not None]
            self._named[row.id] = tuple(dict.fromkeys((*refs, *(one.side for one in self.mentioned(row.text)))))
        return self._named[row.id]

    def all_of_them(self, row: TimelineRow) -> bool:
        """Whether an event is told of all sides without naming them."""
        return any(says("all_sides", ref.name) for ref in row.agent)

    def pairs(self, reports: frozenset[str] | None = None) -> Counter[tuple[ActorRef, ActorRef]]:
        """How many events tell two sides together; of some reports alone where these are given."""
        found: Counter[tuple[ActorRef, ActorRef]] = Counter()
        for row in self.dealings() if reports is None else self._told_in(reports):
            sides = sorted(self.linked(row), key=lambda ref: ref.id)
            found.update(combinations(sides, 2))
        return found

    def _told_in(self, reports: frozenset[str]) -> Iterator[TimelineRow]:
        """The dealings that some reports tell."""
        if self._by_report is None:
            self._by_report = {}
            for n, row in enumerate(self._dealings):
                for e in row.evidence:
                    self._by_report.setdefault(e.report, []).append(n)
        places = {n for report in reports for n in self._by_report.get(report, ())}
        return (self._dealings[n] for n in sorted(places))

    def dealings_of(self, sides: Iterable[ActorRef]) -> Iterator[TimelineRow]:
        """The dealings that tell any of some sides together with others."""
        if self._by_side is None:
            self._by_side = {}
            for n, row in enumerate(self._dealings):
                for side in self.linked(row):
                    self._by_side.setdefault(side, []).append(n)
        places = {n for side in sides for n in self._by_side.get(side, ())}
        return (self._dealings[n] for n in sorted(places))

    def dealings(self) -> tuple[TimelineRow, ...]:
        """The events that sides do with each other; a meeting only where talks are told of."""
        return self._dealings


def _is_dealing(row: TimelineRow) -> bool:
    if row.type not in between_sides() or row.mode is EventMode.DENIED:
        return False
    return row.type != "meet" or says("talks", row.text)


def _stands(name: str, text: str, at: int) -> bool:
    """Whether a name stands at a place of a text, whole: "Ossary" does not stand in "Ossary-held"."""
    end = at + len(name)
    return text.startswith(name, at) and not (text[end : end + 1].isalnum() or text[end : end + 1] in ("-", "_"))


def _one_by_trade(many: dict[str, ActorRef]) -> dict[str, ActorRef]:
    """The many by their stems: "the workers" are those of the one trade told of, "the firms" their employers."""
    found = dict(many)
    known = sorted(trades() & found.keys())
    if len(known) == 1:
        found["work"] = found[known[0]]
    for stem, (other, one) in opposite_only().items():
        ref = found.pop(stem, None)
        if ref is not None and (other in found or (known and other == "work")):
            found[stem] = found.setdefault(one, ref)
    return found


def _plainness(ref: ActorRef) -> tuple[bool, bool, int, bool, str]:
    """By which of several names the many of a side are called: of all of them, the shortest, as inside a sentence."""
    return says("a_few", ref.name), ref.name.endswith("y"), len(ref.name), ref.name[:1].isupper(), ref.id


def is_people(name: str) -> bool:
    """Whether a name is that of a people, and not of the many who do something: "Osks", and not "Consumers"."""
    return _PEOPLE.match(name) is not None and stem_of(name) is None and _MANY.search(name.lower()) is None


def many(name: str) -> str | None:
    """What the many of a name do, as a stem: "producing countries" and "most producers" are both `produc`."""
    if known := stem_of(name):
        return known
    match = _MANY.search(name.lower())
    return match.group(1) if match and match.group(1) not in no_side() else None
