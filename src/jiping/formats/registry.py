"""Which formats there are: a folder with a `writer.py` can be written, one with a `reader.py` can be read, one with
an `amender.py` can be changed in single places.

The folder's name is the format's name and its file extension. A reader module states

- MAGIC, byte strings one of which stands in the first kilobyte of every such file; an empty MAGIC accepts any bytes;
- `read(data, name)`, or CONVERTS_TO, the name of another format, and `convert(data, name)`, which returns the bytes of
  that format; a module with both converts what it found damaged, for the converter may be more patient;
- INSIDE, where several formats share a MAGIC: byte strings one of which stands anywhere in the file;
- OFTEN, the formats that this extension is often given to by mistake: those are read for what they are, and told.
"""

from collections.abc import Callable, Iterable
from contextlib import nullcontext, suppress
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path, PurePosixPath
from types import ModuleType

from jiping.domain.document import Document
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.amendment import Amendment
from jiping.formats.guard import HEAD_BYTES, DamagedFile, bounded_bytes
from jiping.formats.kind import is_text, kind_of

Writer = Callable[[Document], bytes]
Reader = Callable[[bytes, str], Document]
Amender = Callable[[bytes, str, Iterable[Amendment]], bytes]


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


def amender_for(name: str) -> Amender | None:
    """Return the function that changes words in a file of format `name`; None where only a new file can be written."""
    if name not in _folders_with("amender.py"):
        return None
    amender: Amender = import_module(f"jiping.formats.{name}.amender").amend
    return amender


def reader_for(path: Path, content: bytes) -> Reader:
    """Return the reader for a file of this name with this content; UnreadableFile when they disagree."""
    head = content[:HEAD_BYTES]
    name = path.suffix.lower().removeprefix(".")
    if name not in readable():
        raise UnreadableFile(
            f"不能读扩展名为“{path.suffix}”的文件。",
            why=f"能读的格式是 {'、'.join((*readable(), 'yaml', 'json'))}。",
            remedy="请用原来的软件另存为其中一种格式。",
            place=Place(path.name),
        )
    candidates = [each for each in (name, *_often(name)) if _begins(each, head)]
    if not candidates:
        raise UnreadableFile(
            f"扩展名是 {name}，内容却是{kind_of(content)}。",
            remedy=_remedy(name, head),
            place=Place(path.name),
        )
    return lambda data, shown_name: _read(candidates, data, shown_name)


def _remedy(name: str, head: bytes) -> str:
    if is_text(head):
        return "内容是普通文字的，请把扩展名改成 txt；不知道是什么文件的，请向提供文件的人核实。"
    return f"请用原来的软件打开，去掉密码后另存为 {name}，不要只改扩展名。"


def read_file(path: Path) -> Document:
    """Return the Document in the file at `path`; UnreadableFile says why not."""
    data = bounded_bytes(path)
    return reader_for(path, data)(data, path.name)


def _read(candidates: list[str], data: bytes, name: str) -> Document:
    """Read bytes as the first candidate whose inner signs they bear, or else as the first."""
    actual = next((each for each in candidates if _bears(each, data)), candidates[0])
    extension = PurePosixPath(name).suffix.lower().removeprefix(".")
    document = _read_as(actual, data, name)
    if actual not in _often(extension):
        return document
    return _noted(document, f"扩展名是 {extension}，内容其实是 {actual}，已按 {actual} 读入。")


def _read_as(format_name: str, data: bytes, name: str) -> Document:
    module = _module(format_name)
    if hasattr(module, "read"):
        with suppress(DamagedFile) if hasattr(module, "CONVERTS_TO") else nullcontext():
            document: Document = module.read(data, name)
            return document
    converted: bytes = module.convert(data, name)
    document = _read_as(module.CONVERTS_TO, converted, name)
    if converted is data:
        return document
    return _noted(document, f"{format_name} 文件先转换成 {module.CONVERTS_TO} 再读入，位置按转换后的文件计。")


def _begins(format_name: str, head: bytes) -> bool:
    magic: tuple[bytes, ...] = _module(format_name).MAGIC
    return not magic or any(sign in head for sign in magic)


def _bears(format_name: str, data: bytes) -> bool:
    inside: tuple[bytes, ...] = getattr(_module(format_name), "INSIDE", (b"",))
    return any(sign in data for sign in inside)


def _often(format_name: str) -> tuple[str, ...]:
    often: tuple[str, ...] = getattr(_module(format_name), "OFTEN", ())
    return often


def _noted(document: Document, note: str) -> Document:
    return replace(document, notes=(note, *document.notes))


def _module(format_name: str) -> ModuleType:
    return import_module(f"jiping.formats.{format_name}.reader")


def _folders_with(file: str) -> tuple[str, ...]:
    return tuple(sorted(each.parent.name for each in Path(__file__).parent.glob(f"*/{file}")))
