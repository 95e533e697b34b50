"""A table kept in a file without a name: processes read the same pages of it, and memory holds only what they look at."""

import mmap
from collections.abc import Iterable
from tempfile import TemporaryFile
from typing import Any, BinaryIO, cast

import pyarrow as pa
from pyarrow import ipc

from jiping.domain.disk import reason
from jiping.domain.errors import JipingError


def shelved(batches: Iterable[Any], schema: Any) -> Any:
    """Return the batches as one pyarrow.Table whose columns lie on the disk; the file is gone when nobody holds it."""
    try:
        with TemporaryFile() as file:
            with ipc.new_file(cast("BinaryIO", file), schema) as writer:
                for batch in batches:
                    writer.write_batch(batch.cast(schema))
            file.flush()
            held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as fault:
        raise JipingError(
            f"无法存放名册：{reason(fault)}。",
            why="名册暂存在临时文件夹里，打印完就删去。",
            remedy="请检查临时文件夹的空间，或用环境变量 TMPDIR 换一个。",
        ) from fault
    return ipc.open_file(pa.py_buffer(held)).read_all()
