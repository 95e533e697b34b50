"""Copy the database out while people work, and put a copy back: SQLite by itself, PostgreSQL by its own programs."""

import shutil
import sqlite3
import subprocess
from contextlib import closing
from os import environ  # noqa: TID251 - PostgreSQL's programs take the password from the environment, where no list shows it
from pathlib import Path
from typing import Any

from django.db import connection

from jiping.domain.errors import JipingError

SQLITE, POSTGRESQL = "database.sqlite3", "database.dump"


def database_dump(folder: Path) -> Path:
    """Return a consistent copy of the database, written into `folder`."""
    if connection.vendor == "sqlite":
        copy = folder / SQLITE
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        return copy
    copy = folder / POSTGRESQL
    _run("pg_dump", "--format=custom", "--no-owner", f"--file={copy}", _name())
    return copy


def database_load(folder: Path, *, force: bool) -> None:
    """Put the copy in `folder` into the place the settings name. Raises JipingError when something is there already."""
    copy = folder / (SQLITE if connection.vendor == "sqlite" else POSTGRESQL)
    if not copy.exists():
        raise JipingError(
            "备份里的数据库与现在配置的不是同一种。", remedy="请把 config.toml 里的 database 改成备份时的那一种再恢复。"
        )
    if connection.vendor == "sqlite":
        _load_sqlite(copy, Path(connection.settings_dict["NAME"]), force=force)
    else:
        _load_postgresql(copy, force=force)
    copy.unlink()


def _load_sqlite(copy: Path, place: Path, *, force: bool) -> None:
    if place.exists() and not force:
        raise _occupied(str(place))
    connection.close()
    for leftover in (Path(f"{place}-wal"), Path(f"{place}-shm")):  # they belong to the database that goes
        leftover.unlink(missing_ok=True)
    with closing(sqlite3.connect(copy)) as source:
        (told,) = source.execute("PRAGMA quick_check(1)").fetchone()
    if told != "ok":
        raise JipingError(f"备份里的数据库损坏：{told}。", remedy="请用另一份备份。")
    shutil.copyfile(copy, place.with_suffix(".restoring"))
    place.with_suffix(".restoring").chmod(0o600)
    place.with_suffix(".restoring").replace(place)


def _load_postgresql(copy: Path, *, force: bool) -> None:
    if connection.introspection.table_names() and not force:
        raise _occupied(f"数据库 {_name()} ")
    connection.close()
    clean = ("--clean", "--if-exists") if force else ()
    _run("pg_restore", *clean, "--no-owner", "--single-transaction", f"--dbname={_name()}", str(copy))


def _run(program: str, *words: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise JipingError(
            f"这台机器上没有 {program}。",
            why="PostgreSQL 的备份和恢复由它自带的程序来做。",
            remedy="请安装 postgresql-client，或在数据库服务器上备份；文件和密钥请另行拷贝。",
        )
    told: dict[str, Any] = connection.settings_dict
    login = {
        "PGHOST": told["HOST"],
        "PGPORT": told["PORT"],
        "PGUSER": told["USER"],
        "PGPASSWORD": told["PASSWORD"],
    }
    env = {**environ, **{name: str(value) for name, value in login.items() if value}}
    done = subprocess.run([found, *words], env=env, capture_output=True, text=True, check=False)  # noqa: S603 - PostgreSQL's own
    if done.returncode:
        raise JipingError(f"{program} 没有办成。", why=done.stderr.strip()[-300:], remedy="请按上面的原因处理后再试。")


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _occupied(place: str) -> JipingError:
    return JipingError(
        f"{place}里已经有数据。", why="恢复会盖掉它。", remedy="确实要覆盖的，先停止服务，再加 --force。"
    )
