"""The interest of a sample of loans as one would write it down: rows from the files, dates and Decimal, loan by loan."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb

_DAY = timedelta(1)
_FIRST, _END = date(2024, 1, 1), date(2025, 1, 1)
_BASE = 360
_RAISED_FROM = 1965 * 12  # men born from January 1965 on retire later: a month for every four of birth


@dataclass
class Loan:
    """What the files say of one loan; `over` is the first day whose interest finance does not bear."""

    over: date
    moves: list[tuple[date, Decimal]] = field(default_factory=list)
    rates: list[tuple[date, Decimal]] = field(default_factory=list)
    overdue: list[tuple[date, date]] = field(default_factory=list)

    def interest_of_a_day(self, day: date) -> Decimal:
        """Return principal × rate, 0 on a day finance does not bear."""
        if day >= self.over or any(first <= day <= last for first, last in self.overdue):
            return Decimal(0)
        principal = sum((amount for on, amount in self.moves if on <= day), Decimal(0))
        rate = Decimal(0)
        for on, each in self.rates:
            if on <= day:
                rate = each
        return principal * rate


def read(paths: Mapping[str, Path], sample: int) -> dict[int, Loan]:
    """Return the first `sample` loans."""
    with duckdb.connect() as con:

        def rows(table: str, columns: str) -> list[tuple[Any, ...]]:
            found: list[tuple[Any, ...]] = con.execute(
                f"SELECT loan::BIGINT, {columns} FROM '{paths[table]}' WHERE loan::BIGINT < {sample} ORDER BY ALL"
            ).fetchall()
            return found

        people = con.execute(
            f"SELECT loan::BIGINT, birth_date, died_on FROM '{paths['loans']}' JOIN '{paths['persons']}' USING (person) "
            f"WHERE loan::BIGINT < {sample}"
        ).fetchall()
        loans = {loan: Loan(_over(born, died)) for loan, born, died in people}
        for loan, on, kind, fen in rows("loan_movements", "moved_on, kind, amount"):
            loans[loan].moves.append((on, Decimal(fen if kind == "disbursement" else -fen)))
        for loan, on, rate in rows("loan_rates", "starts_on, rate"):
            loans[loan].rates.append((on, rate))
        for loan, first, last in rows("loan_overdues", "started_on, ended_on"):
            loans[loan].overdue.append((first, last))
    return loans


def by_day(loan: Loan) -> int:
    """Add up 366 days."""
    product, day = Decimal(0), _FIRST
    while day < _END:
        product += loan.interest_of_a_day(day)
        day += _DAY
    return _fen(product)


def by_stretch(loan: Loan) -> int:
    """Cut the year wherever something changes, and take each stretch times its days."""
    product = Decimal(0)
    starts = [on for on, _ in (*loan.moves, *loan.rates)] + [first for first, _ in loan.overdue]
    ends = [last + _DAY for _, last in loan.overdue]
    cuts = sorted({_FIRST, _END, *(day for day in (*starts, *ends, loan.over) if _FIRST < day < _END)})
    for day, until in pairwise(cuts):
        product += loan.interest_of_a_day(day) * (until - day).days
    return _fen(product)


def loop(paths: Mapping[str, Path], sample: int, of: Callable[[Loan], int]) -> dict[str, int]:
    return {f"{number:06d}": of(loan) for number, loan in read(paths, sample).items()}


def _over(born: date, died: date | None) -> date:
    month = born.year * 12 + born.month - 1
    late = month - _RAISED_FROM
    after = month + 60 * 12 + (0 if late < 0 else min(late // 4 + 1, 36)) + 1
    grace = date(after // 12, after % 12 + 1, 1)
    return grace if died is None else min(grace, died + _DAY)


def _fen(product: Decimal) -> int:
    return int((product / _BASE).quantize(Decimal(1), ROUND_HALF_UP))
