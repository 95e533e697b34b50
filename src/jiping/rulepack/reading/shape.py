"""An entry keeps the shape the national pack gives it, because checks and drafts are written against that shape."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import cast

from jiping.domain.errors import PackFault
from jiping.domain.place import Place
from jiping.rulepack.pack import Entries
from jiping.rulepack.reading.files import holds_parameters
from jiping.rulepack.strict.node import closest
from jiping.rulepack.table import Row

_LABELS = {str: "文字", Decimal: "数字", tuple: "列表", bool: "true 或 false", type(None): "空白"}
_OTHER_CONTENT = "与全国规则包的同名条目不是同一种内容：词表、表格、数值不能互换。"


def require_known(places: Mapping[str, Place], model: Entries) -> None:
    """Raise PackFault for a parameter that `model` does not have: no code reads it, and the value meant stays as it was."""
    for name, place in places.items():
        if name not in model and holds_parameters(place.file):
            raise PackFault(
                f"“{name}”不是规则包的参数。",
                why="写错名称的参数不起作用，计算仍按上级规则包的数值。",
                remedy=f"{closest(name, model)}全部参数见全国规则包的同名文件。",
                place=place,
            )


def require_same_shape(entries: Entries, model: Entries) -> None:
    """Raise PackFault for an entry that `model` knows in another shape; entries unknown to it are free."""
    for name, editions in entries.items():
        for edition in editions if name in model else ():
            difference = _difference(name, edition.value, [each.value for each in model[name]])
            if difference:
                remedy = "请照全国规则包同名条目的写法书写。"
                raise PackFault(f"“{name}”{difference}", remedy=remedy, place=Place(edition.file, line=edition.line))


def _difference(name: str, value: object, models: Sequence[object]) -> str:
    if name == "drafts":
        return _names(cast("Row", value), cast("Row", models[-1]), cast("Row", models[-1]))
    if not isinstance(value, tuple):
        return "" if isinstance(value, type(models[0])) else _OTHER_CONTENT
    model = [row for rows in models if isinstance(rows, tuple) for row in rows]
    if not all(isinstance(rows, tuple) for rows in models):
        return _OTHER_CONTENT
    if not value or not model:
        return ""
    if isinstance(value[0], Mapping) is not isinstance(model[0], Mapping):
        return _OTHER_CONTENT
    return _rows(value, model) if isinstance(value[0], Mapping) else ""


def _rows(rows: Sequence[Row], model: Sequence[Row]) -> str:
    """Every row has the columns all model rows have, no other than they have, each in a form they use."""
    always = set.intersection(*(set(row) for row in model))
    forms = {column: {type(row[column]) for row in model if column in row} for row in model for column in row}
    for number, row in enumerate(rows, start=1):
        found = _names(row, always, forms) or _forms(row, forms)
        if found:
            return f"第 {number} 行{found}"
    return ""


def _names(names: Iterable[str], required: Collection[str], known: Collection[str]) -> str:
    for name in names:
        if name not in known:
            return f"有不认识的“{name}”。{closest(name, known)}"
    missing = [name for name in required if name not in names]
    return f"缺少“{missing[0]}”。" if missing else ""


def _forms(row: Row, forms: Mapping[str, set[type]]) -> str:
    for column, cell in row.items():
        if type(cell) not in forms[column] and forms[column] != {type(None)}:  # a column left blank is open
            wanted = "或".join(sorted(_LABELS.get(each, "日期") for each in forms[column]))
            return f"的“{column}”应为{wanted}，现为{_LABELS.get(type(cell), '日期')}。"
    return ""
