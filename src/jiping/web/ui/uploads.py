"""Read a table somebody uploads, in a process of its own: whatever the file does there, the server goes on."""

import csv
import json
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from jiping.batch.processes.child import Lost
from jiping.batch.processes.crew import crew
from jiping.batch.processes.serve import Bounds, Work
from jiping.datasets.reading.source import transcribe
from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.place import Place
from jiping.use_cases.account_rules import UploadLimit

Line = tuple[int, list[str]]


def lines_uploaded(file: "UploadedFile[Any]", limit: UploadLimit) -> tuple[Line, ...]:
    """Return the lines of an xlsx or csv file, each with its number there. Raises UnreadableFile."""
    name = Path(file.name or "上传的文件").name
    if (file.size or 0) > limit.size:
        raise _refused(name, f"文件有 {(file.size or 0) / 2**20:.0f} MB，超过 {limit.size // 2**20} MB 的上限。")
    with TemporaryDirectory(prefix="jiping-upload-") as folder:
        path = Path(folder) / "uploaded.xlsx"  # theirs may be too long; what it is, its first bytes tell
        path.write_bytes(b"".join(file.chunks()))
        work = Work(prepare=_ready, perform=partial(_read, most=limit.lines))
        ((_, answer),) = crew(work, [str(path)], 1, Bounds(limit.seconds, limit.memory, tasks=1))
    if isinstance(answer, Lost):
        raise _refused(name, f"这个文件没有读成：{answer.how}。")
    read = json.loads(answer)
    if isinstance(read, dict):
        raise UnreadableFile(read["what"], why=read["why"], remedy=read["remedy"], place=Place(name))
    if len(read) > limit.lines:
        raise _refused(name, f"文件超过 {limit.lines} 行。")
    return tuple((number, cells) for number, cells in read)


def _ready() -> None:
    """Nothing to load: the table readers are imported with this module."""


def _read(path: str, most: int) -> bytes:
    into = Path(path).with_name("lines")
    try:
        lines = transcribe(path, into).lines
    except JipingError as fault:
        return json.dumps({"what": fault.what, "why": fault.why, "remedy": fault.remedy}).encode()
    with into.open(encoding="utf-8", newline="") as source:
        told = [
            (int(number), cells)
            for _, (number, *cells) in zip(range(most + 1), csv.reader(source, delimiter=lines.delimiter), strict=False)
        ]
    return json.dumps(told).encode()


def _refused(name: str, what: str) -> UnreadableFile:
    return UnreadableFile(what, remedy="请只保留需要的行，另存为 xlsx 或 csv 后再上传。", place=Place(name))
