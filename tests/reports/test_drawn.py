"""A finding leads to the very cell it speaks of, on the page its file is drawn on, wherever the folder is moved."""

import re
from dataclasses import replace
from io import BytesIO

import openpyxl

from jiping.domain.place import Place
from jiping.reports.batch.anchor import anchor_of
from jiping.reports.batch.ledger import FIRST_ROW
from jiping.reports.batch.pages import render as render_pages
from jiping.reports.batch.workbook import render as render_workbook
from review.batches import batch, finding, subject

CELL = Place("示例单位-甲项目.docx", table=2, row=7, column=3)
A, B = subject("甲项目", link="../甲.docx"), subject("乙项目", link="../乙.docx")
BATCH = batch([A, B], [finding(A)._replace(place=CELL), finding(B)])
DRAWN = {A.file: "页面/0001.html"}


def test_a_finding_leads_to_its_cell_and_an_undrawn_one_to_its_file() -> None:
    (page,) = (page for path, page in render_pages(BATCH, DRAWN) if path.parts[0] == "单位")
    links = re.findall(r'href="([^"]+)"', page.decode())
    assert "../%E9%A1%B5%E9%9D%A2/0001.html#t2-r7-c3" in links
    assert "../../%E4%B9%99.docx" in links


def test_the_workbook_leads_to_the_cell_too() -> None:
    sheet = openpyxl.load_workbook(BytesIO(render_workbook(BATCH, DRAWN)))["校核意见"]
    linked = [cell.hyperlink for row in sheet.iter_rows(min_row=FIRST_ROW) for cell in row if cell.hyperlink]
    assert [(each.target, each.location) for each in linked] == [("页面\\0001.html", "t2-r7-c3")]


def test_a_place_has_one_name_whatever_the_file_is_called() -> None:
    assert anchor_of(CELL) == anchor_of(replace(CELL, file="另一份.docx")) == "t2-r7-c3"


def test_names_of_sheets_make_safe_and_different_anchors() -> None:
    names = [anchor_of(Place("甲.xlsx", sheet=sheet, row=1, column=1)) for sheet in ('a"b', "a b", "表")]
    assert len(set(names)) == 3
    assert all(each.replace("-", "").isalnum() and each.isascii() for each in names)
