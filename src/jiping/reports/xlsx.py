"""Findings as a workbook: one sheet of findings with filters, one of what could not run."""

import io
from datetime import datetime

import xlsxwriter

from jiping.checks.run import Report
from jiping.domain.finding import Severity

_COLUMNS = (
    ("单位", 24),
    ("年度", 6),
    ("项目", 26),
    ("编号", 7),
    ("程度", 6),
    ("位置", 18),
    ("意见", 56),
    ("依据", 34),
    ("建议", 44),
    ("出处", 26),
    ("说明免改", 22),
)
_COLOUR = {Severity.BLOCK: "#B42318", Severity.WARN: "#B26A00", Severity.HINT: "#1D5FA8"}
_FIXED = datetime(2020, 1, 1)  # noqa: DTZ001 - a constant creation date keeps identical input identical in bytes


def render(report: Report) -> bytes:
    """Return the workbook's bytes; texts are written as text, so nothing in a filing can act as a formula."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "绩效自评校核意见", "created": _FIXED})
    head = book.add_format({"bold": True, "bg_color": "#E8EEF6", "border": 1, "valign": "vcenter"})
    wrap = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    sheet = book.add_worksheet("校核意见")
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for column, (title, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
    grave = {
        severity: book.add_format({"font_color": colour, "bold": True, "valign": "top", "border": 1})
        for severity, colour in _COLOUR.items()
    }
    for row, each in enumerate(report.findings, start=1):
        waived = f"{each.waiver.person}：{each.waiver.reason}" if each.waiver else ""
        year = "" if each.year is None else str(each.year)
        place = str(each.place) if each.place else ""
        values = (each.unit, year, each.project, each.code, each.severity.value, each.where, each.message)
        for column, value in enumerate((*values, each.basis, each.remedy, place, waived)):
            sheet.write_string(row, column, value, grave[each.severity] if column == 4 else wrap)
    sheet.autofilter(0, 0, max(len(report.findings), 1), len(_COLUMNS) - 1)
    rest = book.add_worksheet("未能运行")
    rest.set_column(0, 1, 24)
    rest.set_column(2, 2, 90)
    for column, title in enumerate(("编号", "项目", "原因")):
        rest.write_string(0, column, title, head)
    for row, missed in enumerate(report.not_run, start=1):
        for column, value in enumerate((missed.code, missed.project, missed.reason)):
            rest.write_string(row, column, value, wrap)
    book.close()
    return buffer.getvalue()
