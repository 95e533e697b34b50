"""Read any supported file into filings, with remarks on what was hard to read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from jiping.domain.errors import UnknownForm
from jiping.domain.filing import Filing
from jiping.domain.place import Place
from jiping.domain.utf8 import decoded
from jiping.exchange import json, yaml
from jiping.formats.guard import bounded_bytes
from jiping.formats.registry import readable, reader_for
from jiping.layouts.read.recognise import recognise
from jiping.layouts.read.recognition import Remark
from jiping.use_cases.attached import with_attached
from jiping.use_cases.packs import every_layout, reading_vocabulary

_STRUCTURED: dict[str, Callable[[str, str], tuple[Filing, ...]]] = {
    ".json": json.loads,
    ".yaml": yaml.read,
    ".yml": yaml.read,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file holds; `remarks` are sentences a person should read before trusting the filings."""

    name: str
    filings: tuple[Filing, ...]
    remarks: tuple[str, ...] = ()


def suffixes() -> tuple[str, ...]:
    """Return how the names of the files end that can be read, each with its dot."""
    return (*(f".{name}" for name in readable()), *_STRUCTURED)


def read(path: Path, pack_folders: Sequence[Path] = ()) -> Reading:
    """Return the filings in the file at `path`, a document or one of our own YAML and JSON files.

    Raises UnreadableFile for bytes that cannot be opened, UnknownForm when no self-evaluation is in them.
    """
    return read_bytes(bounded_bytes(path), path.name, pack_folders)


def read_bytes(data: bytes, name: str, pack_folders: Sequence[Path] = ()) -> Reading:
    """Return the filings in the bytes of a file called `name`, which may be a path inside an archive; raises as `read`."""
    structured = _STRUCTURED.get(PurePosixPath(name).suffix.lower())
    if structured is not None:
        filings = structured(decoded(data, name), name)
        if not filings:
            raise UnknownForm("文件里没有一份自评表。", remedy="请写入至少一份自评表。", place=Place(name))
        return Reading(name, _placed(filings, name))
    document = reader_for(Path(name), data)(data, name)
    recognition = recognise(document, every_layout(tuple(pack_folders)), reading_vocabulary())
    if not recognition.filings:
        raise UnknownForm(
            "文件能打开，但没有认出绩效自评价材料。",
            why="找不到情况表、自评报告的标题，也找不到带分值和得分的评分表。",
            remedy="请确认文件是绩效自评价材料；若是本地的特殊表样，可在规则包里补一个表样。",
            place=Place(name),
        )
    filings, changes = with_attached(recognition.filings, document.attachment)
    return Reading(name, _placed(filings, name), (*document.notes, *map(_sentence, recognition.remarks), *changes))


def _placed(filings: Iterable[Filing], name: str) -> tuple[Filing, ...]:
    """Return the filings, those that know no place in the file as the whole of it: findings must say which file."""
    return tuple(each if each.place is not None else replace(each, place=Place(name)) for each in filings)


def _sentence(remark: Remark) -> str:
    return remark.message if remark.place is None else f"{remark.place}：{remark.message}"
