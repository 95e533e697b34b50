"""Lift the database's own prohibition for the clean-up between tests, and only there."""

from django.db import connection

TABLES = (
    "audit_eventrecord",
    "filings_filingversion",
    "funds_postingrecord",
    "funds_receiptrecord",
    "review_drawrecord",
    "review_drawnrecord",
)
_lifted: list[str] = []


def lift() -> None:
    """Let the append-only tables be emptied."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for name, sql in cursor.fetchall():
                _lifted.append(sql)
                cursor.execute(f"DROP TRIGGER {name}")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks to come cannot be altered
            for table in TABLES:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")


def restore() -> None:
    """Put the prohibition back."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            while _lifted:
                cursor.execute(_lifted.pop())
        else:
            for table in TABLES:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
