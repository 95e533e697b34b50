"""Strangers' files as other programs write them: Word by python-docx, Excel by openpyxl, PDF by a plain Typst table."""

import json
import re
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import typst
from openpyxl.styles import Border, Side

from strangers.drawn_grid import Grid, cells, tables
from strangers.form import Habits, Page

_FONTS = Path(__file__).parents[2] / "src/jiping/formats/pdf/fonts"
_FIGURE = re.compile(r"(\d+(?:\.\d\d)?)(%?)")
_THIN = Side(style="thin")
_TYPST = """
#set page(paper: "a4", flipped: true, margin: 15mm)
#set text(font: ("Noto Serif SC", "HanaMinB"), size: 8pt)
#let data = json(bytes(sys.inputs.data))
#for piece in data {
  if type(piece) == str { par(piece) } else if "title" in piece { align(center, text(16pt, piece.title)) } else {
    table(columns: piece.columns, stroke: eval(sys.inputs.stroke), ..piece.cells.map(it =>
      table.cell(x: it.at(1), y: it.at(0), rowspan: it.at(2), colspan: it.at(3), breakable: false, it.at(4))))
  }
}
"""


def to_docx(pages: list[Page], habits: Habits) -> bytes:
    document = docx.Document()
    for page in pages:
        for line in page.above:
            document.add_paragraph(line)
        for number, grid in enumerate(tables(page, habits)):
            if number:
                document.add_paragraph()
            _word_table(document, grid)
        for line in page.below:
            document.add_paragraph(line)
    return _bytes(document)


def _word_table(document: docx.document.Document, grid: Grid) -> None:
    width = len(grid[0])
    table = document.add_table(len(grid), width, style="Table Grid")
    empty = table._cells  # each call of table.cell would build the whole list again
    for cell in cells(grid):
        first = empty[cell.row * width + cell.column]
        if cell.rowspan > 1 or cell.colspan > 1:
            first = first.merge(empty[(cell.row + cell.rowspan - 1) * width + cell.column + cell.colspan - 1])
        first.text = cell.text


def to_xlsx(pages: list[Page], habits: Habits) -> bytes:
    workbook = openpyxl.Workbook()
    for number, page in enumerate(pages):
        sheet = workbook.active if not number else workbook.create_sheet()
        assert sheet is not None
        top = 1
        for line in page.above:
            sheet.cell(top, 1, line)
            top += 1
        for grid in tables(page, habits):
            for cell in cells(grid):
                r, c = top + cell.row, cell.column + 1
                _fill(sheet.cell(r, c), cell.text, habits)
                if cell.rowspan > 1 or cell.colspan > 1:
                    sheet.merge_cells(
                        start_row=r, start_column=c, end_row=r + cell.rowspan - 1, end_column=c + cell.colspan - 1
                    )
            for row in sheet.iter_rows(min_row=top, max_row=top + len(grid) - 1, max_col=len(grid[0])):
                for each in row:
                    each.border = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
            top += len(grid) + (habits.split is not None)
        for line in page.below:
            sheet.cell(top, 1, line)
            top += 1
    return _bytes(workbook)


def _fill(cell: openpyxl.cell.Cell | openpyxl.cell.MergedCell, text: str, habits: Habits) -> None:
    figure = _FIGURE.fullmatch(text) if habits.typed else None
    if figure and figure[2]:
        cell.value, cell.number_format = float(figure[1]) / 100, "0.00%" if "." in figure[1] else "0%"
    elif figure:
        cell.value = float(figure[1]) if "." in figure[1] else int(figure[1])
    elif text:
        cell.value, cell.data_type = text, "s"  # a text such as =8个 is no formula


def to_pdf(pages: list[Page], habits: Habits) -> bytes:
    return _typeset(pages, habits, "0.5pt")


def to_level_pdf(pages: list[Page], habits: Habits) -> bytes:
    """Draw the tables with level lines only."""
    return _typeset(pages, habits, "(x, y) => (top: 0.5pt, bottom: 0.5pt)")


def _typeset(pages: list[Page], habits: Habits, stroke: str) -> bytes:
    pieces: list[object] = []
    for page in pages:
        pieces += [*({"title": line} for line in page.above[:1]), *page.above[1:]]
        for grid in tables(page, habits):
            drawn = [[cell.row, cell.column, cell.rowspan, cell.colspan, cell.text] for cell in cells(grid)]
            pieces.append({"columns": len(grid[0]), "cells": drawn})
        pieces += page.below
    return typst.compile(  # type: ignore[misc]  # its stub leaves a type variable open
        _TYPST.encode(),
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(pieces), "stroke": stroke},
    )


def _bytes(document: docx.document.Document | openpyxl.Workbook) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
