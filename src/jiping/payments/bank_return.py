"""What the bank sends back: every line must belong to an order; otherwise nothing is booked.

A line that says what is booked already changes nothing; one that says otherwise is a fault.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jiping.datasets.faults import Fault
from jiping.datasets.rejects import first_faults
from jiping.datasets.scratch import workbench
from jiping.datasets.snapshot import sha256_of
from jiping.datasets.workbench import Row, Tell, Workbench
from jiping.domain.errors import JipingError
from jiping.domain.place import Place
from jiping.payments.draft import FOLDER
from jiping.payments.ledger import Connection, together
from jiping.rulepack.pack import RulePack

TABLE = "bank_returns"
_SHOWN = 20
_RETURNED = """
CREATE TEMP TABLE returned (
    line INTEGER, batch TEXT, number INTEGER, account TEXT, amount INTEGER, credited INTEGER, reason TEXT, happened_on TEXT
)
"""
_MATCHED = """
SELECT r.*, b.id AS known_batch, b.sent_on, a.payment, a.attempt, a.account AS sent_account, p.amount AS sent_amount,
    o.return AS booked,
    o.credited = r.credited AND o.happened_on = r.happened_on AND o.reason IS r.reason AS same
FROM returned r
LEFT JOIN batches b ON b.number = r.batch
LEFT JOIN attempts a ON a.batch = b.id AND a.line = r.number
LEFT JOIN payments p ON p.id = a.payment
LEFT JOIN outcomes o ON o.payment = a.payment AND o.attempt = a.attempt
"""
_BOOK = "INSERT INTO outcomes SELECT payment, attempt, credited, happened_on, reason, ?, line"
# what cannot be read in a line is told by itself, and does not hide what else is wrong with it
_FAULTS = {
    "batch": "batch IS NOT NULL AND known_batch IS NULL",
    "number": "number IS NOT NULL AND known_batch IS NOT NULL AND payment IS NULL",
    "account": "account <> sent_account",
    "amount": "amount <> sent_amount",
    "booked": "booked IS NOT NULL AND NOT same",
    "day": "happened_on < sent_on",
    "reason": "credited = 0 AND reason IS NULL",
}
_UNLIKE = (
    f"SELECT *, {', '.join(f'({bad}) AS bad_{name}' for name, bad in _FAULTS.items())} FROM ({_MATCHED}) "
    f"WHERE {' OR '.join(f'bad_{name}' for name in _FAULTS)}"
)
_TOLD = {
    "batch": ("批次号", "没有这一批", "请核对是否别的单位或别的台账的回盘"),
    "number": ("序号", "这一批里没有这一笔", "请与送盘文件核对序号"),
    "booked": ("序号", "与以前登记的这一笔的结果不同", "已登记的不能改；请与银行核对哪一份回盘有误"),
    "account": ("收款账号", "与送盘的账号不同", "请与银行核对；账号须设为文本"),
    "amount": ("金额", "与送盘的金额不同", "请与银行核对"),
    "day": ("入账日期", "早于送盘日期", "请与银行核对"),
    "reason": ("失败原因", "失败而没有写原因", "请银行补写原因"),
}


@dataclass(frozen=True, slots=True)
class Returned:
    """What came of a return file: with faults nothing was booked; `known` lines had been booked before and changed nothing."""

    credited: int
    failed: int
    faults: tuple[Fault, ...] = ()
    bad_rows: int = 0
    known: int = 0


def book_return(
    con: Connection, file: Path, data: Path, pack: RulePack, *, sheet: str | None, encoding: str | None, tell: Tell
) -> Returned:
    """Book the results in `file`, csv of any encoding or xlsx. Raises JipingError when it cannot be read at all."""
    with workbench(data / FOLDER, pack.tables[TABLE]) as bench:
        bench.read(str(file), sheet, encoding)
        bench.judge(pack, tell, {})
        tell("与送盘核对")
        return _booked(con, file, bench)


def _booked(con: Connection, file: Path, bench: Workbench) -> Returned:
    digest = sha256_of(file)
    with together(con):
        con.execute("DROP TABLE IF EXISTS temp.returned")
        con.execute(_RETURNED)
        con.executemany("INSERT INTO returned VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _values(bench))
        illegible = {row["line"] for row in bench.stream(bench.faults.select("line").distinct())}
        unlike = con.execute(f"SELECT * FROM ({_UNLIKE}) ORDER BY line").fetchall()
        if illegible or unlike:
            told = [*first_faults(bench, _SHOWN), *(fault for row in unlike for fault in _faults(file, row))]
            shown = sorted(told, key=lambda each: each.line)[:_SHOWN]
            return Returned(0, 0, tuple(shown), len(illegible | {row["line"] for row in unlike}))
        credited, failed, known = _sums(con)
        if not credited + failed + known:
            raise JipingError("回盘文件里没有一笔结果。", remedy="请向银行重新索取。", place=Place(file.name))
        if credited + failed:
            row = con.execute("INSERT INTO returns (sha256, file) VALUES (?, ?)", (digest, file.name)).lastrowid
            con.execute(f"{_BOOK} FROM ({_MATCHED}) WHERE booked IS NULL", (row,))
        return Returned(credited, failed, known=known)


def _values(bench: Workbench) -> Iterator[tuple[object, ...]]:
    for row in bench.stream(bench.judged):
        yield _value(row)


def _value(row: Row) -> tuple[object, ...]:
    credited = None if row["result"] is None else int(row["result"] == "credited")
    sent = (row["line"], row["batch"], row["number"], row["account"], row["amount"])
    day = None if row["happened_on"] is None else f"{row['happened_on']:%Y-%m-%d}"
    return (*sent, credited, None if credited else row["reason"], day)


def _sums(con: Connection) -> tuple[int, int, int]:
    """Return how many lines are new and credited, new and failed, known."""
    new = "count(*) FILTER (WHERE booked IS NULL AND credited"
    row = con.execute(f"SELECT {new}), {new} = 0), count(booked) FROM ({_MATCHED})").fetchone()
    return row[0], row[1], row[2]


def _faults(file: Path, row: sqlite3.Row) -> Iterator[Fault]:
    return (_fault(file, row, each) for each in _FAULTS if row[f"bad_{each}"])


def _fault(file: Path, row: sqlite3.Row, fault: str) -> Fault:
    heading, what, remedy = _TOLD[fault]
    value = {"批次号": row["batch"], "序号": str(row["number"]), "入账日期": row["happened_on"]}.get(heading, "")
    return Fault(file.name, row["line"], heading, value, what, remedy)
