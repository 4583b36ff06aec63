"""The schema: built by its migrations, the same as the tables in code, and fit for PostgreSQL."""

import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Table, create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from dragoman.dossier import Store, schema


def test_the_migrations_make_the_tables_that_the_code_uses(path: Path) -> None:
    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return not (kind == "table" and (name or "").startswith("report_words"))

    with create_engine(f"sqlite:///{path}").connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours, "compare_type": True})
        assert compare_metadata(context, schema.metadata) == []


def test_the_code_knows_every_revision_in_its_order() -> None:
    config = Config()
    config.set_main_option("script_location", str(files("dragoman.dossier") / "migrations"))
    revisions = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(script.revision for script in reversed(list(revisions))) == schema.REVISIONS


def test_opening_again_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    for _ in range(3):
        Store.open(path).close()
    assert path.read_bytes() == before


def test_a_new_one_is_at_the_head_and_marked_as_ours(path: Path) -> None:
    direct = sqlite3.connect(path)
    assert direct.execute("SELECT version_num FROM alembic_version").fetchall() == [(schema.HEAD,)]
    assert direct.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    assert direct.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    direct.close()


def test_migrations_say_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Store.open(tmp_path / "new.dossier").close()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("table", schema.metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_can_be_made_in_postgresql(table: Table) -> None:
    made = str(CreateTable(table).compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
    assert f"CREATE TABLE {table.name}" in made
