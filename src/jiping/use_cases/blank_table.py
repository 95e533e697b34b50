"""An empty workbook to be filled in for a table: the headings an import knows, and what each column takes."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter

from jiping.domain.money import plain
from jiping.domain.table import ColumnKind, TableColumn, TableSchema
from jiping.use_cases.output import put_new

KINDS = {
    ColumnKind.INTEGER: "整数",
    ColumnKind.MONEY: "金额（元，到分）",
    ColumnKind.RATE: "比率，如 3.45%",
    ColumnKind.DATE: "日期，如 2024-01-05",
    ColumnKind.MONTH: "月份，如 2024-01",
    ColumnKind.TIME: "时刻，如 2024-01-05 09:30:00",
    ColumnKind.TEXT: "文字",
    ColumnKind.CHOICE: "选填其一",
    ColumnKind.FLAG: "是或否",
    ColumnKind.ID_NUMBER: "18 位公民身份号码",
    ColumnKind.CREDIT_CODE: "18 位统一社会信用代码",
}
_WIDTH = 18


def written_as(column: TableColumn) -> str:
    """Return what is written into a column, in a few words."""
    if column.choices:
        return "、".join(word for word, _ in column.choices)
    limits = [
        f"{word}{plain(limit / 100 if column.kind is ColumnKind.MONEY else limit)}"
        for word, limit in (("不小于 ", column.minimum), ("不大于 ", column.maximum))
        if limit is not None
    ]
    return "，".join((KINDS[column.kind], *limits))


def write_blank_table(schema: TableSchema, path: Path) -> Path:
    """Write the workbook to `path`, where nothing may be yet: headings, with a note on each, above empty text cells."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})  # noqa: DTZ001 - the format wants a local time
        sheet = book.add_worksheet(schema.title[:31])
        head, text = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "@"})
        sheet.set_column(0, len(schema.columns) - 1, _WIDTH, text)
        sheet.freeze_panes(1, 0)
        for position, column in enumerate(schema.columns):
            sheet.write_string(0, position, column.headings[0], head)
            sheet.write_comment(0, position, f"{'必填' if column.required else '可不填'}：{written_as(column)}")
    return put_new(path, content.getvalue())
