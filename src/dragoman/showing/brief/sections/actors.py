"""WHO IS WHO: the actors of the talks, their roles, and what outlets call them."""

import re

from dragoman.records.reading import ActorKind
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.voices import ActorRow, FramingCount, Role, RoleHeld
from dragoman.showing import words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import line, more, section
from dragoman.showing.brief.pile import Pile
from dragoman.showing.naming import is_named
from dragoman.showing.page.model import Line, Section, SectionKey
from dragoman.showing.page.pieces import said, told, wording
from dragoman.showing.plain import clipped, quoted

# What a party does as one: words of dealing with others, in the sentence that shows it.
DEALS = re.compile(
    r"\b(?:talks?|negotiat\w+|proposals?|offer\w*|deal|accord|agree\w*|truce|cease-?fire|accept\w*|reject\w*|demand\w*|refus\w+)\b",
    re.IGNORECASE,
)
ACTORS = 6
ALIASES = 3
AGAIN = 2  # times that an outlet calls somebody so: once may be a chance of the sentence
FRAMINGS = 3
REPORTS = 2  # an actor without a role is told of from this many reports on


def actors(pile: Pile, cite: Citations) -> Section | None:
    """Those with a role first, then those in most reports."""
    named = [row for row in pile.actors if is_named(row.name)]
    known = [row for row in named if row.roles or row.report_count >= REPORTS] or named
    known.sort(key=lambda row: (not row.roles, _is_place(row), -row.report_count, -row.mention_count, row.id))
    lines = [_actor(row, pile, cite) for row in known[:ACTORS]]
    left = len(pile.actors) - len(lines)
    return section(SectionKey.ACTORS, wording("section_actors"), lines, more=more(left, "actors", pile))


def _is_place(row: ActorRow) -> bool:
    """Whether nothing tells that this is an actor at all."""
    return row.kind == ActorKind.OTHER and not row.roles


def _part(row: ActorRow, pile: Pile, cite: Citations) -> tuple[list[RoleHeld], list[Evidence]]:
    """The roles that words of talks with a name of the actor in them show, and these words."""
    shown: list[RoleHeld] = []
    kept: list[Evidence] = []
    for held in row.roles:
        for item in held.evidence:
            (sentence,) = cite.around([item])
            named = any(name in sentence.quote for name in pile.names_of(row.id))
            if named and (held.role is not Role.PARTY or DEALS.search(sentence.quote)):
                shown.append(held)
                kept.append(item)
                break
    return shown, kept


def _actor(row: ActorRow, pile: Pile, cite: Citations) -> Line:
    held_roles, shows = _part(row, pile, cite)
    roles = list(dict.fromkeys(words.word("role", held.role) for held in held_roles))
    kind = words.word("actor", row.kind)
    if row.of:
        kind = wording("part_of", kind=kind or "part", whole=clipped(row.of.name, 40))
    facts = [fact for fact in (words.listing(roles), kind) if fact]
    pieces = [said("; ".join(facts) or wording("named_only"))]
    others = list({alias.lower(): alias for alias in row.aliases if alias.lower() != row.name.lower()}.values())[
        :ALIASES
    ]
    if others:
        pieces += told("also", names=words.listing([clipped(alias, 40) for alias in others]))
    framed = _framings(row.framings)
    if framed:
        pieces += told("called", names=words.listing(framed))
    evidence = shows[:2] or list(row.evidence[:1])
    return line(cite, clipped(row.name, 48), pieces, evidence, [row])


def _framings(items: tuple[FramingCount, ...]) -> list[str]:
    """What outlets call it, each wording once with those that use it."""
    outlets: dict[str, list[str]] = {}
    for item in items:
        if item.count < AGAIN:
            continue
        users = outlets.setdefault(item.words, [])
        users += [clipped(item.outlet, 30)] if item.outlet else []
    return [
        wording("called_by", words=quoted(framed, 48), outlets=words.listing(users[:2]) or wording("outlet_unknown"))
        for framed, users in list(outlets.items())[:FRAMINGS]
    ]
