"""The rows of the board as a sheet to take along (审核表)."""

from collections.abc import Iterable
from decimal import Decimal

from jiping.domain.document import Align, Cell, Document, Para, Part, Role, Style, Table
from jiping.domain.money import plain
from jiping.formats.registry import writer_for
from jiping.web.filings.models import FilingRecord

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEADS = ("项目", "单位", "支出（万元）", "自评分", "复算分", "必改", "存疑", "有佐证", "指标", "状态")
_WIDTHS_MM = (50, 50, 20, 16, 16, 12, 12, 14, 12, 24)


def board_sheet(year: int, filings: Iterable[FilingRecord]) -> bytes:
    """Return the workbook, a row for every filing."""
    head = tuple(Cell(text, role=Role.HEADER) for text in _HEADS)
    title = f"{year} 年度自评审核表"
    table = Table((head, *map(_row, filings)), _WIDTHS_MM, header_rows=1)
    return writer_for("xlsx")(Document((Part("审核表", (Para(Style.TITLE, (title,)), table)),), title=title))


def _row(filing: FilingRecord) -> tuple[Cell, ...]:
    counts = (filing.summary_must, filing.summary_doubt, filing.summary_proven, filing.summary_rows)
    amounts = (filing.summary_amount, filing.summary_stated, filing.summary_total)
    numbers = (*amounts, *map(Decimal, counts))
    return (_text(filing.project), _text(filing.unit.name), *map(_number, numbers), _text(filing.state))


def _text(text: str) -> Cell:
    return Cell(text, align=Align.LEFT)


def _number(number: Decimal | None) -> Cell:
    return Cell("") if number is None else Cell(plain(number), role=Role.NUMBER, number=number)
