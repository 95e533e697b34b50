"""The books of a list, which must balance to the fen: every sum is taken from its own facts, then they are compared."""

from dataclasses import dataclass
from functools import reduce

from jiping.domain.errors import JipingError
from jiping.domain.payment import Status
from jiping.payments.before_sending import Recheck, rechecks_of
from jiping.payments.ledger import Connection
from jiping.payments.sealed import Sealed

_LAST = "SELECT payment, max(attempt) AS attempt FROM attempts GROUP BY payment"
_WITH_OUTCOME = f"""
SELECT p.amount, l.attempt, o.credited FROM payments p LEFT JOIN ({_LAST}) l ON l.payment = p.id
LEFT JOIN outcomes o ON o.payment = l.payment AND o.attempt = l.attempt WHERE p.list = ?
"""
_SUMS = {
    "unsent": f"SELECT count(*), sum(amount) FROM ({_WITH_OUTCOME}) WHERE attempt IS NULL",
    "pending": f"SELECT count(*), sum(amount) FROM ({_WITH_OUTCOME}) WHERE attempt IS NOT NULL AND credited IS NULL",
    "failed": f"SELECT count(*), sum(amount) FROM ({_WITH_OUTCOME}) WHERE credited = 0",
    "credited": """
        SELECT count(*), sum(p.amount) FROM outcomes o JOIN payments p ON p.id = o.payment WHERE p.list = ? AND credited
    """,
    "owed": """
        SELECT count(*), sum(r.amount) FROM recoveries r JOIN payments p ON p.id = r.payment WHERE p.list = ?
    """,
    "repaid": """
        SELECT count(*), sum(i.amount) FROM instalments i JOIN payments p ON p.id = i.payment WHERE p.list = ?
    """,
}


@dataclass(frozen=True, slots=True)
class Sum:
    """So many payments, and their fen."""

    count: int
    total: int

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(self.count + other.count, self.total + other.total)


@dataclass(frozen=True, slots=True)
class Books:
    """One list: approved = credited + failed + pending + unsent; of what arrived, `repaid` of `owed` came back.

    `rechecks` are the looks before its orders were sent.
    """

    sealed: Sealed
    approved: Sum
    unsent: Sum
    pending: Sum
    failed: Sum
    credited: Sum
    owed: Sum
    repaid: Sum
    standing: tuple[tuple[Status, Sum], ...]
    rechecks: tuple[Recheck, ...]

    @property
    def net(self) -> int:
        """What was spent in the end, in fen: credited less repaid."""
        return self.credited.total - self.repaid.total


def reconcile(con: Connection, sealed: Sealed) -> Books:
    """Return the books of a list. Raises JipingError when they do not balance."""
    con.execute("BEGIN")  # one state of the ledger for all sums
    try:
        sums = {name: _sum(con, query, sealed) for name, query in _SUMS.items()}
        query = "SELECT status, count(*), sum(amount) FROM standing WHERE list = ? GROUP BY status"
        standing = {Status(word): Sum(count, total) for word, count, total in con.execute(query, (sealed.row,))}
        looks = rechecks_of(con, sealed.row)
    finally:
        con.rollback()
    approved = Sum(sealed.list.count, sealed.list.total)
    told = tuple((each, standing[each]) for each in Status if each in standing)
    books = Books(sealed=sealed, approved=approved, standing=told, rechecks=looks, **sums)
    _require_balance(books)
    return books


def _require_balance(books: Books) -> None:
    parts = reduce(Sum.__add__, (books.unsent, books.pending, books.failed, books.credited))
    stated = reduce(Sum.__add__, (each for _, each in books.standing), Sum(0, 0))
    if not (books.approved == parts == stated and books.repaid.total <= books.owed.total <= books.credited.total):
        raise JipingError(
            f"名单 {books.sealed.list.id} 的账不平。",
            why="批准数应等于到账、退票、在途、未送之和，台账可能被改动过。",
            remedy="请恢复数据文件夹的备份，并与银行对账。",
        )


def _sum(con: Connection, query: str, sealed: Sealed) -> Sum:
    count, total = con.execute(query, (sealed.row,)).fetchone()
    return Sum(count, total or 0)
