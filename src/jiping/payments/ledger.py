"""The payment ledger: one SQLite file to which facts are added, and in which nothing is changed or deleted.

Whatever belongs together is added in one transaction, so a run that is killed leaves all of it or nothing, and of two
runs at once the second sees what the first has done.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jiping.domain.disk import reason
from jiping.domain.errors import JipingError
from jiping.domain.place import Place
from jiping.payments.edition import BEFORE, DAYS_IN_ANY_ORDER, EDITION, edition, found, is_empty, rebuild

_FOLDER, _FILE = "payments", "ledger.sqlite"
_PATIENCE = 60  # seconds another run may keep us waiting
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
            if edition(con) in BEFORE:
                rebuild(con)
            elif is_empty(con) or edition(con) == DAYS_IN_ANY_ORDER:
                found(con)
            if edition(con) != EDITION:
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
