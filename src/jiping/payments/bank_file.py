"""What goes to the bank: a head with control totals, then one line a transfer.

The check value is the SHA-256 of the lines, headings not included, as UTF-8 csv with CRLF: the bank can tell that
nothing was lost or changed on the way.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from jiping.domain.errors import JipingError
from jiping.payments.batches import Batch, Transfer
from jiping.payments.sheet import Row, csv_pieces
from jiping.payments.yuan import yuan

HEAD = ("批次号", "业务", "送盘日期", "笔数", "合计金额（元）", "校验值")
HEADINGS = ("批次号", "序号", "户名", "证件号码", "收款账号", "开户银行", "金额（元）", "用途")
_BYTE_ORDER_MARK = 3


def bank_rows(
    batch: Batch, title: str, lines: Callable[[], Iterator[Transfer]], kinds: Mapping[str, str], *, numbers: bool
) -> Iterator[Row]:
    """Yield the rows of the file; with `numbers` amounts are numbers, as a workbook has them, else texts.

    `lines` is called twice: for the check value, and to write. Raises JipingError when they do not add up to the order.
    """
    count, total, value = _control(batch, lines(), kinds)
    if (count, total) != (batch.count, batch.total):
        raise JipingError(
            f"批次 {batch.number} 的笔数或金额与台账不符。",
            why="控制总数不平的文件不能送银行。",
            remedy="请恢复数据文件夹的备份。",
        )
    yield HEAD
    yield batch.number, title, batch.sent_on.isoformat(), count, _amount(total, numbers=numbers), value
    yield HEADINGS
    for each in lines():
        yield _row(batch, each, kinds, numbers=numbers)


def _control(batch: Batch, lines: Iterator[Transfer], kinds: Mapping[str, str]) -> tuple[int, int, str]:
    count = total = 0

    def counted() -> Iterator[Row]:
        nonlocal count, total
        for each in lines:
            count, total = count + 1, total + each.amount
            yield _row(batch, each, kinds, numbers=False)

    value = hashlib.sha256()
    for number, piece in enumerate(csv_pieces(counted())):
        value.update(piece if number else piece[_BYTE_ORDER_MARK:])
    return count, total, value.hexdigest()


def _row(batch: Batch, each: Transfer, kinds: Mapping[str, str], *, numbers: bool) -> Row:
    purpose = f"{each.period}年度{kinds.get(each.kind, each.kind)}"
    amount = _amount(each.amount, numbers=numbers)
    return batch.number, each.line, each.name, each.id_number, each.account, each.bank, amount, purpose


def _amount(fen: int, *, numbers: bool) -> str | Decimal:
    return Decimal(fen) / 100 if numbers else yuan(fen)
