"""The record by blocks: what the stages of reconciling made, and the rows of the tables."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; the record is derived anew when it is next asked for."""
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("report", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_changes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_former_ids_member", "former_ids", ["member"])
    _stages()
    _passages()
    _rows()


def _stages() -> None:
    op.create_table(
        "nodes",
        sa.Column("id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("value", sa.LargeBinary),
        sa.Column("traces", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_nodes"),
    )
    op.create_table(
        "node_readers",
        sa.Column("source", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("reader", sa.BigInteger, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("source", "reader", name="pk_node_readers"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entries",
        sa.Column("block", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("block", "owner", name="pk_entries"),
        sqlite_with_rowid=False,
    )


def _passages() -> None:
    op.create_table(
        "marks",
        sa.Column("kind", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("owner", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("grouped", sa.BigInteger, nullable=False),
        sa.Column("flag", sa.Integer, nullable=False),
        sa.Column("shingles", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("kind", "owner", name="pk_marks"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "postings",
        sa.Column("kind", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("shingle", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("owner", sa.BigInteger, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("kind", "shingle", "owner", name="pk_postings"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pairs",
        sa.Column("kind", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("owner", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("other", sa.BigInteger, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("kind", "owner", "other", name="pk_pairs"),
        sqlite_with_rowid=False,
    )


def _rows() -> None:
    op.create_table(
        "record_rows",
        sa.Column("sheet", sa.String, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("place", sa.LargeBinary, nullable=False),
        sa.Column("first", sa.Integer),
        sa.Column("last", sa.Integer),
        sa.Column("timed", sa.Integer, nullable=False),
        sa.Column("confirmed", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sheet", "id", name="pk_record_rows"),
    )
    op.create_index("ix_record_rows_place", "record_rows", ["sheet", "place"])
    op.create_table(
        "record_words",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("facet", sa.String, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_record_words"),
    )
    op.create_index("ix_record_words_word", "record_words", ["facet", "word"], unique=True)
    op.create_table(
        "record_facets",
        sa.Column("sheet", sa.String, nullable=False),
        sa.Column("word", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("sheet", "word", "id", name="pk_record_facets"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_record_facets_id", "record_facets", ["sheet", "id"])
