"""复核底稿: the sheet a reviewer fills in — drawn with the unit's values, read back with the reviewer's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from jiping.domain.document import Align, Cell, Document, Para, Part, Role, Style, Table, grid
from jiping.domain.errors import UnreadableFile
from jiping.domain.money import plain
from jiping.domain.reviewed import Reviewed
from jiping.scoring.score import Evaluation

_UNIT, _PROJECT, _INDICATOR = "单位", "项目", "三级指标"
_ACTUAL, _SCORE, _REASON = "复核完成值", "复核得分", "复核理由"
_HEADS = (_UNIT, _PROJECT, _INDICATOR, "年度指标值", "自评完成值", "分值", "自评得分", _ACTUAL, _SCORE, _REASON)
_WIDTHS_MM = (24, 28, 28, 20, 20, 10, 12, 20, 14, 34)
_NUMBER = re.compile(r"-?[0-9]{1,6}(?:[.][0-9]{1,6})?")
_TO_FILL = frozenset((_ACTUAL, _SCORE, _REASON))


def worksheet(evaluations: Sequence[Evaluation]) -> Document:
    """Return the blank to fill in, a row for every indicator of every filing."""
    head = tuple(Cell(text, role=Role.HEADER) for text in _HEADS)
    body = tuple(cells for each in evaluations for cells in _rows(each))
    note = Para(Style.NOTE, ("只填有出入的行：写复核完成值、复核得分、复核理由；只写完成值的，得分按规则算出。",))
    table = Table((head, *body), _WIDTHS_MM, header_rows=1)
    return Document(
        (Part("复核底稿", (Para(Style.TITLE, ("绩效自评复核底稿",)), note, table)),), title="绩效自评复核底稿"
    )


def read_worksheet(document: Document) -> tuple[Reviewed, ...]:
    """Return the rows a reviewer filled in. Raises UnreadableFile when no table has the sheet's headings."""
    tables = [block for part in document.parts for block in part.blocks if isinstance(block, Table)]
    found = [table for table in tables if _columns(table) is not None]
    if not found:
        raise UnreadableFile(
            "没有找到复核底稿的表格。",
            why=f"表头应有“{_PROJECT}”“{_INDICATOR}”和“{_ACTUAL}”或“{_SCORE}”。",
            remedy="请用 jiping review 给出的复核底稿填写。",
        )
    return tuple(value for table in found for value in _values(table))


def _rows(evaluation: Evaluation) -> Iterator[tuple[Cell, ...]]:
    filing = evaluation.filing
    for row in filing.rows:
        texts = (filing.unit or "", filing.project or "", row.level3, row.target or "", row.actual or "")
        numbers = map(_number, (row.weight, row.score))
        yield (*(Cell(text, align=Align.LEFT) for text in texts), *numbers, Cell(""), Cell(""), Cell(""))


def _number(value: Decimal | None) -> Cell:
    return Cell("") if value is None else Cell(plain(value), role=Role.NUMBER, number=value)


def _columns(table: Table) -> Mapping[str, int] | None:
    heads = {cell.text.strip(): at for at, cell in enumerate(grid(table)[0])} if table.rows else {}
    return heads if {_PROJECT, _INDICATOR} <= heads.keys() and heads.keys() & {_ACTUAL, _SCORE} else None


def _values(table: Table) -> Iterator[Reviewed]:
    columns = _columns(table) or {}
    for line in grid(table)[1:]:
        cells = {name: line[at] for name, at in columns.items()}
        filled = {name: cells[name].text.strip() or None for name in _TO_FILL if name in cells}
        if any(filled.values()):
            yield Reviewed(
                project=cells[_PROJECT].text.strip(),
                indicator=cells[_INDICATOR].text.strip(),
                actual=filled.get(_ACTUAL),
                score=_score(cells[_SCORE]) if filled.get(_SCORE) else None,
                reason=filled.get(_REASON),
                unit=(cells[_UNIT].text.strip() or None) if _UNIT in cells else None,
                place=cells[_INDICATOR].place,
            )


def _score(cell: Cell) -> Decimal:
    if cell.number is not None:
        return cell.number
    text = cell.text.strip()
    if not _NUMBER.fullmatch(text):
        raise UnreadableFile(f"复核得分“{text}”不是数字。", remedy="请只写数字，如 9 或 8.5。", place=cell.place)
    return Decimal(text)
