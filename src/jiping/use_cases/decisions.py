"""Where decisions lie: `<data>/decisions/<year>/<id>.json`, beside the records they rest on, as receipts do."""

from pathlib import Path

from jiping.datasets.decision_file import dump_decision, load_decision
from jiping.domain.decision import DECISION_ID, Decision
from jiping.domain.errors import JipingError
from jiping.use_cases.output import put


def keep(decision: Decision, data: Path) -> Path:
    """Write the decision into the data folder; the same decision is the same file."""
    path = _path(decision.id, data)
    return path if path.exists() else put(path, dump_decision(decision))


def find(number: str, data: Path) -> Decision:
    """Return the decision of that id. Raises JipingError for an id nobody wrote, or a file that was altered."""
    path = _path(number, data)
    if not path.is_file():
        raise JipingError(
            f"{data} 中没有核定记录 {number}。",
            remedy="请核对编号；用 --data 指明存有这份记录的数据文件夹，或先运行 jiping decide --save。",
        )
    return load_decision(path.read_bytes(), str(path))


def _path(number: str, data: Path) -> Path:
    found = DECISION_ID.fullmatch(number)
    if found is None:
        raise JipingError(f"“{number}”不是核定记录的编号。", remedy="编号的样子如 TS-2024-0a1b2c3d4e5f。")
    return data / "decisions" / found["year"] / f"{number}.json"
