"""The tables, in types that SQLite and PostgreSQL both have.

The migrations build them; these definitions are what the other modules read and write by.
What only SQLite has (the full-text table, the triggers that hold the journal to appending) is built by the
migrations under a guard and used by `fulltext` alone.
"""

import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

APPLICATION_ID = 0x44524147  # "DRAG" in the file's header tells a dossier from other SQLite files
REVISIONS = ("0001", "0002", "0003")  # every revision of the schema, oldest first; a test holds this to the migrations
HEAD = REVISIONS[-1]

Moment = datetime.datetime | None


class Utc(TypeDecorator[datetime.datetime]):
    """An aware moment, kept in UTC. Naive ones are refused: they mean another moment on another machine."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: Moment, dialect: Dialect) -> Moment:
        """To the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone; give an aware datetime")
        return value.astimezone(datetime.UTC)

    def process_result_value(self, value: Moment, dialect: Dialect) -> Moment:
        """From the database; SQLite keeps no time zone."""
        if value is None:
            return None
        return value.replace(tzinfo=datetime.UTC) if value.tzinfo is None else value.astimezone(datetime.UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)

# One row a report. `variant` names the head that is shown (see `variants`).
reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("variant", String, nullable=False),
    sqlite_autoincrement=True,
)

# A report's text, once. Apart from `reports`, so that walking over the reports does not page through texts.
texts = Table(
    "texts",
    metadata,
    Column("number", Integer, ForeignKey("reports.number"), primary_key=True, autoincrement=False),
    Column("title", Text),
    Column("text", Text, nullable=False),
)

# What is known of a report apart from text and file. The same text can come with another title or date in
# another file: each such head is kept once, and which of them is shown does not depend on who came first.
variants = Table(
    "variants",
    metadata,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("variant", String, primary_key=True),
    Column("given", Integer, nullable=False),  # 1: a person gave its publication date
    Column("head", LargeBinary, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("report", String, primary_key=True),
    Column("file", Text, primary_key=True),
    Column("part", Integer, primary_key=True, autoincrement=False),  # 0: the file holds one report
    Column("variant", String, nullable=False),
    Column("sha256", String),
    Column("encoding", String),
    Column("page", Integer),
    Column("retrieved", Utc, nullable=False),
    ForeignKeyConstraint(["report", "variant"], ["variants.report", "variants.variant"]),
)

readings = Table(
    "readings",
    metadata,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("reader", String, primary_key=True),
    Column("given", String, primary_key=True),  # "": no date given
    Column("body", LargeBinary, nullable=False),
)

failures = Table(
    "failures",
    metadata,
    Column("file", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("at", Utc, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Utc, nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("value", Text, nullable=False),  # JSON
    Column("reason", Text),
)

journal_anchors = Table(
    "journal_anchors",
    metadata,
    Column("entry", Integer, ForeignKey("journal.number"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("report", String, nullable=False, index=True),  # no foreign key: outlives what it held on to
    Column("kind", String, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
)

# The quoted words apart, for they alone may be blanked, when their report is forgotten.
journal_quotes = Table(
    "journal_quotes",
    metadata,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("quote", Text),
    ForeignKeyConstraint(["entry", "place"], ["journal_anchors.entry", "journal_anchors.place"]),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("report", String, primary_key=True),
    Column("sha256", String, nullable=False, index=True),
    Column("day", Date, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
)

cache = Table(
    "cache",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", String, nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

former_ids = Table(
    "former_ids",
    metadata,
    Column("derived", String, primary_key=True),
    Column("member", String, primary_key=True),
    Index("ix_former_ids_member", "member"),
)

# Which reports have changed, or have had something said of them, since the record was last brought up to date.
changes = Table(
    "changes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", String, nullable=False),
    sqlite_autoincrement=True,
)

# What the stages of reconciling made: of each stage and key its value, and what it left where and read.
# Numbers of 63 bits stand for a stage and key, an index and key, a shingle: see `reconciling.blocks`.
nodes = Table(
    "nodes",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("stage", String, nullable=False),
    Column("key", Text, nullable=False),
    Column("value", LargeBinary),
    Column("traces", LargeBinary, nullable=False),
)

node_readers = Table(
    "node_readers",
    metadata,
    Column("source", BigInteger, primary_key=True, autoincrement=False),
    Column("reader", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

entries = Table(
    "entries",
    metadata,
    Column("block", BigInteger, primary_key=True, autoincrement=False),
    Column("owner", Text, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# Passages by their shingles. Owners and groups are ids of the record as numbers.
marks = Table(
    "marks",
    metadata,
    Column("kind", Integer, primary_key=True, autoincrement=False),
    Column("owner", BigInteger, primary_key=True, autoincrement=False),
    Column("grouped", BigInteger, nullable=False),
    Column("flag", Integer, nullable=False),
    Column("shingles", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

postings = Table(
    "postings",
    metadata,
    Column("kind", Integer, primary_key=True, autoincrement=False),
    Column("shingle", BigInteger, primary_key=True, autoincrement=False),
    Column("owner", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

pairs = Table(
    "pairs",
    metadata,
    Column("kind", Integer, primary_key=True, autoincrement=False),
    Column("owner", BigInteger, primary_key=True, autoincrement=False),
    Column("other", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# The rows of the record's tables, each in its place of the table's order, with what they are asked for by.
record_rows = Table(
    "record_rows",
    metadata,
    Column("sheet", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("place", LargeBinary, nullable=False),
    Column("first", Integer),  # the first day that it is about, as a number; none for a row without time
    Column("last", Integer),
    Column("timed", Integer, nullable=False),  # 1: it is about days, known or not
    Column("confirmed", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("ix_record_rows_place", "sheet", "place"),
)

record_words = Table(
    "record_words",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("facet", String, nullable=False),
    Column("word", Text, nullable=False),
    Index("ix_record_words_word", "facet", "word", unique=True),
)

record_facets = Table(
    "record_facets",
    metadata,
    Column("sheet", String, primary_key=True),
    Column("word", Integer, primary_key=True, autoincrement=False),
    Column("id", String, primary_key=True),
    Index("ix_record_facets_id", "sheet", "id"),
    sqlite_with_rowid=False,
)

# Which rows have come, gone or changed lately, and marks between: who holds tables in memory amends them.
row_changes = Table(
    "row_changes",
    metadata,
    Column("sheet", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Index("ix_row_changes_number", "number"),
    sqlite_with_rowid=False,
)
