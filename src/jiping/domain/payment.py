"""Payments to persons: what identifies one, and how it stands."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple


class Status(StrEnum):
    """How a sealed payment stands; the value is the word a clerk sees."""

    APPROVED = "已批准"
    SENT = "已送银行"
    CREDITED = "已到账"
    FAILED = "退票"
    REISSUED = "已重发"
    SUSPENDED = "暂停发放"
    RECOVERED = "已追回"


class PaymentKey(NamedTuple):
    """What may be paid once only, within a programme. `period` is the year, or year and month, it is paid for.

    `turn` counts how often it was granted: a second time only after the first came back whole.
    """

    person: int
    kind: str
    period: int
    turn: int = 1


@dataclass(frozen=True, slots=True)
class Payee:
    """Who gets the money, and where."""

    name: str
    id_number: str
    account: str
    bank: str


@dataclass(frozen=True, slots=True)
class Payment:
    """One row of a list; `amount` is fen."""

    key: PaymentKey
    amount: int
    payee: Payee

    def line(self) -> bytes:
        """Return the row as the one line of text that is hashed."""
        payee, (person, kind, period, turn) = self.payee, self.key
        again = [turn] if turn > 1 else []
        told = [payee.name, payee.id_number, payee.account, payee.bank]
        return line_of([person, kind, period, self.amount, *told, *again])

    @classmethod
    def from_line(cls, line: bytes) -> "Payment":
        """Return the row written as `line`. Raises ValueError for anything else."""
        person, kind, period, amount, name, id_number, account, bank, *again = json.loads(line)
        return cls(PaymentKey(person, kind, period, *again), amount, Payee(name, id_number, account, bank))


def line_of(value: Any) -> bytes:
    """Return `value` as one line of text, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode() + b"\n"
