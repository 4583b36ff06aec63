"""`dragoman correct`: what a person says of the record, kept in its journal."""

from typing import Annotated, Any

import typer

from dragoman.cli.examples import epilog
from dragoman.cli.group import DossierFirst
from dragoman.cli.opening import dossier_and_ids, to_correct
from dragoman.cli.options import By, JsonOnly, Reason
from dragoman.cli.saying import out, who
from dragoman.records.journal import Entry, EntryKind
from dragoman.records.reading import Polarity, Sourcing
from dragoman.records.rows.happenings import ConflictStrength
from dragoman.records.rows.reports import Relevance
from dragoman.records.rows.voices import Reliability

correct_app = typer.Typer(cls=DossierFirst, rich_markup_mode=None, no_args_is_help=True)

Rows = Annotated[list[str], typer.Argument(metavar="[DOSSIER] ID", help="The dossier's file, and the ids of rows.")]

POLARITIES = "asserts, denies or declines."
SOURCINGS = "named, organisation, document, unnamed, sources, relayed; by default as who is named is shown."


@correct_app.callback(epilog=epilog("correct"))
def correct() -> None:
    """Correct the record; the journal keeps who, when and why.

    A correction outranks the program, survives reading again and can be undone (dragoman journal --undo N).
    """


@correct_app.command(epilog=epilog("correct confirm"))
def confirm(rows: Rows, by: By = None, reason: Reason = None, json: JsonOnly = False) -> None:
    """Say that rows are right."""
    _enter(EntryKind.CONFIRM, rows, by, reason, json)


@correct_app.command(epilog=epilog("correct reject"))
def reject(rows: Rows, by: By = None, reason: Reason = None, json: JsonOnly = False) -> None:
    """Say that rows are wrong.

    They stay in the tables, marked, and leave the brief.
    """
    _enter(EntryKind.REJECT, rows, by, reason, json)


@correct_app.command(epilog=epilog("correct relevance"))
def relevance(
    rows: Rows,
    decision: Annotated[
        Relevance,
        typer.Option("--as", metavar="DECISION", help="The decision: include, background, exclude or unsure."),
    ],
    by: By = None,
    reason: Reason = None,
    json: JsonOnly = False,
) -> None:
    """Decide whether reports belong to the talks.

    Excluded ones leave the brief and are counted there.
    """
    _enter(EntryKind.RELEVANCE, rows, by, reason, json, relevance=decision.value)


@correct_app.command(name="set-date", epilog=epilog("correct set-date"))
def set_date(
    rows: Rows,
    date: Annotated[str, typer.Option(metavar="DAY", help="The publication day, such as 2031-03-08.")],
    by: By = None,
    reason: Reason = None,
    json: JsonOnly = False,
) -> None:
    """Give reports a publication date.

    What they tell of relative days is placed anew.
    """
    _enter(EntryKind.SET_DATE, rows, by, reason, json, date=date)


@correct_app.command(name="rename-actor", epilog=epilog("correct rename-actor"))
def rename_actor(
    rows: Rows,
    name: Annotated[str, typer.Option(metavar="NAME", help="The name that the actor is to have.")],
    by: By = None,
    reason: Reason = None,
    json: JsonOnly = False,
) -> None:
    """Give an actor another name."""
    _enter(EntryKind.RENAME_ACTOR, rows, by, reason, json, name=name)


@correct_app.command(name="merge-actors", epilog=epilog("correct merge-actors"))
def merge_actors(rows: Rows, by: By = None, reason: Reason = None, json: JsonOnly = False) -> None:
    """Say that actors are one and the same."""
    _enter(EntryKind.MERGE_ACTORS, rows, by, reason, json)


@correct_app.command(name="split-actor", epilog=epilog("correct split-actor"))
def split_actor(
    rows: Rows,
    names: Annotated[
        list[str],
        typer.Option("--name", metavar="NAME", help="A name of it that stands for somebody else; may be repeated."),
    ],
    by: By = None,
    reason: Reason = None,
    json: JsonOnly = False,
) -> None:
    """Say that some names of an actor stand for somebody else.

    Wherever reports call it so, those that come later too, another actor is meant.
    """
    _enter(EntryKind.SPLIT_ACTOR, rows, by, reason, json, names=names)


