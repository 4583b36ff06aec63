"""Which rows of the record's tables have changed: who holds tables in memory amends them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table; it is kept from the next change on."""
    op.create_table(
        "row_changes",
        sa.Column("sheet", sa.String, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("sheet", "id", name="pk_row_changes"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_row_changes_number", "row_changes", ["number"])
