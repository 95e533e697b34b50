"""The payment ledger: one SQLite file to which facts are added, and in which nothing is changed or deleted.

Whatever belongs together is added in one transaction, so a run that is killed leaves all of it or nothing, and of two
runs at once the second sees what the first has done.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jiping.domain.disk import reason
from jiping.domain.errors import JipingError
from jiping.domain.place import Place

EDITION = 3
_BEFORE = (1, 2)  # know no payment made again
_FOLDER, _FILE = "payments", "ledger.sqlite"
_PATIENCE = 60  # seconds another run may keep us waiting
_TABLE = re.compile(r"CREATE TABLE IF NOT EXISTS (\w+)")
_PAYMENTS = re.compile(r"CREATE TABLE IF NOT EXISTS payments \(.*?\) STRICT", re.DOTALL)
_SETTINGS = ("foreign_keys = ON", "synchronous = FULL", "recursive_triggers = ON")

Connection = sqlite3.Connection


@contextmanager
def ledger(data: Path) -> Iterator[Connection]:
    """Open the ledger of the data folder, making an empty one at first. Raises JipingError when it cannot be used."""
    path = data / _FOLDER / _FILE
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        con = _connected(path)
        try:
            if _edition(con) in _BEFORE:
                _rebuild(con)
            elif _is_empty(con):
                _found(con)
            if _edition(con) != EDITION:
                raise sqlite3.DatabaseError
            yield con
        finally:
            con.close()


@contextmanager
def together(con: Connection) -> Iterator[None]:
    """Add all that is added within, or nothing; other writers wait. Within another such block it is part of that."""
    if con.in_transaction:
        yield
        return
    con.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        con.rollback()
        raise
    con.commit()


def _connected(path: Path) -> Connection:
    con = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    con.row_factory = sqlite3.Row
    for each in _SETTINGS:
        con.execute(f"PRAGMA {each}")
    return con


def _edition(con: Connection) -> int:
    return int(con.execute("PRAGMA user_version").fetchone()[0])


def _is_empty(con: Connection) -> bool:
    return _edition(con) == 0 and not con.execute("SELECT 1 FROM sqlite_master").fetchone()


def _found(con: Connection, before: str = "") -> None:
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


def _rebuild(con: Connection) -> None:
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
    _found(con, "".join(f"{step};" for step in steps))
    con.executescript("PRAGMA legacy_alter_table = OFF; PRAGMA foreign_keys = ON;")


def _script() -> str:
    return Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise JipingError(
            f"无法使用发放台账：{reason(fault)}。",
            why="没有记下任何一笔。",
            remedy="请检查文件夹是否有写权限、磁盘是否已满。",
            place=Place(str(path)),
        ) from fault
    except sqlite3.OperationalError as fault:
        raise JipingError(
            "发放台账正被另一个程序占用，或磁盘拒绝读写。",
            why="这一步没有记下任何一笔，已记的不受影响。",
            remedy="请稍后再运行一次同样的命令，不会重复发放。",
            place=Place(str(path)),
        ) from fault
    except sqlite3.DatabaseError as fault:
        raise JipingError(
            "发放台账不是本程序的台账，或已损坏。",
            why="用损坏的台账不能保证不重复发放。",
            remedy="请恢复数据文件夹的备份。",
            place=Place(str(path)),
        ) from fault
