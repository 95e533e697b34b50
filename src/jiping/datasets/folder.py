"""Open a folder of business records: a store of snapshots, or plain `<table>.parquet` files."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pyarrow.parquet as pq
from pyarrow import ArrowException

from jiping.datasets.snapshot import Snapshot, SourceFile, sha256_of
from jiping.datasets.store import POINTER, Store, missing, verified
from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.measurement import SnapshotId
from jiping.domain.place import Place

EARLIER = "送达台账-旧"
"""Where a table of a folder of plain files goes, under its hash, when a newer one takes its place."""
_NAMED_BY = 16  # digits of the hash in its name there


def open_data(folder: Path) -> Mapping[str, Snapshot]:
    """Return the current snapshot of every table in `folder`, by the table's name.

    Raises JipingError for a folder without any table, UnreadableFile for a file that is no Parquet.
    """
    if any(folder.glob(f"*/{POINTER}")):
        return Store(folder).current()
    plain = {path.stem: _described(path) for path in sorted(folder.glob("*.parquet"))}
    if not plain:
        raise JipingError(
            "这里没有业务数据。",
            remedy="请先运行 jiping import 导入，或用 jiping generate 生成演示数据。",
            place=Place(str(folder)),
        )
    return plain


def find_data(folder: Path, wanted: SnapshotId) -> Snapshot:
    """Return the snapshot of that name, an old one too. Raises JipingError when `folder` does not hold it."""
    if any(folder.glob(f"*/{POINTER}")):
        return Store(folder).find(wanted)
    found = open_data(folder).get(wanted.table)
    if found is not None and found.id == wanted:
        return found
    return _replaced(folder, wanted)


def earlier(folder: Path, sha256: str) -> Path:
    """Return where a plain table of that hash is kept once a newer one has taken its place."""
    return folder / EARLIER / f"{sha256[:_NAMED_BY]}.parquet"


def _replaced(folder: Path, wanted: SnapshotId) -> Snapshot:
    """Return a plain table that is not the current one any more: receipts of that time name it."""
    path = earlier(folder, wanted.sha256)
    if not path.is_file():
        raise missing(wanted, folder)
    found = replace(_described(path), table=wanted.table, file=str(path.relative_to(folder)))
    if found.id != wanted:
        raise missing(wanted, folder)
    return found


def refuse_plain(folder: Path) -> None:
    """Raise JipingError when plain files lie in `folder`: one snapshot beside them would hide them all."""
    if any(folder.glob("*.parquet")):
        raise JipingError(
            "这个文件夹里是演示数据，或直接放进来的 Parquet 文件，不能再导入。",
            why="导入的数据和它们混放，就说不清数字是哪一份算出来的。",
            remedy="请用 --into 写另一个文件夹；这里的表也可以逐张导入那里。",
            place=Place(str(folder)),
        )


def parquet_paths(folder: Path, snapshots: Mapping[str, Snapshot]) -> Mapping[str, Path]:
    """Return the Parquet file of each snapshot. Raises JipingError when one was altered since it was taken."""
    return {name: verified(folder, each) for name, each in snapshots.items()}


def _described(path: Path) -> Snapshot:
    try:
        rows = pq.read_metadata(path).num_rows
    except (OSError, ArrowException) as fault:
        raise UnreadableFile(
            "这不是完整的 Parquet 文件。", remedy="请重新生成或重新导入。", place=Place(str(path))
        ) from fault
    state = path.stat()
    sha256 = _sha256(path, state.st_size, state.st_mtime_ns)
    return Snapshot(path.stem, sha256, rows, None, (SourceFile(path.name, sha256),), path.name)


@lru_cache(maxsize=64)
def _sha256(path: Path, _size: int, _changed: int) -> str:
    """Return the hash of a file, remembered while its size and time of change stay."""
    return sha256_of(path)
