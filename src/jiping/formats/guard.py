"""The door every foreign file passes: size, cells, damage.

The limits protect the machine, not a regulation: a filing is a few hundred kilobytes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jiping.domain.disk import reason
from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.place import Place

HEAD_BYTES = 1024
MAX_BYTES = 64 * 2**20
MAX_CELLS = 250_000


class DamagedFile(UnreadableFile):
    """A parser gave up on these bytes; another program may be more patient."""


def bounded_bytes(path: Path) -> bytes:
    """Return the content of `path`; UnreadableFile when it is missing, empty or too large to be a filing."""
    place = Place(path.name)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableFile(
                f"文件有 {size // 2**20} MB，超过 {MAX_BYTES // 2**20} MB 的上限。",
                why="自评材料不会这么大。",
                remedy="请确认选对了文件，或删去其中的图片后再试。",
                place=place,
            )
        data = path.read_bytes()
    except OSError as fault:
        raise UnreadableFile(
            f"打不开这个文件（{reason(fault)}）。", remedy="请检查文件是否存在、是否有权限读取。", place=place
        ) from fault
    refuse_empty(data, place)
    return data


def refuse_empty(data: bytes, place: Place) -> None:
    """Raise UnreadableFile for a file without a single byte."""
    if not data:
        raise UnreadableFile("文件是空的。", remedy="请重新导出或重新拷贝一份。", place=place)


@contextmanager
def damage_reported(name: str) -> Iterator[None]:
    """Turn whatever a parser raises on bytes it cannot digest into one DamagedFile."""
    try:
        yield
    except JipingError:
        raise
    except Exception as fault:  # a damaged file can make a third-party parser fail in any way
        raise DamagedFile(
            "文件已损坏或不完整，读不出内容。",
            remedy="请用原来的软件打开并另存一份，再读另存的文件。",
            place=Place(name),
        ) from fault


def refuse_too_many_cells(count: int, place: Place) -> None:
    """Raise UnreadableFile when a table is too large to be a filing."""
    if count > MAX_CELLS:
        raise UnreadableFile(
            f"表格有 {count} 个单元格，超过 {MAX_CELLS} 个的上限。",
            remedy="请确认选对了文件，或删去多余的空行空列。",
            place=place,
        )
