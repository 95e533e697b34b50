"""Who saw personal data unmasked, when, and behind which figure: one line a look, beside the receipts."""

import csv
from datetime import datetime
from io import StringIO
from pathlib import Path

from jiping.domain.disk import reason
from jiping.domain.errors import JipingError

_HEADINGS = ("时间", "查看人", "凭据", "最多条数")
_BOM = "\ufeff"  # spreadsheets take the file for another encoding without it


def disclosures(data: Path) -> Path:
    """Return the file the looks are kept in."""
    return data / "receipts" / "查看个人信息记录.csv"


def record_disclosure(receipt: str, limit: int, who: str, when: datetime, data: Path) -> Path:
    """Add one line, before anything is shown. Raises JipingError when it cannot be kept: then nothing may be shown."""
    path = disclosures(data)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = not path.exists()
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(
                (_BOM + _line(_HEADINGS) if new else "") + _line((f"{when:%Y-%m-%d %H:%M:%S}", who, receipt, limit))
            )
    except OSError as fault:
        raise JipingError(
            f"无法登记这次查看：{reason(fault)}。",
            why="不遮盖个人信息的查看都要留下记录，所以没有打开。",
            remedy=f"请检查 {path} 是否可写，或去掉 --reveal。",
        ) from fault
    return path


def _line(cells: tuple[object, ...]) -> str:
    written = StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue()
