"""What can be wrong with a cell or a row, in words a clerk can act on."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from jiping.domain.masking import masked
from jiping.domain.money import plain
from jiping.domain.table import ColumnKind, TableColumn

_EXAMPLES = {
    ColumnKind.INTEGER: ("整数", "请写成 1234 的样子"),
    ColumnKind.MONEY: ("到分为止的金额", "请写成 1234.50 的样子"),
    ColumnKind.RATE: ("六位小数以内的比率", "请写成 3.45% 或 0.0345 的样子"),
    ColumnKind.DATE: ("日期", "请写成 2024-01-05 的样子"),
    ColumnKind.MONTH: ("月份", "请写成 2024-01 的样子"),
    ColumnKind.TIME: ("时刻", "请写成 2024-01-05 09:30:00 的样子"),
    ColumnKind.FLAG: ("是或否", "请写“是”或“否”"),
    ColumnKind.ID_NUMBER: ("18 位公民身份号码", "请按身份证核对；列设为文本后再填"),
    ColumnKind.CREDIT_CODE: ("18 位统一社会信用代码", "请按登记证照核对"),
}


class Reason(StrEnum):
    """Why a row cannot be kept."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    BELOW = "below"
    ABOVE = "above"
    DIGITS = "digits"
    ROUNDED = "rounded"
    PROVINCE = "province"
    BIRTH = "birth"
    CHECK_SIGN = "check_sign"
    BIRTH_DIFFERS = "birth_differs"
    SEX_DIFFERS = "sex_differs"
    TOO_EARLY = "too_early"
    TOO_MUCH = "too_much"
    STRANGER = "stranger"
    EXTRA_CELLS = "extra_cells"
    DUPLICATE = "duplicate"


_SENTENCES = {
    Reason.EMPTY: ("必填而没有填", "请补填"),
    Reason.ROUNDED: ("号码被电子表格当成数字，末几位已丢失", "请把这一列设为文本，重新从系统导出"),
    Reason.PROVINCE: ("前两位不是行政区划代码", "请按身份证核对"),
    Reason.BIRTH: ("第 7 至 14 位不是可能的出生日期", "请按身份证核对"),
    Reason.CHECK_SIGN: ("末位校验码不对，号码有误", "请按证件核对每一位"),
    Reason.BIRTH_DIFFERS: ("与身份号码中的出生日期不一致", "请按身份证核对两处"),
    Reason.SEX_DIFFERS: ("与身份号码第 17 位表示的性别不一致", "请按身份证核对两处"),
    Reason.TOO_EARLY: ("早于同一行里应在它之前的日期", "请核对这两个日期"),
    Reason.TOO_MUCH: ("大于同一行里它不能超过的数", "请核对这两个数"),
    Reason.STRANGER: ("在登记它的那张表里没有", "请核对编号，或先把那张表导入齐全"),
    Reason.EXTRA_CELLS: ("比表头多出单元格", "可能有多余的分隔符或错位，请核对这一行"),
    Reason.DUPLICATE: ("与另一行重复", "请只留正确的一行"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One bad cell or row; `value` is masked where it is personal."""

    file: str
    line: int
    heading: str
    value: str
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class FaultCount:
    """How many rows share a fault in a column."""

    heading: str
    what: str
    rows: int


def sentence(reason: Reason, column: TableColumn | None) -> tuple[str, str]:
    """Return what is wrong and what to do."""
    if column is None or reason in _SENTENCES:
        return _SENTENCES[reason]
    if reason is Reason.BELOW and column.minimum is not None:
        return f"小于 {_limit(column.minimum, column)}", "请核对数值和单位"
    if reason is Reason.ABOVE and column.maximum is not None:
        return f"大于 {_limit(column.maximum, column)}", "请核对数值和单位"
    if reason is Reason.DIGITS:
        return f"不是 {column.digits} 位数字", "请核对；首位是 0 的，把这一列设为文本后再填"
    if column.kind is ColumnKind.CHOICE:
        return "不在可填的词之内", f"请填：{'、'.join(word for word, _ in column.choices)}"
    thing, remedy = _EXAMPLES[column.kind]
    return f"不是{thing}", remedy


def shown(value: str, column: TableColumn | None) -> str:
    """Return a cell as a message may show it: of personal ones no more than the first sign, of numbers the ends."""
    hidden = masked(value)
    if column is None or not column.personal or hidden != value:
        return hidden
    return value[:1] + "*" * (len(value) - 1)


def _limit(limit: Decimal, column: TableColumn) -> str:
    return f"{plain(limit / 100)} 元" if column.kind is ColumnKind.MONEY else plain(limit)
