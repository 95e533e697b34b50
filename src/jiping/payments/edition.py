"""What makes a file a ledger of this edition: one that is empty, or one of an earlier edition, whose facts stay."""

import re
from pathlib import Path
from sqlite3 import Connection

EDITION = 4
BEFORE = (1, 2)  # know no payment made again
DAYS_IN_ANY_ORDER = 3  # differs in triggers only
_TABLE = re.compile(r"CREATE TABLE IF NOT EXISTS (\w+)")
_PAYMENTS = re.compile(r"CREATE TABLE IF NOT EXISTS payments \(.*?\) STRICT", re.DOTALL)


def edition(con: Connection) -> int:
    """Return the edition of the ledger; 0 for a file that has none."""
    return int(con.execute("PRAGMA user_version").fetchone()[0])


def is_empty(con: Connection) -> bool:
    """Tell whether nothing was ever put into the file."""
    return edition(con) == 0 and not con.execute("SELECT 1 FROM sqlite_master").fetchone()


def found(con: Connection, before: str = "") -> None:
    """Make what is not there: tables, and for each the triggers that forbid to change or delete; runs at once each may.

    What `before` does belongs to the same step.
    """
    script = _script()
    guards = (
        f"CREATE TRIGGER IF NOT EXISTS {table}_{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'facts stay'); END;"
        for table in _TABLE.findall(script)
        for act in ("UPDATE", "DELETE")
    )
    con.executescript(f"BEGIN EXCLUSIVE; {before} {script} {' '.join(guards)} PRAGMA user_version = {EDITION}; COMMIT;")
    con.execute("PRAGMA journal_mode = WAL")


def rebuild(con: Connection) -> None:
    """Give an older ledger all it lacks; its facts stay. Of two runs at once the second fails before it does anything."""
    made = con.execute("SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall()
    columns = ", ".join(row["name"] for row in con.execute("PRAGMA table_info(payments)"))
    steps = (
        "ALTER TABLE lists ADD COLUMN taken_over INTEGER NOT NULL DEFAULT 0 CHECK (taken_over IN (0, 1))",
        *(f"DROP {row['type']} {row['name']}" for row in made),
        "DROP INDEX IF EXISTS payments_of_a_citizen",
        "ALTER TABLE payments RENAME TO payments_before",
        _PAYMENTS.findall(_script())[0],
        f"INSERT INTO payments ({columns}) SELECT {columns} FROM payments_before",
        "DROP TABLE payments_before",
    )
    con.executescript("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON;")  # references keep their name
    found(con, "".join(f"{step};" for step in steps))
    con.executescript("PRAGMA legacy_alter_table = OFF; PRAGMA foreign_keys = ON;")


def _script() -> str:
    return Path(__file__).with_name("ledger.sql").read_text(encoding="utf-8")
