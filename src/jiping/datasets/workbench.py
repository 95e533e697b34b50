"""Read and judge the sources of one import as tables, however large they are."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from jiping.datasets.canonical import quoted, write_canonical
from jiping.datasets.headings import Headings, find_headings
from jiping.datasets.judged import cell_faults, shared_keys, strangers
from jiping.datasets.reading.source import transcribe
from jiping.datasets.reading.transcript import Lines, Transcript
from jiping.datasets.validate import judge, texts, values
from jiping.datasets.written.plain import stripped, trimmed
from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.place import Place
from jiping.domain.table import TableSchema
from jiping.rulepack.pack import RulePack

_LONGEST_LINE = 4_000_000  # bytes
_ROWS_AT_ONCE = 10_000
Row = dict[str, Any]
"""A row of a table by the names of its columns."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """One source, numbered from 0, with its headings; `cells` are its rows as text."""

    number: int
    transcript: Transcript
    headings: Headings
    cells: Table


@dataclass(frozen=True, slots=True)
class Workbench:
    """Everything known of one import, in a database on disk; `folder` vanishes with it."""

    folder: Path
    backend: Backend
    schema: TableSchema
    pieces: list[Piece] = field(default_factory=list)

    def read(self, source: str, sheet: str | None, encoding: str | None) -> None:
        """Read one more source. Raises JipingError when it cannot be read or lacks required columns."""
        number = len(self.pieces)
        transcript = transcribe(source, self.folder / f"{number}.lines", sheet=sheet, encoding=encoding)
        headings = find_headings(transcript, self.schema)
        self._require_same_units(transcript, headings)
        self.pieces.append(Piece(number, transcript, headings, self._cells(number, transcript.lines)))

    def judge(self, pack: RulePack, tell: Tell, known: Mapping[str, Path]) -> None:
        """Make the tables `judged` and `faults` of all pieces; `known` are the tables held already, by name."""
        for piece in self.pieces:
            tell(f"校验 {piece.transcript.source.name}")
            rows = self._judged(piece, pack)
            with _damage_told(piece):
                if piece.number:
                    self.backend.insert("judged", rows)
                else:
                    self.backend.create_table("judged", rows)
        tell("查重")
        judged = self.backend.table("judged")
        nobody = {"other_file": ibis.null("int32"), "other_line": ibis.null("int64")}
        held = {name: self.backend.read_parquet(path, table_name=f"held_{name}") for name, path in known.items()}
        single = (cell_faults(judged, self.schema), *strangers(judged, self.schema, held))
        found = (each.mutate(**nobody) for each in single)
        self.backend.create_table("faults", ibis.union(*found, shared_keys(judged, self.schema)))

    def _judged(self, piece: Piece, pack: RulePack) -> Table:
        """Return the judged rows; views between the steps keep each from being computed again within the next."""
        clean = trimmed if piece.transcript.lines.marked else stripped
        read = self.backend.create_view(f"texts_{piece.number}", texts(piece.cells, self.schema, piece.headings, clean))
        valued = self.backend.create_view(f"values_{piece.number}", values(read, self.schema, piece.headings, pack))
        return judge(valued, piece.number, self.schema, pack)

    @property
    def judged(self) -> Table:
        return self.backend.table("judged")

    @property
    def faults(self) -> Table:
        return self.backend.table("faults")

    def stream(self, table: Table) -> Iterator[Row]:
        """Yield the rows of a table of any size."""
        cursor = self.backend.con.cursor().execute(self.backend.compile(table))
        while rows := cursor.fetchmany(_ROWS_AT_ONCE):
            yield from (dict(zip(table.columns, row, strict=True)) for row in rows)

    def write_good(self, path: Path) -> int:
        """Write the rows without a fault in canonical form; return how many."""
        good = self.judged.anti_join(self.faults, ["file", "line"])
        self.backend.create_view("good", good)
        return write_canonical(self.backend.con, "good", self.schema, path)

    def _cells(self, number: int, lines: Lines) -> Table:
        columns = ", ".join(f"'c{each}': 'VARCHAR'" for each in range(lines.width))
        self.backend.raw_sql(
            f"CREATE VIEW cells_{number} AS FROM read_csv({quoted(str(lines.path))}, "
            f"delim={quoted(lines.delimiter)}, quote='\"', escape='\"', header=false, auto_detect=false, "
            f"columns={{'line': 'BIGINT', {columns}}}, null_padding=true, strict_mode=false, "
            f"max_line_size={_LONGEST_LINE})"
        )
        return self.backend.table(f"cells_{number}")

    def _require_same_units(self, transcript: Transcript, headings: Headings) -> None:
        for name, found in headings.columns.items():
            other = self.pieces[0].headings.columns.get(name, found) if self.pieces else found
            if other.scale != found.scale:
                raise JipingError(
                    f"“{found.heading}”与前面文件的“{other.heading}”单位不同。",
                    why="一次导入的文件要用同样的单位，退回的行才不会混淆。",
                    remedy="请把单位改成一致，或分次导入到不同的文件夹核对。",
                    place=Place(transcript.source.name),
                )


@contextmanager
def _damage_told(piece: Piece) -> Iterator[None]:
    try:
        yield
    except duckdb.InvalidInputException as fault:
        raise UnreadableFile(
            "有的行分不清单元格，读不出内容。",
            remedy="请检查引号和分隔符，或另存为 xlsx 再导入。",
            place=Place(piece.transcript.source.name),
        ) from fault
