"""Money asked back (追回): a record of its own, repaid at once or in instalments, each with its voucher."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from jiping.domain.errors import JipingError
from jiping.domain.payment import PaymentKey
from jiping.payments.days import require_after
from jiping.payments.ledger import Connection, together
from jiping.payments.yuan import yuan

_PAID = (
    "SELECT * FROM standing WHERE programme = ? AND person = ? AND kind = ? AND period = ? ORDER BY turn DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Recovery:
    """What is owed back of one payment and what of it has come, in fen."""

    key: PaymentKey
    owed: int
    repaid: int

    @property
    def outstanding(self) -> int:
        return self.owed - self.repaid


def demand(con: Connection, programme: str, key: PaymentKey, amount: int | None, *, reason: str, on: date) -> Recovery:
    """Book that `amount` fen (None: all of it) of a payment is asked back.

    The same demand again changes nothing. Raises JipingError for what never arrived, more than was paid, or a demand
    that differs from the one booked, or on a day before the money arrived.
    """
    with together(con):
        paid = _paid(con, programme, key)
        wanted = paid["amount"] if amount is None else amount
        if not paid["credited"]:
            raise JipingError(f"{_told(key)}没有到账，不用追回。", remedy="请核对人员、种类和年度。")
        if not 0 < wanted <= paid["amount"]:
            raise JipingError(
                f"追回 {yuan(wanted)} 元，而发放的是 {yuan(paid['amount'])} 元。",
                remedy="追回金额应大于零，不超过所发金额。",
            )
        if paid["owed"] not in (None, wanted):
            raise JipingError(
                f"{_told(key)}已登记追回 {yuan(paid['owed'])} 元。", remedy="一笔发放只登记一次追回；请核对金额。"
            )
        if paid["owed"] is None:
            require_after(on, "登记追回", paid["happened_on"], "到账")
            con.execute("INSERT INTO recoveries VALUES (?, ?, ?, ?)", (paid["id"], wanted, reason, on.isoformat()))
    return Recovery(key, wanted, paid["repaid"])


def receive(con: Connection, programme: str, key: PaymentKey, amount: int, *, voucher: str, on: date) -> Recovery:
    """Book an instalment that came in; the same voucher again changes nothing.

    Raises JipingError when nothing was asked back, the voucher is booked with another amount or day, it is too much,
    or it came before it was asked back.
    """
    with together(con):
        paid = _paid(con, programme, key)
        if paid["owed"] is None:
            raise JipingError(f"{_told(key)}没有登记追回。", remedy="请先写明 --reason 登记追回。")
        booked = con.execute(
            "SELECT amount, received_on FROM instalments WHERE payment = ? AND voucher = ?", (paid["id"], voucher)
        ).fetchone()
        if booked is not None:
            if booked["amount"] != amount:
                raise JipingError(
                    f"凭证 {voucher} 已登记为 {yuan(booked['amount'])} 元。", remedy="请核对凭证号和金额。"
                )
            if booked["received_on"] != on.isoformat():
                raise JipingError(
                    f"凭证 {voucher} 已登记为 {booked['received_on']} 收到，不是 {on}。",
                    remedy="请核对凭证号和 --on 写的日期。",
                )
            return Recovery(key, paid["owed"], paid["repaid"])
        left = paid["owed"] - paid["repaid"]
        if not 0 < amount <= left:
            raise JipingError(
                f"退回 {yuan(amount)} 元，而尚欠 {yuan(left)} 元。", remedy="请核对金额，多退的另行处理。"
            )
        decided = con.execute("SELECT decided_on FROM recoveries WHERE payment = ?", (paid["id"],)).fetchone()
        require_after(on, "登记退回", decided["decided_on"], "登记追回")
        con.execute("INSERT INTO instalments VALUES (?, ?, ?, ?)", (paid["id"], voucher, amount, on.isoformat()))
    return Recovery(key, paid["owed"], paid["repaid"] + amount)


def _paid(con: Connection, programme: str, key: PaymentKey) -> sqlite3.Row:
    row: sqlite3.Row | None = con.execute(_PAID, (programme, *key[:3])).fetchone()
    if row is None:
        raise JipingError(f"台账里没有{_told(key)}。", remedy="请核对人员、种类和年度。")
    return row


def _told(key: PaymentKey) -> str:
    return f"个人编号 {key.person}、{key.period} 年度的这项补助"
