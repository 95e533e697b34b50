"""What a data folder holds and how a table is filled in, on the screen."""

from collections.abc import Iterable, Mapping

from jiping.cli.screen import console, table
from jiping.domain.table import TableSchema
from jiping.use_cases.blank_table import written_as
from jiping.use_cases.import_data import Held


def show_holdings(held: Iterable[Held], tables: Mapping[str, TableSchema]) -> None:
    """Print one line a snapshot."""
    sheet = table("表", "名称", ">行数", ">退回", "期间", "来源", "快照", "状态")
    for each in held:
        known, found = tables.get(each.snapshot.table), each.snapshot
        sheet.add_row(
            found.table,
            known.title if known else "",
            f"{found.rows:,}",
            f"{found.rejected:,}" if found.rejected else "",
            str(found.period or "未写"),
            "、".join(file.name for file in found.origin),
            found.sha256[:16],
            "当前" if each.current else "旧",
        )
    console().print(sheet)


def show_columns(schema: TableSchema) -> None:
    """Print one line a column."""
    sheet = table("表头", "也可写作", "填写", "必填", "字段", title=schema.title, caption=schema.description)
    for column in schema.columns:
        others = "、".join(column.headings[1:])
        name = f"{column.name}（关键字）" if column.name in schema.key else column.name
        sheet.add_row(column.headings[0], others, written_as(column), "是" if column.required else "", name)
    console().print(sheet)
