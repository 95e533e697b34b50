"""Which formats there are: a folder with a `writer.py` can be written, one with a `reader.py` can be read.

The folder's name is the format's name and its file extension. A reader module also states MAGIC, the byte strings one of
which stands in the first kilobyte of every such file; an empty MAGIC accepts any bytes.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path

from jiping.domain.document import Document
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.guard import HEAD_BYTES, bounded_bytes, kind_of

Writer = Callable[[Document], bytes]
Reader = Callable[[bytes, str], Document]


@cache
def writable() -> tuple[str, ...]:
    """Return the names of the formats that can be written."""
    return _folders_with("writer.py")


@cache
def readable() -> tuple[str, ...]:
    """Return the names of the formats that can be read."""
    return _folders_with("reader.py")


def writer_for(name: str) -> Writer:
    """Return the function that turns a Document into the bytes of format `name`; KeyError for an unknown name."""
    if name not in writable():
        raise KeyError(name)
    writer: Writer = import_module(f"jiping.formats.{name}.writer").write
    return writer


def reader_for(path: Path, head: bytes) -> Reader:
    """Return the reader for a file of this name whose bytes begin with `head`; UnreadableFile when they disagree."""
    name = path.suffix.lower().removeprefix(".")
    if name not in readable():
        raise UnreadableFile(
            f"不能读扩展名为“{path.suffix}”的文件。",
            why=f"能读的格式是 {'、'.join(readable())}。",
            remedy="请用原来的软件另存为其中一种格式。",
            place=Place(path.name),
        )
    module = import_module(f"jiping.formats.{name}.reader")
    magic: tuple[bytes, ...] = module.MAGIC
    if magic and not any(sign in head for sign in magic):
        raise UnreadableFile(
            f"扩展名是 {name}，内容却是{kind_of(head)}。",
            remedy=f"请用原来的软件打开，去掉密码后另存为 {name}，不要只改扩展名。",
            place=Place(path.name),
        )
    reader: Reader = module.read
    return reader


def read_file(path: Path) -> Document:
    """Return the Document in the file at `path`; UnreadableFile says why not."""
    data = bounded_bytes(path)
    return reader_for(path, data[:HEAD_BYTES])(data, path.name)


def _folders_with(file: str) -> tuple[str, ...]:
    return tuple(sorted(each.parent.name for each in Path(__file__).parent.glob(f"*/{file}")))
