"""Show a document as it was read: what was understood, laid over its own page."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from jiping.domain.errors import JipingError
from jiping.domain.place import Place
from jiping.formats.guard import bounded_bytes
from jiping.formats.registry import readable, reader_for
from jiping.layouts.read.recognise import recognise
from jiping.reports.reading.page import render
from jiping.use_cases.output import put
from jiping.use_cases.packs import every_layout, reading_vocabulary


def show(path: Path, pack_folders: Sequence[Path] = ()) -> bytes:
    """Return the page of the file at `path`, also when no self-evaluation was recognised in it.

    Raises UnreadableFile for bytes that cannot be opened, JipingError for a file of ours, which has no page to show.
    """
    _refuse_data(path.name)
    return shown(bounded_bytes(path), path.name, pack_folders)


def shown(data: bytes, name: str, pack_folders: Sequence[Path] = ()) -> bytes:
    """Return the page of the bytes of a file called `name`, which may be a path inside an archive; raises as `show`."""
    _refuse_data(name)
    document = reader_for(Path(name), data)(data, name)
    vocabulary = reading_vocabulary()
    recognition = recognise(document, every_layout(tuple(pack_folders)), vocabulary)
    return render(name, document, recognition, vocabulary.lexicon)


def write_shown(path: Path, output: Path, pack_folders: Sequence[Path] = ()) -> Path:
    """Write the page of the file at `path` to `output`; return `output`."""
    return put(output, show(path, pack_folders))


def _refuse_data(name: str) -> None:
    if PurePosixPath(name).suffix.lower() in {".json", ".yaml", ".yml"}:
        raise JipingError(
            "数据文件没有版面，不能画出读取结果。",
            remedy=f"请给出原来的材料：{'、'.join(readable())}。",
            place=Place(name),
        )
