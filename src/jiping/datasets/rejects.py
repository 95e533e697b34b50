"""Rows that were not kept, with what is wrong with them: for the screen, and as a csv to correct and import again."""

import csv
from collections.abc import Iterator
from pathlib import Path

import ibis
from ibis.expr.types import Table

from jiping.datasets.faults import Fault, FaultCount, Reason, sentence, shown
from jiping.datasets.workbench import Piece, Row, Workbench
from jiping.domain.table import TableColumn

_WHOLE_ROW = "整行"
_ABOUT = ("来源文件", "来源行号", "退回原因")
_RISKY = ("=", "+", "@", "-")  # what a spreadsheet takes for a formula


def first_faults(bench: Workbench, limit: int) -> tuple[Fault, ...]:
    """Return the first faults by file and line."""
    found = bench.faults.order_by("file", "line", "place").limit(limit).to_pyarrow().to_pylist()
    cells = {
        (piece.number, row["line"]): row
        for piece in bench.pieces
        for row in _rows(piece, {each["line"] for each in found if each["file"] == piece.number})
    }
    return tuple(_fault(bench, each, cells[each["file"], each["line"]]) for each in found)


def fault_counts(bench: Workbench) -> tuple[FaultCount, ...]:
    """Return how many rows share each fault, most first."""
    groups = bench.faults.group_by("place", "column", "reason").agg(n=lambda t: t.count())
    rows = groups.order_by(ibis.desc("n"), "place", "reason").to_pyarrow().to_pylist()
    return tuple(
        FaultCount(_heading(column), sentence(Reason(each["reason"]), column)[0], each["n"])
        for each in rows
        for column in [_column(bench, each["column"])]
    )


def write_rejects(bench: Workbench, path: Path) -> None:
    """Write every faulty row to `path`: the cells as they were, under headings an import knows again."""
    names = [each.name for each in bench.schema.columns if any(each.name in p.headings.columns for p in bench.pieces)]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow((*_ABOUT, *(_heading_in_source(bench, name) for name in names)))
        for piece in bench.pieces:
            for row in _rejected(bench, piece):
                reasons = "；".join(_reason(bench, each) for each in sorted(row["faults"], key=_place))
                cells = [_cell(piece, row, name) for name in names]
                writer.writerow((piece.transcript.source.name, row["line"], reasons, *map(_harmless, cells)))


def _rejected(bench: Workbench, piece: Piece) -> Iterator[Row]:
    faults = bench.faults.filter(bench.faults.file == piece.number)
    what = ibis.struct({name: faults[name] for name in ("place", "column", "reason", "other_file", "other_line")})
    by_line = faults.mutate(what=what).group_by("line").agg(faults=lambda t: t.what.collect())
    rows = piece.cells.join(by_line, "line").order_by("line")
    return bench.stream(rows)


def _rows(piece: Piece, lines: set[int]) -> list[Row]:
    wanted: Table = piece.cells.filter(piece.cells.line.isin(sorted(lines)))
    found: list[Row] = wanted.to_pyarrow().to_pylist() if lines else []
    return found


def _fault(bench: Workbench, fault: Row, row: Row) -> Fault:
    column = _column(bench, fault["column"])
    what, remedy = _told(bench, fault, column)
    piece = bench.pieces[fault["file"]]
    value = _cell(piece, row, column.name) if column else ""
    source = piece.transcript.source.name
    return Fault(source, fault["line"], _heading(column), shown(value, column), what, remedy)


def _told(bench: Workbench, fault: Row, column: TableColumn | None) -> tuple[str, str]:
    what, remedy = sentence(Reason(fault["reason"]), column)
    if fault["other_line"] is None:
        return what, remedy
    other = bench.pieces[fault["other_file"]].transcript.source.name
    return f"{what}（{other} 第 {fault['other_line']} 行）", remedy


def _reason(bench: Workbench, fault: Row) -> str:
    column = _column(bench, fault["column"])
    return f"{_heading(column)}{_told(bench, fault, column)[0]}"


def _place(fault: Row) -> int:
    return int(fault["place"])


def _column(bench: Workbench, name: str) -> TableColumn | None:
    return bench.schema.column(name) if name else None


def _heading(column: TableColumn | None) -> str:
    return column.headings[0] if column else _WHOLE_ROW


def _heading_in_source(bench: Workbench, name: str) -> str:
    return next(p.headings.columns[name].heading for p in bench.pieces if name in p.headings.columns)


def _cell(piece: Piece, row: Row, name: str) -> str:
    found = piece.headings.columns.get(name)
    value = row[f"c{found.position}"] if found else None
    return "" if value is None else str(value)


def _harmless(cell: str) -> str:
    """Return a cell no spreadsheet will run: an import takes the quote off again."""
    is_formula = cell.startswith(_RISKY) and not cell[1:2].isdigit()
    return f"'{cell}" if is_formula else cell
