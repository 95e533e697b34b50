"""Snapshots are named by what they hold, stay as they are, and are told apart from altered ones."""

from pathlib import Path

import duckdb
import pytest

from jiping.datasets.canonical import write_canonical
from jiping.datasets.folder import find_data, open_data, parquet_paths
from jiping.datasets.snapshot import Snapshot, SourceFile, sha256_of
from jiping.datasets.store import Store
from jiping.domain.errors import JipingError
from jiping.domain.measurement import SnapshotId
from jiping.domain.period import Period
from jiping.domain.table import ColumnKind, TableColumn, TableSchema

SCHEMA = TableSchema(
    "arrivals",
    "到位",
    "",
    (TableColumn("voucher", ("凭证号",), ColumnKind.TEXT), TableColumn("amount", ("金额",), ColumnKind.MONEY)),
    ("voucher",),
)


def parquet(path: Path, rows: str, threads: int = 1) -> Path:
    con = duckdb.connect(config={"threads": threads})
    con.execute(f"CREATE TABLE rows AS FROM (VALUES {rows}) AS t(voucher, amount)")
    write_canonical(con, "rows", SCHEMA, path)
    return path


def snapshot(path: Path, rows: int, year: int = 2024) -> Snapshot:
    origin = (SourceFile("到位.xlsx", "0" * 64),)
    return Snapshot("arrivals", sha256_of(path), rows, Period.of_year(year), origin, "")


def added(store: Store, folder: Path, rows: str, year: int = 2024) -> Snapshot:
    made = parquet(folder / "new.parquet", rows)
    return store.add(made, snapshot(made, rows.count("("), year))


def test_order_of_rows_does_not_change_the_bytes(tmp_path: Path) -> None:
    one = parquet(tmp_path / "a.parquet", "('甲', 1), ('乙', 2)")
    other = parquet(tmp_path / "b.parquet", "('乙', 2), ('甲', 1)", threads=4)
    assert one.read_bytes() == other.read_bytes()


def test_newest_is_current_and_older_ones_stay(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    old = added(store, tmp_path, "('甲', 1)")
    new = added(store, tmp_path, "('甲', 2)")
    assert open_data(store.folder) == {"arrivals": new}
    assert find_data(store.folder, old.id) == old
    assert set(store.snapshots()) == {old, new}


def test_same_records_are_held_once(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    assert added(store, tmp_path, "('甲', 1)") == added(store, tmp_path, "('甲', 1)")
    assert len(store.snapshots()) == 1


def test_same_records_cannot_become_those_of_another_period(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    held = added(store, tmp_path, "('甲', 1)")
    with pytest.raises(JipingError, match="2024 年"):
        added(store, tmp_path, "('甲', 1)", year=2023)
    assert store.current() == {"arrivals": held}


def test_altered_records_are_refused(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    held = added(store, tmp_path, "('甲', 1)")
    path = store.path(held)
    path.chmod(0o644)
    path.write_bytes(parquet(tmp_path / "other.parquet", "('甲', 9)").read_bytes())
    with pytest.raises(JipingError, match="被改动过"):
        parquet_paths(store.folder, store.current())


def test_snapshots_are_read_only(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    held = added(store, tmp_path, "('甲', 1)")
    assert store.path(held).stat().st_mode & 0o222 == 0


@pytest.mark.parametrize("text", ["", "[]", '{"sha256": 1}', "{", '{"sha256": "00"}'])
def test_broken_pointer_is_one_clear_error(tmp_path: Path, text: str) -> None:
    store = Store(tmp_path / "data")
    added(store, tmp_path, "('甲', 1)")
    (store.folder / "arrivals" / "current.json").write_text(text)
    with pytest.raises(JipingError):
        open_data(store.folder)


def test_broken_description_is_one_clear_error(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    held = added(store, tmp_path, "('甲', 1)")
    record = (store.folder / held.file).with_suffix(".json")
    record.chmod(0o644)
    record.write_text('{"table": "arrivals"}')
    with pytest.raises(JipingError, match="说明"):
        open_data(store.folder)


def test_plain_folder_is_named_by_its_bytes(tmp_path: Path) -> None:
    path = parquet(tmp_path / "arrivals.parquet", "('甲', 1)")
    opened = open_data(tmp_path)
    assert opened["arrivals"].sha256 == sha256_of(path)
    assert opened["arrivals"].rows == 1
    assert parquet_paths(tmp_path, opened) == {"arrivals": path}
    assert find_data(tmp_path, opened["arrivals"].id) == opened["arrivals"]


def test_plain_folder_altered_after_opening_is_refused(tmp_path: Path) -> None:
    parquet(tmp_path / "arrivals.parquet", "('甲', 1)")
    opened = open_data(tmp_path)
    parquet(tmp_path / "arrivals.parquet", "('甲', 2)")
    with pytest.raises(JipingError, match="被改动过"):
        parquet_paths(tmp_path, opened)


def test_what_is_not_held_is_said(tmp_path: Path) -> None:
    with pytest.raises(JipingError, match="没有业务数据"):
        open_data(tmp_path)
    path = parquet(tmp_path / "arrivals.parquet", "('甲', 1)")
    with pytest.raises(JipingError, match="没有表 arrivals 的快照"):
        find_data(tmp_path, SnapshotId("arrivals", "f" * 64))
    opened = open_data(tmp_path)
    path.unlink()
    with pytest.raises(JipingError, match="没有表 arrivals 的快照"):
        parquet_paths(tmp_path, opened)


def test_file_that_is_no_parquet_is_said(tmp_path: Path) -> None:
    (tmp_path / "arrivals.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(JipingError, match="Parquet"):
        open_data(tmp_path)
