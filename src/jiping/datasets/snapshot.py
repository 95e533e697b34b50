"""A snapshot: the records of one table as they were at one import, named by the SHA-256 of their Parquet bytes."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from jiping.domain.measurement import SnapshotId
from jiping.domain.period import Period


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file by name and content; of a database table, `name` says which and the SHA-256 is that of its rows."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The same records give the same `sha256`, whatever the order and the kind of file they came in.

    `origin` are the files imported. `rejected` counts the rows an explicitly partial import left out, which stand in
    `rejects`. `file` is the Parquet file, relative to the data folder.
    """

    table: str
    sha256: str
    rows: int
    period: Period | None
    origin: tuple[SourceFile, ...]
    file: str
    rejected: int = 0
    rejects: SourceFile | None = None

    @property
    def id(self) -> SnapshotId:
        return SnapshotId(self.table, self.sha256)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
