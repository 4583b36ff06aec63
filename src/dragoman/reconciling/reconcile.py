"""Many readings to one reconciled record."""

from dragoman.reconciling.actor_rows import actor_rows
from dragoman.reconciling.actors import Actors, join_actors
from dragoman.reconciling.claims import Claim, find_claims
from dragoman.reconciling.conflicts.how_many import how_many
from dragoman.reconciling.conflicts.sides import row as conflict_row
from dragoman.reconciling.conflicts.whether import whether
from dragoman.reconciling.conflicts.who import who
from dragoman.reconciling.copies import copies_of, revisions_of
from dragoman.reconciling.dating import dated
from dragoman.reconciling.figures import Series, find_series
from dragoman.reconciling.happenings import find_happenings
from dragoman.reconciling.origins import find_origins
from dragoman.reconciling.pile import Pile
from dragoman.reconciling.report_rows import report_rows
from dragoman.reconciling.review import Reviews, stands
from dragoman.reconciling.stances import find_offers, find_stances
from dragoman.reconciling.timeline import timeline
from dragoman.reconciling.voices import statement_row, voices
from dragoman.records.corrections import NO_CORRECTIONS, Corrections
from dragoman.records.record import Reconciled
from dragoman.records.rows.happenings import ConflictRow, FigureRow
from dragoman.records.rows.reports import Relevance


def reconcile(pile: Pile, corrections: Corrections = NO_CORRECTIONS) -> Reconciled:
    """The record of a pile under the corrections of a journal: a pure function of both, whatever their order was.

    Reports that a person excluded are listed and counted; nothing else of them is in the record.
    """
    whole, pile = pile, dated(_included(pile, corrections))
    whole = Pile(pile[item.id] if item.id in pile else item for item in whole)  # noqa: SIM401  a pile is no dict
    reviews = Reviews(corrections)
    copies, revisions = copies_of(pile), revisions_of(pile)
    actors = join_actors(pile, corrections)
    said = voices(pile, actors)
    origins = find_origins(pile, said, copies)
    statements = tuple(statement_row(v, pile[v.report], actors, origins.of[v.id]) for v in said)
    statements = reviews.mark("statements", statements)
    rejected = {row.id for row in statements if not stands(row)}
    standing = tuple(voice for voice in said if voice.id not in rejected)
    claims = find_claims(pile, actors, standing, find_happenings(pile, actors, standing, origins), origins)
    events = reviews.mark("timeline", timeline(claims, pile, actors))
    struck = {row.claim for row in events if not stands(row)}
    counted = tuple(claim for claim in claims if claim.row.id not in struck)
    series = find_series(pile, actors, standing)
    conflicts, figures = _conflicts(pile, actors, counted, series)
    events_that_stand = tuple(row for row in events if stands(row))
    return Reconciled(
        reports=report_rows(whole, corrections, copies, revisions),
        statements=statements,
        actors=reviews.mark("actors", actor_rows(pile, actors, events_that_stand, statements)),
        origins=reviews.mark("origins", origins.rows),
        timeline=events,
        claims=reviews.mark("claims", tuple(claim.row for claim in claims)),
        conflicts=reviews.mark("conflicts", conflicts),
        figures=reviews.mark("figures", figures),
        stances=find_stances(pile, actors, standing),
        offers=find_offers(pile, actors, standing),
    )


def _included(pile: Pile, corrections: Corrections) -> Pile:
    out = {r for r, decision in corrections.relevance.items() if decision.relevance is Relevance.EXCLUDE}
    return Pile(item for item in pile if item.id not in out) if out else pile


def _conflicts(
    pile: Pile, actors: Actors, claims: tuple[Claim, ...], series: tuple[Series, ...]
) -> tuple[tuple[ConflictRow, ...], tuple[FigureRow, ...]]:
    rows = [conflict_row(draft, pile, actors) for draft in (*whether(claims), *who(claims, actors))]
    of_series: dict[str, str] = {}
    for one, draft in how_many(series):
        row = conflict_row(draft, pile, actors)
        rows.append(row)
        of_series[one.row.id] = row.id
    figures = tuple(one.row.but(conflict=of_series.get(one.row.id)) for one in series)
    return tuple(sorted(rows, key=lambda row: row.id)), figures
