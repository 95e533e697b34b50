"""Where receipts lie: `<data>/receipts/<year>/<id>.json`, beside the records they rest on.

The tables of the rules they name, such as the calendar, lie in `<data>/receipts/reference/`: any program can repeat a
figure from the folder alone, and a calendar changed since is told from the one of then.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pyarrow as pa

from jiping.datasets.receipt import dump_receipt, load_receipt
from jiping.datasets.reference import TITLES, dump_reference, load_reference
from jiping.domain.errors import JipingError
from jiping.domain.measurement import RECEIPT_ID, Measurement, SnapshotId
from jiping.domain.place import Place
from jiping.use_cases.output import put

_NAMED_BY = 16


def keep(measured: Measurement, data: Path, reference: Mapping[str, pa.Table]) -> Path:
    """Write the receipt of `measured` into the data folder, with those of the tables `reference` it names.

    The same measurement is the same file.
    """
    for each in measured.references:
        beside = reference_path(each, data)
        if not beside.exists():
            put(beside, dump_reference(reference[each.table]))
    path = _path(measured.id, data)
    return path if path.exists() else put(path, dump_receipt(measured))


def find(receipt: str, data: Path) -> Measurement:
    """Return the measurement of that id. Raises JipingError for an id nobody wrote, or a file that was altered."""
    path = _path(receipt, data)
    if not path.is_file():
        raise JipingError(
            f"{data} 中没有凭据 {receipt}。",
            remedy="请核对编号；用 --data 指明存有这份凭据的数据文件夹，或先运行 jiping measure。",
        )
    return load_receipt(path.read_bytes(), str(path))


def references(measured: Measurement, data: Path) -> Mapping[str, pa.Table]:
    """Return the tables of the rules a receipt names, as they were. Raises JipingError when one was altered or is gone."""
    return {each.table: _reference(each, data) for each in measured.references}


def reference_path(named: SnapshotId, data: Path) -> Path:
    """Return where the table of the rules of that name lies."""
    return data / "receipts" / "reference" / f"{named.table}-{named.sha256[:_NAMED_BY]}.csv"


def _reference(named: SnapshotId, data: Path) -> pa.Table:
    path = reference_path(named, data)
    content = path.read_bytes() if path.is_file() else b""
    if sha256(content).hexdigest() != named.sha256:
        raise JipingError(
            f"凭据所用的{TITLES[named.table]}不见了，或被改动过。",
            why="工作日数只能用当时的日历重算。",
            remedy="请恢复数据文件夹的备份，或用 jiping measure 重新计量。",
            place=Place(str(path)),
        )
    return load_reference(content)


def _path(receipt: str, data: Path) -> Path:
    found = RECEIPT_ID.fullmatch(receipt)
    if found is None:
        raise JipingError(f"“{receipt}”不是凭据编号。", remedy="凭据编号的样子如 PF02-2024-0a1b2c3d4e5f。")
    return data / "receipts" / found["year"] / f"{receipt}.json"
