"""Draw one part on one worksheet, from top to bottom."""

from decimal import Decimal
from typing import Any

from jiping.domain.document import Align, Block, Cell, Para, Part, Role, Table
from jiping.domain.errors import JipingError
from jiping.domain.place import Place
from jiping.formats.cells import Position, heading_rows, origins
from jiping.formats.hidden_lines import column_letters
from jiping.formats.sheets import TALLEST_ROW_PT
from jiping.formats.shown_numbers import TEXT
from jiping.formats.xlsx.geometry import (
    column_bounds,
    height_pt,
    line_count,
    shares,
    table_bounds,
    wrapped,
)
from jiping.formats.xlsx.look import CELL_SIZE_PT, INDENTED, cell_look, paragraph_look, paragraph_size
from jiping.formats.xlsx.numbers import format_for

INDENT = "　　"
LONGEST_TEXT = 32_767
LEAST_ROW_PT = 21
GAP_PT = 8
PIXELS_PER_MM = 4

Formats = dict[tuple[tuple[str, Any], ...], Any]


class Sheet:
    """A worksheet being filled; `row` is the next free row."""

    def __init__(self, workbook: Any, worksheet: Any, part: Part, formats: Formats) -> None:
        self.workbook = workbook
        self.worksheet = worksheet
        self.part = part
        self.formats = formats
        self.bounds = column_bounds(part)
        self.row = 0
        self.longest_table = 0

    def draw(self) -> None:
        self._set_up_page()
        for column, (left, right) in enumerate(zip(self.bounds, self.bounds[1:], strict=False)):
            self.worksheet.set_column_pixels(column, column, (right - left) * PIXELS_PER_MM)
        previous: Block | None = None
        for block in self.part.blocks:
            if isinstance(block, Table):
                if isinstance(previous, Table):
                    self._next_row(GAP_PT)
                self._draw_table(block)
            else:
                self._draw_para(block)
            previous = block

    def _set_up_page(self) -> None:
        self.worksheet.hide_gridlines(2)
        self.worksheet.set_paper(9)
        self.worksheet.set_portrait()
        self.worksheet.fit_to_pages(1, 0)
        self.worksheet.center_horizontally()
        self.worksheet.set_margins(left=0.55, right=0.55, top=0.9, bottom=0.9)
        self.worksheet.set_footer('&C&"宋体"&14— &P —')

    def _draw_para(self, para: Para) -> None:
        if len(para.texts) > 1:
            self._draw_line(para)
            return
        size = paragraph_size(para.style)
        text = (INDENT if para.style in INDENTED else "") + para.text
        lines = list(wrapped(text, self.bounds[-1], size))
        at_most = next(n for n in range(len(lines) + 1, 0, -1) if height_pt(n, size) < TALLEST_ROW_PT)
        look = self._format(paragraph_look(para.style, None))
        last = len(self.bounds) - 2
        for start in range(0, len(lines), at_most):
            chunk = lines[start : start + at_most]
            self._put((self.row, 0), (self.row, last), "".join(chunk), look)
            is_last = start + at_most >= len(lines)
            self._next_row(height_pt(len(chunk), size) if is_last else TALLEST_ROW_PT)

    def _draw_line(self, para: Para) -> None:
        size = paragraph_size(para.style)
        spread = shares(self.bounds, len(para.texts))
        sides = [Align.LEFT, *[Align.CENTER] * (len(spread) - 2), Align.RIGHT]
        lines = 1
        for text, (first, last), side in zip(para.texts, spread, sides, strict=True):
            self._put((self.row, first), (self.row, last), text, self._format(paragraph_look(para.style, side)))
            lines = max(lines, line_count(text, self.bounds[last + 1] - self.bounds[first], size))
        self._next_row(height_pt(lines, size))

    def _draw_table(self, table: Table) -> None:
        edges = [self.bounds.index(edge) for edge in table_bounds(table)]
        cells = origins(table)
        for (r, c), cell in cells.items():
            top_left = (self.row + r, edges[c])
            bottom_right = (self.row + r + cell.rowspan - 1, edges[c + cell.colspan] - 1)
            code = format_for(cell.text, cell.number)
            look = self._format(cell_look(cell.role, cell.align, code or TEXT))
            if code is None or cell.number is None:
                self._put(top_left, bottom_right, cell.text, look)
                continue
            self._merge(top_left, bottom_right, look)
            rows = _summed_rows(cells, (r, c)) if cell.role is Role.TOTAL else None
            if rows is None:
                self.worksheet.write_number(*top_left, cell.number, look)
            else:
                letter = column_letters(edges[c] + 1)
                formula = f"=SUM({letter}{self.row + rows[0] + 1}:{letter}{self.row + rows[1] + 1})"
                self.worksheet.write_formula(*top_left, formula, look, cell.number)
        heading = heading_rows(table)
        if heading and len(table.rows) > self.longest_table:
            self.longest_table = len(table.rows)
            self.worksheet.repeat_rows(self.row, self.row + heading - 1)
        for height in _row_heights(table, cells):
            self._next_row(height)

    def _put(self, top_left: Position, bottom_right: Position, text: str, look: Any) -> None:
        if len(text) > LONGEST_TEXT:
            raise JipingError(
                f"有一格文字长达 {len(text)} 字，工作表的一格最多 {LONGEST_TEXT} 字。",
                remedy="请把这段文字分成几段，或改为导出 docx。",
                place=Place(self.part.name, row=top_left[0] + 1, column=top_left[1] + 1),
            )
        self._merge(top_left, bottom_right, look)
        self.worksheet.write_string(*top_left, text, look)

    def _merge(self, top_left: Position, bottom_right: Position, look: Any) -> None:
        if top_left != bottom_right:
            self.worksheet.merge_range(*top_left, *bottom_right, "", look)

    def _next_row(self, height: int) -> None:
        self.worksheet.set_row(self.row, height)
        self.row += 1

    def _format(self, look: dict[str, Any]) -> Any:
        key = tuple(look.items())
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format(look)
        return self.formats[key]


def _summed_rows(cells: dict[Position, Cell], at: Position) -> tuple[int, int] | None:
    """Return first and last row of the numbers above a total, None when they do not add up to what it states."""
    above = {r: cell for (r, c), cell in cells.items() if c == at[1] and r < at[0] and cell.role is Role.NUMBER}
    numbers = [cell.number for cell in above.values() if format_for(cell.text, cell.number) and cell.number is not None]
    if not above or len(numbers) < len(above) or sum(numbers, Decimal(0)) != cells[at].number:
        return None
    return min(above), max(above)


def _row_heights(table: Table, cells: dict[Position, Cell]) -> list[int]:
    edges = table_bounds(table)
    heights = [LEAST_ROW_PT] * len(table.rows)
    for (r, c), cell in sorted(cells.items(), key=lambda item: item[1].rowspan):
        lines = line_count(cell.text, edges[c + cell.colspan] - edges[c], CELL_SIZE_PT)
        last = r + cell.rowspan - 1
        missing = height_pt(lines, CELL_SIZE_PT) - sum(heights[r : last + 1])
        heights[last] = min(TALLEST_ROW_PT, heights[last] + max(0, missing))
    return heights
