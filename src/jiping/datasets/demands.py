"""What a cell must satisfy, each demand as the condition under which it is broken."""

from collections.abc import Mapping
from decimal import Decimal

import ibis
from ibis.expr.types import BooleanValue, StringValue, Table, Value

from jiping.datasets import credit_code, id_number
from jiping.datasets.faults import Reason
from jiping.domain.table import ColumnKind, TableColumn, TableSchema
from jiping.rulepack.pack import RulePack

Demands = list[tuple[BooleanValue, Reason]]
"""What is wrong when it holds, gravest first."""


def of_column(text: StringValue, value: Value, column: TableColumn, pack: RulePack) -> Demands:
    """Return the demands on a cell by itself; `value` is what its `text` was read as."""
    demands: Demands = [(text.isnull(), Reason.EMPTY)] if column.required else []
    if column.kind is ColumnKind.ID_NUMBER:
        demands += _of_id_number(value, pack)
    elif column.kind is ColumnKind.CREDIT_CODE:
        demands += _of_credit_code(value)
    else:
        demands.append((text.notnull() & value.isnull(), Reason.UNREADABLE))
    if column.digits is not None:
        demands.append((~text.re_search(f"^[0-9]{{{column.digits}}}$"), Reason.DIGITS))
    if column.minimum is not None:
        demands.append((value < _limit(column.minimum, column), Reason.BELOW))
    if column.maximum is not None:
        demands.append((value > _limit(column.maximum, column), Reason.ABOVE))
    return demands


def of_row(read: Table, schema: TableSchema) -> Mapping[str, Demands]:
    """Return, by column, what is demanded of a cell because of others in its row."""
    demands: dict[str, Demands] = {each.name: [] for each in schema.columns}
    for each in schema.columns:
        if each.not_before is not None:
            demands[each.name].append((read[each.name] < read[each.not_before], Reason.TOO_EARLY))
        if each.at_most is not None:
            demands[each.name].append((read[each.name] > read[each.at_most], Reason.TOO_MUCH))
    for name, further in _beside_id_number(read, schema).items():
        demands[name] += further
    return demands


def _beside_id_number(read: Table, schema: TableSchema) -> Mapping[str, Demands]:
    """Return what is demanded of a birth date and a sex that stand beside an identity number."""
    kinds = {each.name: each.kind for each in schema.columns}
    if kinds.get("id_number") is not ColumnKind.ID_NUMBER:
        return {}
    number = read.id_number
    demands: dict[str, Demands] = {}
    if "birth_date" in kinds:
        demands["birth_date"] = [(id_number.birth_date(number) != read.birth_date, Reason.BIRTH_DIFFERS)]
    if "sex" in kinds:
        demands["sex"] = [(id_number.is_male(number) != (read.sex == "male"), Reason.SEX_DIFFERS)]
    return demands


def first_broken(demands: Demands) -> StringValue:
    """Return the reason of the first demand that is broken; missing when all are kept."""
    found: StringValue = ibis.cases(*((broken, reason.value) for broken, reason in demands), else_=ibis.null("string"))
    return found


def _of_id_number(number: StringValue, pack: RulePack) -> Demands:
    sound = id_number.has_check_digit(number)
    return [
        (id_number.is_rounded(number) & ~sound.fill_null(False), Reason.ROUNDED),
        (~id_number.has_shape(number), Reason.UNREADABLE),
        (~id_number.has_province(number, pack.words("id_number_provinces")), Reason.PROVINCE),
        (number.notnull() & id_number.birth_date(number).isnull(), Reason.BIRTH),
        (~sound, Reason.CHECK_SIGN),
    ]


def _of_credit_code(code: StringValue) -> Demands:
    return [
        (~credit_code.has_shape(code), Reason.UNREADABLE),
        (~credit_code.has_check_sign(code), Reason.CHECK_SIGN),
    ]


def _limit(limit: Decimal, column: TableColumn) -> Value:
    return (
        ibis.literal(limit, "decimal(18, 6)") if column.kind is ColumnKind.RATE else ibis.literal(int(limit), "int64")
    )
