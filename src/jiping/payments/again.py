"""What came back whole may be granted again (重新发放): with a reason, by somebody named, as the next turn of its key."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from jiping.domain.errors import JipingError
from jiping.domain.payment import Payment, PaymentKey
from jiping.payments.days import require_after
from jiping.payments.ledger import Connection, together

_LAST = """
SELECT s.id, s.turn, s.amount, s.repaid, s.repaid_on, g.decided_on FROM standing s LEFT JOIN regrants g ON g.payment = s.id
WHERE s.programme = ? AND s.person = ? AND s.kind = ? AND s.period = ? ORDER BY s.turn DESC LIMIT 1
"""
_TURNS = """
SELECT p.person, p.kind, p.period, max(p.turn) + 1 AS turn FROM regrants g JOIN payments p ON p.id = g.payment
WHERE p.programme = ? GROUP BY p.person, p.kind, p.period
"""


def grant_again(con: Connection, programme: str, key: PaymentKey, *, reason: str, by: str, on: date) -> PaymentKey:
    """Book that what came back may be paid once more, and return the key it is then paid under.

    The same again changes nothing. Raises JipingError for what was never paid, has not come back whole, or on a day before
    it did.
    """
    person, kind, period, _ = key
    with together(con):
        last = con.execute(_LAST, (programme, person, kind, period)).fetchone()
        if last is None:
            raise JipingError(
                f"台账里没有个人编号 {person}、{period} 年度的这项补助。",
                remedy="没有发过的直接列入名单（jiping pay list）；请核对人员、种类和年度。",
            )
        if last["repaid"] < last["amount"]:
            raise JipingError(
                f"个人编号 {person}、{period} 年度的这项补助没有全额追回，不能重新发放。",
                why="没有追回就再发，是重复发放。",
                remedy="请先用 jiping pay recover 登记追回和退回的款项。",
            )
        if last["decided_on"] is None:
            require_after(on, "重新发放", last["repaid_on"], "收到退款")
            con.execute("INSERT INTO regrants VALUES (?, ?, ?, ?)", (last["id"], reason, by, on.isoformat()))
    return PaymentKey(person, kind, period, last["turn"] + 1)


def numbered(con: Connection, programme: str, rows: Iterable[Payment]) -> Iterator[Payment]:
    """Yield the payments under the keys they would be paid by now: those granted again under their next turn."""
    turns = {(row["person"], row["kind"], row["period"]): row["turn"] for row in con.execute(_TURNS, (programme,))}
    for each in rows:
        turn = turns.get(each.key[:3], 1)
        yield each if turn == 1 else replace(each, key=each.key._replace(turn=turn))
