"""A data folder: `<table>/<sha>.parquet` with `<sha>.json` beside it, and `<table>/current.json` naming the newest.

Older snapshots stay, so that receipts can be replayed. Nothing is ever overwritten; each table has a pointer of its
own, so that imports of two tables cannot disturb each other.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jiping.datasets import snapshot_record
from jiping.datasets.snapshot import Snapshot, sha256_of
from jiping.domain.disk import reason
from jiping.domain.errors import JipingError
from jiping.domain.measurement import SnapshotId
from jiping.domain.place import Place

POINTER = "current.json"
_NAMED_BY = 16  # digits of the hash in a file's name


@dataclass(frozen=True, slots=True)
class Store:
    """The snapshots in one folder."""

    folder: Path

    def current(self) -> Mapping[str, Snapshot]:
        """Return the newest snapshot of every table, by the table's name."""
        pointers = sorted(self.folder.glob(f"*/{POINTER}"))
        return {each.parent.name: self.find(SnapshotId(each.parent.name, _pointed(each))) for each in pointers}

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Return all snapshots, old ones too, by table and hash."""
        records = sorted(self.folder.glob(f"*/{'[0-9a-f]' * _NAMED_BY}.json"))
        return tuple(snapshot_record.read(each) for each in records)

    def find(self, wanted: SnapshotId) -> Snapshot:
        """Return the snapshot of that name. Raises JipingError when the folder does not hold it."""
        record = self._record(wanted)
        if not record.is_file():
            raise missing(wanted, self.folder)
        return snapshot_record.read(record)

    def path(self, snapshot: Snapshot) -> Path:
        """Return where the records lie, after comparing them with their hash. Raises JipingError when they differ."""
        return verified(self.folder, snapshot)

    def add(self, parquet: Path, snapshot: Snapshot) -> Snapshot:
        """Move `parquet` into the folder as the table's current snapshot and return it.

        `snapshot.file` is chosen here. Records held already keep the description of their first import. Raises
        JipingError when that names another period, or when the disk refuses.
        """
        record = self._record(snapshot.id)
        new = replace(snapshot, file=f"{snapshot.table}/{record.stem}.parquet")
        try:
            if not record.exists():
                record.parent.mkdir(parents=True, exist_ok=True)
                _publish(parquet, self.folder / new.file)
                _write(record, snapshot_record.written(new))
                record.chmod(0o444)
            held = self._held(new)
            _write(record.with_name(POINTER), json.dumps({"sha256": held.sha256}) + "\n")
        except OSError as fault:
            raise JipingError(
                f"无法写入 {self.folder}：{reason(fault)}。",
                why="原有的数据没有改动。",
                remedy="请检查文件夹是否有写权限、磁盘是否已满。",
            ) from fault
        return held

    def _held(self, new: Snapshot) -> Snapshot:
        held = self.find(new.id)
        self.path(held)
        if held.period != new.period:
            raise JipingError(
                f"同样的记录已按{held.period or '不写期间'}导入，不能再作为{new.period or '不写期间'}的数据。",
                why="快照导入后不能改动，否则查不清数据属于哪一期间。",
                remedy="请核对是否重复导入了别的期间的文件；确要更正期间的，请导入另一个文件夹。",
                place=Place(new.origin[0].name if new.origin else new.file),
            )
        return held

    def _record(self, wanted: SnapshotId) -> Path:
        return self.folder / wanted.table / f"{wanted.sha256[:_NAMED_BY]}.json"


def verified(folder: Path, snapshot: Snapshot) -> Path:
    """Return the Parquet file of `snapshot` in `folder`. Raises JipingError when it is gone or no longer the same."""
    path = folder / snapshot.file
    if not path.is_file():
        raise missing(snapshot.id, folder)
    if sha256_of(path) != snapshot.sha256:
        raise JipingError(
            "这份数据被改动过，与导入时的内容不一致。",
            why="用改动过的数据算出的指标值无法追溯。",
            remedy="请恢复数据文件夹的备份，或删去这个文件后重新导入。",
            place=Place(str(path)),
        )
    return path


def missing(wanted: SnapshotId, folder: Path) -> JipingError:
    """Return the complaint that `folder` does not hold the records wanted."""
    return JipingError(
        f"没有表 {wanted.table} 的快照 {wanted.sha256[:_NAMED_BY]}。",
        why="指标值只能用当时的数据重算。",
        remedy="请指明存有这份数据的文件夹，或恢复它的备份。",
        place=Place(str(folder)),
    )


def _pointed(pointer: Path) -> str:
    try:
        return str(json.loads(pointer.read_text(encoding="utf-8"))["sha256"])
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise JipingError(
            "读不出这张表当前是哪一份数据。", remedy="请恢复数据文件夹的备份，或重新导入。", place=Place(str(pointer))
        ) from fault


def _publish(parquet: Path, target: Path) -> None:
    parquet.chmod(0o444)
    parquet.replace(target)


def _write(path: Path, text: str) -> None:
    """Put a text on the disk whole or not at all."""
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)
