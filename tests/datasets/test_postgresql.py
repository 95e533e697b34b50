"""A table of a PostgreSQL server is a source like any other."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from datasets.files import as_csv, imported
from jiping.domain.errors import JipingError
from postgresql import MUST, NoServer
from postgresql import server as own_server

DRIVER = "adbc_driver_postgresql.dbapi"
ROW = ("凭\n1", "手册", "2024-01-05", "5.00")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Yield the address of a server that holds one table."""
    driver = pytest.importorskip(DRIVER) if not MUST else import_module(DRIVER)
    try:
        with own_server() as url:
            with driver.connect(url, autocommit=True) as con, con.cursor() as cursor:
                cursor.execute(
                    'CREATE TABLE "到账" ("凭证号" text, "业务" text, "到位日期" date, "到位金额" numeric(12, 2))'
                )
                cursor.execute(f'INSERT INTO "到账" VALUES {ROW}'.replace(r"\n", "\n"))
            yield url
    except NoServer as reason:
        if MUST:
            raise
        pytest.skip(str(reason))


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
