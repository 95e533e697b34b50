"""What a year-end settlement (年终结算) says, as plain facts. Money is fen, rates are millionths a year."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Line:
    """One loan: what was computed and what the bank listed, None where one side knows nothing of it."""

    loan: str
    computed: int | None
    listed: int | None
    excess: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which nothing about a loan changed: from `first` to `last`, and why finance does not bear them, if so.

    `interest` is None where it does not. The interest of all stretches of a loan adds up to what its line says.
    """

    loan: str
    first: date
    last: date
    days: int
    principal: int
    rate: int
    base: int
    interest: int | None
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Payment:
    """What was paid for the year; what went back to finance is negative."""

    voucher: str
    kind: str
    paid_on: date
    amount: int


@dataclass(frozen=True, slots=True)
class Settlement:
    """The settlement of one year; `surplus` says what becomes of money left over."""

    year: int
    first: date
    last: date
    lines: tuple[Line, ...]
    stretches: tuple[Stretch, ...]
    payments: tuple[Payment, ...]
    surplus: str
    pack: str

    @property
    def computed(self) -> int:
        return sum(each.computed or 0 for each in self.lines)

    @property
    def itemised(self) -> int:
        """The interest of all stretches: the same as `computed`, reckoned apart."""
        return sum(each.interest or 0 for each in self.stretches)

    @property
    def has_list(self) -> bool:
        """A list of the bank for the year was imported: without one there is nothing a loan could be missing from."""
        return any(each.listed is not None for each in self.lines)

    @property
    def listed(self) -> int:
        return sum(each.listed or 0 for each in self.lines)

    @property
    def paid(self) -> int:
        return sum(each.amount for each in self.payments)

    @property
    def outstanding(self) -> int:
        """To be topped up; negative when more was paid than owed."""
        return self.computed - self.paid
