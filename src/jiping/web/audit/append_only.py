"""Triggers that make a table append-only, for SQLite and PostgreSQL; used in migrations."""

from collections.abc import Callable
from typing import Any

from django.db import migrations

_SQLITE = (
    "CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
)
_FUNCTION = (
    "CREATE OR REPLACE FUNCTION jiping_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$"
)
_POSTGRESQL = (
    "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION jiping_append_only()",
    "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} EXECUTE FUNCTION jiping_append_only()",
)


def append_only(table: str) -> migrations.RunPython:
    """Return the migration step after which no row of `table` can be changed or deleted."""
    return migrations.RunPython(_adding(table), migrations.RunPython.noop)


def _adding(table: str) -> Callable[[Any, Any], None]:
    def add(_apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "sqlite":
            statements = [_SQLITE.format(table=table, act=act) for act in ("UPDATE", "DELETE")]
        else:
            statements = [_FUNCTION, *(each.format(table=table) for each in _POSTGRESQL)]
        for statement in statements:
            editor.execute(statement.replace("%", "%%") if editor.connection.vendor != "sqlite" else statement)

    return add
