"""What an indicator answers: records, and one aggregate over them, so that a receipt opens what made the figure."""

from dataclasses import dataclass

from ibis.expr.types import BooleanValue, IntegerScalar, IntegerValue, Table


@dataclass(frozen=True, slots=True)
class Part:
    """Records and what is added up over them; `of` None counts the records. `money` marks a sum of fen."""

    records: Table
    of: str | None = None
    money: bool = False

    def sum(self) -> IntegerScalar:
        """Return the expression of the sum; of no records it is 0."""
        if self.of is None:
            return self.records.count()
        column: IntegerValue = self.records[self.of]
        total: IntegerScalar = column.sum().coalesce(0)
        return total


@dataclass(frozen=True, slots=True)
class Figure:
    """`upper`, or `upper` over `lower`. Both are whole numbers until the last division, which is exact.

    Where the records are a sample, `population` says of how many.
    """

    upper: Part
    lower: Part | None = None
    population: Part | None = None


def amount(records: Table, of: str) -> Part:
    """A column of fen, added up."""
    return Part(records, of, money=True)


def count(records: Table) -> Figure:
    """How many records."""
    return Figure(Part(records))


def total(records: Table, of: str) -> Figure:
    """The sum of one integer column."""
    return Figure(Part(records, of))


def share(records: Table, where: BooleanValue) -> Figure:
    """The share of the records for which `where` holds; a missing answer counts as no."""
    return Figure(Part(records.filter(where.fill_null(False))), Part(records))


def quotient(upper: Part, lower: Part) -> Figure:
    """One sum over another: fen a copy, days a case."""
    return Figure(upper, lower)
