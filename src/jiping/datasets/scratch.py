"""A scratch folder and database in which one import is worked on, within bounded memory."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import duckdb
import ibis

from jiping.datasets.workbench import Workbench
from jiping.domain.disk import reason
from jiping.domain.errors import JipingError
from jiping.domain.table import TableSchema

_MEMORY = "2GB"
_PREFIX, _DATABASE = ".import-", "import.duckdb"


@contextmanager
def workbench(folder: Path, schema: TableSchema) -> Iterator[Workbench]:
    """Yield a workbench beside the snapshots of `folder`, so that a finished one needs only be renamed.

    It leaves nothing behind, and takes a folder away again that it made and nobody used.
    """
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder)
        with TemporaryDirectory(dir=folder, prefix=_PREFIX) as name:
            scratch = Path(name)
            backend = ibis.duckdb.connect(
                scratch / _DATABASE, memory_limit=_MEMORY, temp_directory=str(scratch / "spill")
            )
            backend.raw_sql("SET enable_progress_bar = false")
            try:
                yield Workbench(scratch, backend, schema)
            finally:
                backend.disconnect()
    except OSError as fault:
        raise _refused(folder, reason(fault)) from fault
    except (duckdb.IOException, duckdb.OutOfMemoryException) as fault:
        raise _refused(folder, "磁盘或内存不够") from fault
    finally:
        if made and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _clear(folder: Path) -> None:
    """Remove what killed imports left: a living one holds the lock of its database."""
    for database in folder.glob(f"{_PREFIX}*/{_DATABASE}"):
        with suppress(duckdb.Error):
            duckdb.connect(str(database)).close()
            rmtree(database.parent, ignore_errors=True)


def _refused(folder: Path, why: str) -> JipingError:
    return JipingError(
        f"无法在 {folder} 里工作：{why}。",
        why="没有留下导入了一半的数据。",
        remedy="请检查文件夹是否有写权限、磁盘是否已满。",
    )
