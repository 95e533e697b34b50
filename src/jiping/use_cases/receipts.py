"""Where receipts lie: `<data>/receipts/<year>/<id>.json`, beside the records they rest on."""

from pathlib import Path

from jiping.datasets.receipt import dump_receipt, load_receipt
from jiping.domain.errors import JipingError
from jiping.domain.measurement import RECEIPT_ID, Measurement
from jiping.use_cases.output import put


def keep(measured: Measurement, data: Path) -> Path:
    """Write the receipt of `measured` into the data folder; the same measurement is the same file."""
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


def _path(receipt: str, data: Path) -> Path:
    found = RECEIPT_ID.fullmatch(receipt)
    if found is None:
        raise JipingError(f"“{receipt}”不是凭据编号。", remedy="凭据编号的样子如 PF02-2024-0a1b2c3d4e5f。")
    return data / "receipts" / found["year"] / f"{receipt}.json"
