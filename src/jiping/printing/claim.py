"""Whose an output folder is: what a job's pages depend on is written into it first, and another job is refused by name."""

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from jiping.domain.errors import JipingError
from jiping.domain.place import Place
from jiping.printing import durable

JOB = "job.json"
_TITLES = {
    "program": "程序",
    "data": "业务数据",
    "rules": "规则",
    "facts": "年度、单位、利率或打印日期",
    "look": "版面",
    "key": "密钥",
    "batch": "每册份数",
}
_ROOMS = ("statements", "printing", "programmes/personal_statement")


def claim(out: Path, identity: Mapping[str, object]) -> None:
    """Mark the folder as this job's. Raises JipingError when another job's files lie there: two would get mixed."""
    path = out / JOB
    if path.is_file():
        _require_same(path, identity)
        return
    if out.is_dir() and any(not each.name.startswith(durable.PARTIAL) for each in out.iterdir()):
        raise JipingError("这个文件夹里已经有别的文件。", remedy="请用 --out 指明一个空文件夹。", place=Place(str(out)))
    durable.write(path, json.dumps(identity, ensure_ascii=False, indent=1).encode())


def program() -> str:
    """Return what tells one state of the code that prints from another."""
    digest = sha256()
    for room in _ROOMS:
        for path in sorted((Path(str(files("jiping"))) / room).glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _require_same(path: Path, identity: Mapping[str, object]) -> None:
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        known = {}
    if known != identity:
        changed = [title for name, title in _TITLES.items() if known.get(name) != identity[name]]
        raise JipingError(
            "这个文件夹里是另一次打印的结果。",
            why=f"{'、'.join(changed)}与上次不同，接着打印会新旧混杂。",
            remedy="请用 --out 换一个文件夹；确认上次的作废后，也可以先移走它。",
            place=Place(str(path.parent)),
        )