@correct_app.command(name="add-statement", epilog=epilog("correct add-statement"))
def add_statement(
    rows: Annotated[list[str], typer.Argument(metavar="[DOSSIER] REPORT", help="The dossier's file, a report's id.")],
    *,
    content: Annotated[str, typer.Option(metavar="WORDS", help="What is said, in the report's words.")],
    source: Annotated[str, typer.Option(metavar="WORDS", help="Who says it, in the report's words.")] = "",
    cue: Annotated[str, typer.Option(metavar="WORDS", help="The words that say that it is said.")] = "",
    polarity: Annotated[Polarity, typer.Option(metavar="POLARITY", help=POLARITIES)] = Polarity.ASSERTS,
    sourcing: Annotated[Sourcing | None, typer.Option(metavar="SOURCING", help=SOURCINGS)] = None,
    by: By = None,
    reason: Reason = None,
    json: JsonOnly = False,
) -> None:
    """Add a statement that dragoman missed in a report.

    Give its parts in the report's words, pieces of one part with " … " between them. Of words that stand at several
    places, those nearest to the content are meant.
    """
    parts = {"content": content, "source": source, "cue": cue}
    shown = sourcing.value if sourcing else None
    _enter(EntryKind.ADD_STATEMENT, rows, by, reason, json, **parts, polarity=polarity.value, sourcing=shown)


@correct_app.command(epilog=epilog("correct grade"))
def grade(
    rows: Annotated[
        list[str],
        typer.Argument(metavar="[DOSSIER] ID...", help="The dossier's file; ids of actors, origins, or reports."),
    ],
    reliability: Annotated[
        Reliability, typer.Option("--as", metavar="GRADE", help="A (completely reliable) to E, F (cannot be judged).")
    ],
    by: By = None,
    reason: Reason = None,
    json: JsonOnly = False,
) -> None:
    """Grade how reliable sources are, on the Admiralty scale.

    A report's id grades its outlet. Grades stay out of tables and exports; `show` and the pages tell them.
    """
    _enter(EntryKind.GRADE, rows, by, reason, json, grade=reliability.value)


@correct_app.command(name="mark-conflict", epilog=epilog("correct mark-conflict"))
def mark_conflict(
    rows: Rows,
    strength: Annotated[
        ConflictStrength,
        typer.Option("--as", metavar="STRENGTH", help="contradicts: both cannot be true. differs: worth seeing."),
    ] = ConflictStrength.CONTRADICTS,
    by: By = None,
    reason: Reason = None,
    json: JsonOnly = False,
) -> None:
    """Say that two rows are in conflict.

    Claims that contradict each other are disputed. The reason is what the conflict is shown to be about.
    """
    _enter(EntryKind.MARK_CONFLICT, rows, by, reason, json, strength=strength.value)


@correct_app.command(name="unmark-conflict", epilog=epilog("correct unmark-conflict"))
def unmark_conflict(rows: Rows, by: By = None, reason: Reason = None, json: JsonOnly = False) -> None:
    """Say that a conflict is none.

    It leaves the table; what it alone disputed is disputed no longer. Words that are told later can open it again.
    """
    _enter(EntryKind.UNMARK_CONFLICT, rows, by, reason, json)


def _enter(kind: EntryKind, rows: list[str], by: str | None, reason: str | None, json: bool, **value: Any) -> None:
    dossier, ids = dossier_and_ids(rows)
    with to_correct(dossier) as opened:
        entry = opened.correct(kind, ids, by=who(by), reason=reason, value=value)
    tell_entry(entry, json)


def tell_entry(entry: Entry, json: bool) -> None:
    """Say that an entry stands in the journal now."""
    if json:
        from dragoman.showing.tables import json_text  # noqa: PLC0415  not needed to tell a person

        out(json_text(entry))
    else:
        out(f"journal entry {entry.number}: {entry.kind.value.replace('_', ' ')}, by {entry.by}\n")
