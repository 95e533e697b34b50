"""What the bank answers, as the tests of payments need it."""

from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from pathlib import Path

from jiping.payments.bank_return import Returned, book_return
from jiping.payments.batches import Batch, transfers
from jiping.payments.ledger import Connection
from jiping.payments.sheet import csv_pieces
from jiping.payments.yuan import yuan
from jiping.rulepack.load import load_pack

RULES = load_pack("national", date(2024, 12, 31))
HEADINGS = ("批次号", "序号", "收款账号", "金额（元）", "处理结果", "失败原因", "入账日期")


def answer(
    con: Connection, data: Path, batch: Batch, failed: AbstractSet[int] = frozenset(), name: str = "回盘"
) -> Returned:
    """Book that the bank paid every line of `batch` but the `failed`, and return what came of it."""
    rows = [
        (batch.number, each.line, each.account, yuan(each.amount), *_result(batch.sent_on, each.line in failed))
        for each in transfers(con, batch)
    ]
    return take(con, data, [HEADINGS, *rows], name)


def take(con: Connection, data: Path, rows: list[tuple[object, ...]], name: str = "回盘") -> Returned:
    file = data / f"{name}.csv"
    file.write_bytes(b"".join(csv_pieces([tuple(map(str, row)) for row in rows])))
    return book_return(con, file, data, RULES, sheet=None, encoding=None, tell=lambda _: None)


def _result(sent_on: date, failed: bool) -> tuple[str, str, str]:
    if failed:
        return "失败", "账号不存在", str(sent_on + timedelta(3))
    return "成功", "", str(sent_on + timedelta(2))
