"""WHO IS WHO: the actors of the talks, their roles, and what outlets call them."""

from collections.abc import Iterable

from dragoman.process.grounds import named_outlet
from dragoman.records.reading import ActorKind
from dragoman.records.rows.evidence import Evidence
from dragoman.records.rows.talks import ChannelRow
from dragoman.records.rows.voices import ActorRow, Role, RoleHeld
from dragoman.showing import words
from dragoman.showing.brief.citing import PER_LINE, Citations
from dragoman.showing.brief.lines import line, more, section
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.shown import named, shows_role
from dragoman.showing.naming import is_named
from dragoman.showing.page.model import Line, Section, SectionKey
from dragoman.showing.page.pieces import said, told, wording
from dragoman.showing.plain import clipped, quoted

ACTORS = 6
ALIASES = 3
AGAIN = 2  # times that an outlet calls somebody so: once may be a chance of the sentence
REPORTS = 2  # an actor without a role is told of from this many reports on


def actors(pile: Pile, cite: Citations) -> Section | None:
    """Those with a role first, then those in most reports."""
    lines = [_actor(row, pile, cite) for row in pile.whole.once("foremost actors", lambda: _foremost(pile.actors))]
    left = len(pile.actors) - len(lines)
    return section(SectionKey.ACTORS, wording("section_actors"), lines, more=more(left, "actors", pile))


def _foremost(rows: Iterable[ActorRow]) -> list[ActorRow]:
    """As many as there is room for; who they are is the same on every day."""
    known_by_name = [row for row in rows if is_named(row.name) and (row.roles or not named_outlet(row.name))]
    known = [row for row in known_by_name if row.roles or row.report_count >= REPORTS] or known_by_name
    known.sort(key=lambda row: (not row.roles, _is_place(row), -row.report_count, -row.mention_count, row.id))
    return known[:ACTORS]


def _is_place(row: ActorRow) -> bool:
    """Whether nothing tells that this is an actor at all."""
    return row.kind == ActorKind.OTHER and not row.roles


def _part(row: ActorRow, pile: Pile, cite: Citations) -> tuple[list[RoleHeld], list[Evidence]]:
    """The roles that words of talks with a name of the actor in them show, and these words."""
    mine = [one for one in pile.channels if row.id in {actor.id for actor in (*one.parties, *one.mediators)}]
    key = "part in talks", row.id, tuple(one.id for one in mine)  # the same on every day on which these stand
    found: tuple[list[RoleHeld], list[Evidence]] = pile.whole.once(key, lambda: _part_in(mine, row, cite))
    return found


def _part_in(mine: Iterable[ChannelRow], row: ActorRow, cite: Citations) -> tuple[list[RoleHeld], list[Evidence]]:
    talks = [item for one in mine for spell in one.states for item in spell.evidence]
    shown: list[RoleHeld] = []
    kept: list[Evidence] = []
    for held in row.roles:
        told = [(_shown(row, held.role, item, cite), item) for item in (*held.evidence, *talks)]
        shows = [(rank, item) for rank, item in told if rank is not None]
        if shows:
            shown.append(held)
            kept.append(min(shows, key=lambda pair: pair[0])[1])
    return shown, kept


def _shown(row: ActorRow, role: Role, item: Evidence, cite: Citations) -> int | None:
    """How well the sentence of some words shows that an actor has a role."""
    return shows_role(role, (row.name, *row.aliases), cite.around([item])[0].quote)


def _actor(row: ActorRow, pile: Pile, cite: Citations) -> Line:
    held_roles, shows = _part(row, pile, cite)
    roles = list(dict.fromkeys(words.word("role", held.role) for held in held_roles))
    kind = words.word("actor", row.kind)
    if row.of:
        kind = wording("part_of", kind=kind or "part", whole=clipped(row.of.name, 40))
    facts = [fact for fact in (words.listing(roles), kind) if fact]
    pieces = [said("; ".join(facts) or wording("named_only"))]
    evidence = shows[:2] or list(row.evidence[:1])
    called, framed = _framings(row, cite)
    evidence += [item for item in called if item not in evidence]
    evidence = evidence[:PER_LINE]
    quoted_here = " ".join(item.quote for item in cite.around(evidence))
    aliases = {alias.lower(): alias for alias in row.aliases if alias.lower() != row.name.lower()}
    others = [alias for alias in aliases.values() if named([alias], quoted_here)][:ALIASES]
    if others:
        pieces += told("also", names=words.listing([clipped(alias, 40) for alias in others]))
    if framed:
        pieces += told("called", names=words.listing(framed))
    return line(cite, clipped(row.name, 48), pieces, evidence, [row])


def _framings(row: ActorRow, cite: Citations) -> tuple[list[Evidence], list[str]]:
    """What outlets call it, each wording once with those that use it, where it can be quoted; and where it stands."""
    outlets: dict[str, list[str]] = {}
    for item in row.framings:
        if item.count < AGAIN:
            continue
        users = outlets.setdefault(item.words, [])
        users += [clipped(item.outlet, 30)] if item.outlet else []
    places: list[Evidence] = []
    framed: list[str] = []
    for called, users in outlets.items():
        where = next((item for item in row.evidence if called in cite.around([item])[0].quote), None)
        if where is not None:
            places.append(where)
            by = words.listing(users[:2]) or wording("outlet_unknown")
            framed.append(wording("called_by", words=quoted(called, 48), outlets=by))
    return places[:1], framed[:1]
