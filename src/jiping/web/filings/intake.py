"""Read a filing somebody uploads, in a process of its own: whatever the file does there, the server goes on."""

import json
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from jiping.batch.processes.child import Lost
from jiping.batch.processes.crew import crew
from jiping.batch.processes.serve import Bounds, Work
from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.place import Place
from jiping.exchange.json import dumps, loads
from jiping.use_cases.account_rules import UploadLimit
from jiping.use_cases.packs import every_layout, reading_vocabulary
from jiping.use_cases.read import Reading, read_bytes

Task = tuple[str, bytes]


def reading_uploaded(file: "UploadedFile[Any]", limit: UploadLimit) -> Reading:
    """Return the filings in any file the command line reads. Raises UnreadableFile, also where reading took too much."""
    name = Path(file.name or "上传的文件").name
    if (file.size or 0) > limit.size:
        raise _refused(name, f"文件有 {(file.size or 0) / 2**20:.0f} MB，超过 {limit.size // 2**20} MB 的上限。")
    task = (name, b"".join(file.chunks()))
    ((_, answer),) = crew(Work(_ready, _read), [task], 1, Bounds(limit.seconds, limit.memory, tasks=1))
    if isinstance(answer, Lost):
        raise _refused(name, f"这个文件没有读成：{answer.how}。")
    told = json.loads(answer)
    if "what" in told:
        raise UnreadableFile(told["what"], why=told["why"], remedy=told["remedy"], place=Place(name))
    return Reading(name, loads(told["filings"], name), tuple(told["remarks"]))


def _ready() -> None:
    """Load what every file needs, so that its time is its own."""
    every_layout(())
    reading_vocabulary()


def _read(task: Task) -> bytes:
    name, data = task
    try:
        found = read_bytes(data, name)
    except JipingError as fault:
        return json.dumps({"what": fault.what, "why": fault.why, "remedy": fault.remedy}).encode()
    return json.dumps({"filings": dumps(found.filings), "remarks": found.remarks}).encode()


def _refused(name: str, what: str) -> UnreadableFile:
    return UnreadableFile(what, remedy="请另存为 docx 或 xlsx 后再上传，或逐项填写。", place=Place(name))
