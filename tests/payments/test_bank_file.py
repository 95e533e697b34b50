"""What goes to the bank carries its own control totals, and is the same whenever it is written."""

import csv
import hashlib
from functools import partial
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from jiping.domain.errors import JipingError
from jiping.payments.bank_file import bank_rows
from jiping.payments.batches import Batch, first_batch, transfers
from jiping.payments.ledger import Connection
from jiping.payments.sheet import GB18030, UTF_8, csv_pieces, xlsx_bytes
from payments.lists import SENT_ON, sent

KINDS = {"new": "新增缴费补助"}


def written(con: Connection, batch: Batch, encoding: str = UTF_8) -> bytes:
    rows = bank_rows(batch, "补助", partial(transfers, con, batch), KINDS, numbers=False)
    return b"".join(csv_pieces(rows, encoding))


def test_the_control_totals_are_those_of_the_lines(tmp_path: Path) -> None:
    with sent(tmp_path, *range(1, 12_001)) as (con, _, batch):
        content = written(con, batch).removeprefix(b"\xef\xbb\xbf")
    head, totals, headings, *lines = csv.reader(content.decode().splitlines())
    told = dict(zip(head, totals, strict=True))
    assert (told["笔数"], told["合计金额（元）"]) == ("12000", "12000000.00")
    assert (len(lines), len(headings)) == (12_000, len(lines[0]))
    below = content.split(b"\r\n", 3)[3]
    assert told["校验值"] == hashlib.sha256(below).hexdigest()


def test_the_same_order_is_the_same_file(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2) as (con, made, batch):
        assert written(con, batch) == written(con, first_batch(con, made, SENT_ON))


def test_every_encoding_and_the_workbook_say_the_same(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2) as (con, _, batch):
        utf_8, gb18030 = written(con, batch).decode("utf-8-sig"), written(con, batch, GB18030).decode("gb18030")
        rows = list(bank_rows(batch, "补助", partial(transfers, con, batch), KINDS, numbers=True))
    assert utf_8 == gb18030
    sheet = openpyxl.load_workbook(BytesIO(xlsx_bytes("代发", rows))).worksheets[0]
    cells = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    texts = [[f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row] for row in cells]
    plain = [[cell.replace(".00", "") for cell in row] for row in csv.reader(utf_8.splitlines())]
    assert [[cell.replace(".00", "") for cell in row] for row in texts] == plain
    assert all(isinstance(row[4], str) for row in cells[3:]), "an account is a text, or its last digits are lost"


def test_lines_that_do_not_add_up_to_the_order_are_not_written(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2) as (con, _, batch), pytest.raises(JipingError, match="与台账不符"):
        list(bank_rows(batch, "补助", lambda: iter(list(transfers(con, batch))[:1]), KINDS, numbers=False))
