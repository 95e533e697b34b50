"""A table of a PostgreSQL server is a source like any other."""

import os  # noqa: TID251 - CI must have a server, a desk need not
import shutil
import subprocess
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from datasets.files import as_csv, imported
from jiping.domain.errors import JipingError

PROGRAMS = ("initdb", "pg_ctl", "createdb")
DRIVER = "adbc_driver_postgresql.dbapi"
MUST = os.environ.get("CI") == "true"
ROW = ("凭\n1", "手册", "2024-01-05", "5.00")


def program(name: str) -> str | None:
    """Return where a program of the server is; Debian keeps them out of the path."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(installed[-1]) if installed else shutil.which(name)


def run(*words: str) -> None:
    """Run a program of the server, which refuses to be run by root, as its own account."""
    account = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    subprocess.run([*account, *words], check=True, capture_output=True)  # noqa: S603 - found above


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Yield the address of a server of our own, which vanishes afterwards."""
    driver = pytest.importorskip(DRIVER) if not MUST else import_module(DRIVER)
    found = {name: program(name) for name in PROGRAMS}
    if not all(found.values()) and not MUST:
        pytest.skip("没有安装 PostgreSQL 服务器")
    with TemporaryDirectory(prefix="pg-", dir="/tmp") as name:  # a socket's path is short
        folder = Path(name)
        folder.chmod(0o777)
        data = str(folder / "data")
        run(str(found["initdb"]), "-D", data, "-U", "jiping", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        run(
            str(found["pg_ctl"]),
            "-D",
            data,
            "-w",
            "-o",
            f"-k {name} -c listen_addresses=''",
            "-l",
            f"{name}/log",
            "start",
        )
        url = f"postgresql://jiping@/postgres?host={name}"
        try:
            with driver.connect(url, autocommit=True) as con, con.cursor() as cursor:
                cursor.execute(
                    'CREATE TABLE "到账" ("凭证号" text, "业务" text, "到位日期" date, "到位金额" numeric(12, 2))'
                )
                cursor.execute(f'INSERT INTO "到账" VALUES {ROW}'.replace(r"\n", "\n"))
            yield url
        finally:
            run(str(found["pg_ctl"]), "-D", data, "-m", "immediate", "stop")


def test_table_of_a_server_gives_the_snapshot_of_its_rows(server: str, tmp_path: Path) -> None:
    of_table = imported(tmp_path / "one", f"{server}#到账").snapshot
    of_file = imported(tmp_path / "two", as_csv(tmp_path / "甲.csv", [ROW])).snapshot
    assert of_table is not None
    assert of_file is not None
    assert of_table.sha256 == of_file.sha256


def test_table_that_is_not_there_is_told(server: str, tmp_path: Path) -> None:
    with pytest.raises(JipingError, match="42P01"):
        imported(tmp_path / "data", f"{server}#没有")
    assert not (tmp_path / "data").exists()


def test_server_that_does_not_answer_is_told_without_secrets(tmp_path: Path) -> None:
    pytest.importorskip(DRIVER)
    with pytest.raises(JipingError, match="连接不上") as told:
        imported(tmp_path / "data", "postgresql://张三:秘密@127.0.0.1:1/库#表")
    assert "秘密" not in str(told.value)
