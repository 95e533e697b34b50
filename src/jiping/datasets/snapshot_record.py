"""A snapshot's description as JSON, both ways."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from jiping.datasets.snapshot import Snapshot, SourceFile
from jiping.domain.errors import JipingError
from jiping.domain.period import Period
from jiping.domain.place import Place


def written(snapshot: Snapshot) -> str:
    """Return the JSON text of a snapshot's description."""
    period = snapshot.period
    record = {
        "table": snapshot.table,
        "sha256": snapshot.sha256,
        "rows": snapshot.rows,
        "period": None if period is None else [period.first.isoformat(), period.last.isoformat()],
        "origin": [_file(each) for each in snapshot.origin],
        "file": snapshot.file,
        "rejected": snapshot.rejected,
        "rejects": None if snapshot.rejects is None else _file(snapshot.rejects),
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def read(path: Path) -> Snapshot:
    """Return the snapshot described in `path`. Raises JipingError when the file is missing or is no such description."""
    try:
        return _snapshot(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise JipingError(
            "读不出这份快照的说明。",
            why="文件不在了，或被改动过。",
            remedy="请恢复数据文件夹的备份，或重新导入。",
            place=Place(str(path)),
        ) from fault


def _snapshot(record: dict[str, Any]) -> Snapshot:
    period, rejects = record["period"], record["rejects"]
    return Snapshot(
        table=record["table"],
        sha256=record["sha256"],
        rows=record["rows"],
        period=None if period is None else Period(*map(date.fromisoformat, period)),
        origin=tuple(SourceFile(**each) for each in record["origin"]),
        file=record["file"],
        rejected=record["rejected"],
        rejects=None if rejects is None else SourceFile(**rejects),
    )


def _file(file: SourceFile) -> dict[str, str]:
    return {"name": file.name, "sha256": file.sha256}
