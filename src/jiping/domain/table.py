"""How a roster or ledger is declared: its columns, what they may hold, and under which headings offices export them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ColumnKind(StrEnum):
    """What a cell of a column is. Money is whole fen; a month is its first day."""

    INTEGER = "integer"
    MONEY = "money"
    RATE = "rate"  # a decimal with six places: 0.034500 is 3.45 %
    DATE = "date"
    MONTH = "month"
    TIME = "time"  # a moment, to the second
    TEXT = "text"
    CHOICE = "choice"
    FLAG = "flag"
    ID_NUMBER = "id_number"  # 公民身份号码, GB 11643
    CREDIT_CODE = "credit_code"  # 统一社会信用代码, GB 32100


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column. `headings` are the Chinese headings it is known by, the first being the one we print.

    `choices` maps the words of an export to the value kept (单位职工 → employee). `minimum` and `maximum` are in the unit
    of the column (fen for money). `personal` marks what is masked wherever rows are shown. `not_before` names another column of the same kind of time, which this may not
    precede; `at_most` another number of the row, which this may not exceed. `refers_to` names the table whose key this is.
    `digits` is how many digits a text is made of, and of nothing else.
    """

    name: str
    headings: tuple[str, ...]
    kind: ColumnKind
    required: bool = True
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    choices: tuple[tuple[str, str], ...] = ()
    personal: bool = False
    not_before: str | None = None
    at_most: str | None = None
    refers_to: str | None = None
    digits: int | None = None


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table of business records. `key` names the columns no two rows may share; rows are kept in its order.

    `unique` names further columns no two rows may share: two 个人编号 of one citizen would be two of everything.
    """

    name: str
    title: str
    description: str
    columns: tuple[TableColumn, ...]
    key: tuple[str, ...]
    unique: tuple[tuple[str, ...], ...] = ()

    def column(self, name: str) -> TableColumn:
        return next(each for each in self.columns if each.name == name)
