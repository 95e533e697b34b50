"""Tables kept in a file without a name: processes read the same pages of it, and memory holds only what they look at."""

import mmap
from collections.abc import Iterable
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import Any, BinaryIO, Self, cast

import pyarrow as pa
from pyarrow import ipc

from jiping.domain.disk import reason
from jiping.domain.errors import JipingError


@dataclass(frozen=True, slots=True)
class Shelved:
    """A table on a shelf; it may travel to every process that was forked while the shelf was there."""

    handle: int
    begin: int
    end: int

    def rows(self) -> Any:
        """Return the pyarrow.Table, whose columns lie on the disk; what was looked at is let go with it."""
        held = mmap.mmap(self.handle, self.end, access=mmap.ACCESS_READ)
        return ipc.open_file(pa.py_buffer(held).slice(self.begin)).read_all()


class Shelf:
    """The file, until the end of a `with` block; tables taken from it stay."""

    def __init__(self) -> None:
        try:
            self._file = cast("BinaryIO", TemporaryFile())  # noqa: SIM115 - closed with the shelf
        except OSError as fault:
            raise _full(fault) from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def put(self, batches: Iterable[Any], schema: Any) -> Shelved:
        """Keep the batches as one table behind those that are there."""
        try:
            begin = self._file.tell()
            with ipc.new_file(self._file, schema) as writer:
                for batch in batches:
                    writer.write_batch(batch.cast(schema))
            self._file.flush()
            return Shelved(self._file.fileno(), begin, self._file.tell())
        except OSError as fault:
            raise _full(fault) from fault


def _full(fault: OSError) -> JipingError:
    return JipingError(
        f"无法存放名册：{reason(fault)}。",
        why="名册暂存在临时文件夹里，打印完就删去。",
        remedy="请检查临时文件夹的空间，或用环境变量 TMPDIR 换一个。",
    )
