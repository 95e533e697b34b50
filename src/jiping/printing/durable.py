"""Files that are there whole or not at all, even when the power goes."""

import os  # noqa: TID251 - forcing a file onto the disk has no other home
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import RawIOBase
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

from jiping.domain.disk import reason
from jiping.domain.errors import JipingError

PARTIAL = ".partial-"
"""What the name of a file begins with until it is whole."""


class Hashed(RawIOBase):
    """A file that knows the SHA-256 of what is written to it."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file, self._hash, self.size = file, sha256(), 0

    def writable(self) -> bool:
        return True

    def write(self, content: object) -> int:
        written = cast("bytes", content)
        self._hash.update(written)
        self.size += len(written)
        return self._file.write(written)

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


@contextmanager
def durable(path: Path) -> Iterator[Hashed]:
    """Write to a neighbour of `path` that takes its name once all of it is on the disk."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=PARTIAL, delete=False) as file:
            neighbour = Path(file.name)
            try:
                yield Hashed(cast("BinaryIO", file))
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                neighbour.unlink(missing_ok=True)
                raise
        neighbour.chmod(0o644)
        neighbour.replace(path)
        _settle(path.parent)
    except OSError as fault:
        raise JipingError(
            f"无法写入 {path}：{reason(fault)}。",
            why="没有留下写了一半的文件。",
            remedy="请检查文件夹是否有写权限、磁盘是否已满；处理后再运行一次，已完成的批次不会重做。",
        ) from fault


def write(path: Path, content: bytes) -> None:
    with durable(path) as out:
        out.write(content)


def sweep(folder: Path) -> None:
    """Remove what a run that was killed left half written."""
    for each in folder.glob(f"{PARTIAL}*"):
        each.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """A new name is on the disk only when its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
