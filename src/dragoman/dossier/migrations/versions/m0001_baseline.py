"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _reports()
    _journal()
    _beside()
    if op.get_bind().dialect.name == "sqlite":
        _full_text()
        _append_only()


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("variant", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_reports"),
        sa.UniqueConstraint("id", name="uq_reports_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "texts",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_texts"),
        sa.ForeignKeyConstraint(["number"], ["reports.number"], name="fk_texts_number"),
    )
    op.create_table(
        "variants",
        sa.Column("report", sa.String, nullable=False),
        sa.Column("variant", sa.String, nullable=False),
        sa.Column("given", sa.Integer, nullable=False),
        sa.Column("head", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("report", "variant", name="pk_variants"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_variants_report"),
    )
    op.create_table(
        "sources",
        sa.Column("report", sa.String, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("part", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("variant", sa.String, nullable=False),
        sa.Column("sha256", sa.String),
        sa.Column("encoding", sa.String),
        sa.Column("page", sa.Integer),
        sa.Column("retrieved", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("report", "file", "part", name="pk_sources"),
        sa.ForeignKeyConstraint(
            ["report", "variant"], ["variants.report", "variants.variant"], name="fk_sources_report"
        ),
    )
    op.create_table(
        "readings",
        sa.Column("report", sa.String, nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("given", sa.String, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("report", "reader", "given", name="pk_readings"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_readings_report"),
    )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.PrimaryKeyConstraint("number", name="pk_journal"),
    )
    op.create_table(
        "journal_anchors",
        sa.Column("entry", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("report", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.PrimaryKeyConstraint("entry", "place", name="pk_journal_anchors"),
        sa.ForeignKeyConstraint(["entry"], ["journal.number"], name="fk_journal_anchors_entry"),
    )
    op.create_index("ix_journal_anchors_report", "journal_anchors", ["report"])
    op.create_table(
        "journal_quotes",
        sa.Column("entry", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("quote", sa.Text),
        sa.PrimaryKeyConstraint("entry", "place", name="pk_journal_quotes"),
        sa.ForeignKeyConstraint(
            ["entry", "place"],
            ["journal_anchors.entry", "journal_anchors.place"],
            name="fk_journal_quotes_entry",
        ),
    )
    op.create_table(
        "tombstones",
        sa.Column("report", sa.String, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_tombstones"),
    )
    op.create_index("ix_tombstones_sha256", "tombstones", ["sha256"])


def _beside() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )
    op.create_table(
        "failures",
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("file", name="pk_failures"),
    )
    op.create_table(
        "cache",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_cache"),
        sa.UniqueConstraint("key", name="uq_cache_key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "former_ids",
        sa.Column("derived", sa.String, nullable=False),
        sa.Column("member", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("derived", "member", name="pk_former_ids"),
    )


def _full_text() -> None:
    # The words stay in `texts`; the index holds only where they stand.
    op.execute(
        "CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='texts', content_rowid='number',"
        " tokenize='porter unicode61 remove_diacritics 2')"
    )


def _append_only() -> None:
    for table, same in {
        "journal": "number = NEW.number",
        "journal_anchors": "entry = NEW.entry AND place = NEW.place",
        "journal_quotes": "entry = NEW.entry AND place = NEW.place",
    }.items():
        abort = f"SELECT RAISE(ABORT, '{table} is append-only')"
        op.execute(f"CREATE TRIGGER {table}_keep BEFORE DELETE ON {table} BEGIN {abort}; END")
        # INSERT OR REPLACE would delete without asking the trigger above.
        op.execute(
            f"CREATE TRIGGER {table}_once BEFORE INSERT ON {table}"
            f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) BEGIN {abort}; END"
        )
        blanking = (
            " WHEN NEW.quote IS NOT NULL OR NEW.entry <> OLD.entry OR NEW.place <> OLD.place"
            if table == "journal_quotes"
            else ""
        )
        op.execute(f"CREATE TRIGGER {table}_fixed BEFORE UPDATE ON {table}{blanking} BEGIN {abort}; END")
