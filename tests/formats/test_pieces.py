"""A ruled table cut by page ends: its pieces show fewer edges, and a row may be cut in two."""

from dataclasses import replace
from decimal import Decimal

import pytest

from jiping.domain.document import Cell, Para, Table
from jiping.domain.place import Place
from jiping.formats.ruled.carry_over import joined
from jiping.formats.ruled.columns import common_edges
from jiping.formats.ruled.grid import RuledTable, fill
from jiping.formats.ruled.lattice import lattices
from jiping.formats.ruled.marks import Char, PageMarks, Stroke
from jiping.formats.ruled.pages import part_of

WHERE = Place("表.pdf")


def table(*rows: str, full: tuple[tuple[int, int], ...] = ()) -> RuledTable:
    """Return a table of three columns from rows written `甲|乙|丙`."""
    cells = {(r, c): Cell(text) for r, row in enumerate(rows) for c, text in enumerate(row.split("|"))}
    return RuledTable(cells, (0.0, 50.0, 100.0, 150.0), len(rows), WHERE, frozenset(full))


def rows(found: RuledTable) -> list[str]:
    return ["|".join(found.cells[r, c].text for c in range(3)) for r in range(found.height)]


@pytest.mark.parametrize(
    ("upper", "lower", "common"),
    [
        ((0, 50, 100), (0, 50, 100), (0, 50, 100)),
        ((0, 50, 100), (1, 99), (0, 50, 100)),
        ((0, 100), (0, 49, 101), (0, 49, 101)),
        ((0, 50, 100), (0, 30, 100), None),
        ((0, 50, 100), (0, 50, 90), None),
    ],
)
def test_pieces_share_the_columns_of_the_finer_one(
    upper: tuple[float, ...], lower: tuple[float, ...], common: tuple[float, ...] | None
) -> None:
    assert common_edges(upper, lower) == common


def test_a_piece_laid_on_finer_columns_spans_them() -> None:
    coarse = RuledTable({(0, 0): Cell("甲"), (0, 1): Cell("乙")}, (0.0, 100.0, 150.0), 1, WHERE, frozenset({(0, 1)}))
    fine = coarse.laid_on((0.0, 50.0, 100.0, 150.0))
    assert {at: (cell.text, cell.colspan) for at, cell in fine.cells.items()} == {(0, 0): ("甲", 2), (0, 2): ("乙", 1)}
    assert fine.full == {(0, 2)}


def test_full_cells_of_a_cut_row_go_on() -> None:
    upper = table("严格执行相关制|严格执行相关制|10", full=((0, 0), (0, 1)))
    assert rows(joined(upper, table("度|度|", "完成|完成|5"))) == [
        "严格执行相关制度|严格执行相关制度|10",
        "完成|完成|5",
    ]


def test_a_number_that_is_not_broken_leaves_room_in_a_cut_row() -> None:
    upper = table("高标准|≥２|10", full=((0, 0),))
    assert rows(joined(upper, table("农田|９．５亩|"))) == ["高标准农田|≥２９．５亩|10"]


def test_a_heading_with_an_open_bracket_goes_on_over_the_page_end() -> None:
    upper = RuledTable({(0, 0): Cell("产出（30", 2), (0, 1): Cell("甲"), (1, 1): Cell("乙")}, (0, 9, 18), 2, WHERE)
    lower = RuledTable({(0, 0): Cell("分）", 2), (0, 1): Cell("丙"), (1, 1): Cell("丁")}, (0, 9, 18), 2, WHERE)
    found = joined(upper, lower).cells
    assert (found[0, 0].text, found[0, 0].rowspan) == ("产出（30分）", 4)
    assert joined(upper, lower).height == 4


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (table("及时|规范|10"), table("健全|有效|")),
        (table("及时|规范|", full=((0, 0), (0, 1))), table("健全|有效|")),
        (table("及时|规范|10", full=((0, 0), (0, 1))), table("健全|8|")),
        (table("及时|规范|10", full=((0, 0), (0, 1))), table("健全|有效|8")),
    ],
    ids=["有空余", "上行没有说完的格", "有数字", "没有空格"],
)
def test_a_row_of_its_own_is_not_joined(upper: RuledTable, lower: RuledTable) -> None:
    assert joined(upper, lower).height == 2


def page(number: int, top: float, edges: tuple[float, ...], words: str = "") -> PageMarks:
    """Return a page with one ruled row between `edges` and a line of text above it."""
    strokes = [Stroke(0, y, 150, y) for y in (top, top + 20)] + [Stroke(x, top, x, top + 20) for x in edges]
    chars = [Char(word, 10 * i, top - 30, 10 * i + 10, top - 20) for i, word in enumerate(words)]
    return PageMarks(number, 600, 800, chars, strokes)


@pytest.mark.parametrize(("words", "tables"), [("", 1), ("续表", 2)])
def test_a_page_end_may_hide_edges_of_the_columns(words: str, tables: int) -> None:
    part = part_of([page(1, 400, (0, 50, 100, 150)), page(2, 200, (0, 100, 150), words)], "表.pdf")
    found = [block for block in part.blocks if isinstance(block, Table)]
    assert len(found) == tables
    assert {len(block.widths_mm) for block in found} == {3}


@pytest.mark.parametrize(("letters", "full"), [(4, True), (1, False)])
def test_a_cell_is_full_when_no_letter_more_fits(letters: int, full: bool) -> None:
    (lattice,) = lattices(page(1, 100, (0, 50, 150)).strokes, WHERE)
    chars = [Char("字", 3 + 10 * i, 105, 13 + 10 * i, 115, Decimal(1)) for i in range(letters)]
    assert ((0, 0) in fill(lattice, chars, WHERE)[0].full) is full


def test_short_lines_above_a_table_are_not_run_together() -> None:
    above = [("公开表", 20), ("年度", 40), ("这一行写满了整页宽度的文字", 700)]
    chars = [Char(word, 10 * i, y, 10 * i + 10, y + 10) for words, y in above for i, word in enumerate(words)]
    part = part_of([replace(page(1, 400, (0, 50, 100, 150)), chars=chars)], "表.pdf")
    assert [block.text for block in part.blocks if isinstance(block, Para)] == [words for words, _ in above]


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("资金四百万元整。", "二、自评情况", 2),
        ("资金四百万元整，", "二、自评情况", 1),
        ("资金四百万元整。", "其中中央资金", 1),
    ],
)
def test_a_numbered_heading_after_a_full_sentence_begins_anew(first: str, second: str, count: int) -> None:
    lines = ((first, 200), (second, 220))
    chars = [Char(word, 10 * i, y, 10 * i + 10, y + 10) for words, y in lines for i, word in enumerate(words)]
    assert len(part_of([PageMarks(1, 600, 800, chars, [])], "报告.pdf").blocks) == count
