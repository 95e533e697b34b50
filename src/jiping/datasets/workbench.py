"""A scratch database on disk in which one import is read and judged, within bounded memory."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from jiping.datasets.canonical import quoted, write_canonical
from jiping.datasets.headings import Headings, find_headings
from jiping.datasets.judged import cell_faults, shared_keys
from jiping.datasets.reading.source import transcribe
from jiping.datasets.reading.transcript import Transcript
from jiping.datasets.validate import judge, texts, values
from jiping.domain.disk import reason
from jiping.domain.errors import JipingError
from jiping.domain.place import Place
from jiping.domain.table import TableSchema
from jiping.rulepack.pack import RulePack

_MEMORY = "2GB"
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
    """Everything known of one import; `folder` vanishes with it."""

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
        self.pieces.append(Piece(number, transcript, headings, self._cells(number, transcript)))

    def judge(self, pack: RulePack, tell: Tell) -> None:
        """Make the tables `judged` and `faults` of all pieces."""
        for piece in self.pieces:
            tell(f"校验 {piece.transcript.source.name}")
            rows = self._judged(piece, pack)
            if piece.number:
                self.backend.insert("judged", rows)
            else:
                self.backend.create_table("judged", rows)
        tell("查重")
        judged = self.backend.table("judged")
        nobody = {"other_file": ibis.null("int32"), "other_line": ibis.null("int64")}
        cells = cell_faults(judged, self.schema).mutate(**nobody)
        self.backend.create_table("faults", ibis.union(cells, shared_keys(judged, self.schema)))

    def _judged(self, piece: Piece, pack: RulePack) -> Table:
        """Return the judged rows; views between the steps keep each from being computed again within the next."""
        read = self.backend.create_view(f"texts_{piece.number}", texts(piece.cells, self.schema, piece.headings))
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

    def _cells(self, number: int, transcript: Transcript) -> Table:
        columns = ", ".join(f"'c{each}': 'VARCHAR'" for each in range(transcript.width))
        self.backend.raw_sql(
            f"CREATE VIEW cells_{number} AS FROM read_csv({quoted(str(transcript.path))}, "
            f"delim={quoted(transcript.delimiter)}, quote='\"', escape='\"', header=false, auto_detect=false, "
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
def workbench(folder: Path, schema: TableSchema) -> Iterator[Workbench]:
    """Yield a workbench beside the snapshots of `folder`, so that a finished one needs only be renamed.

    It leaves nothing behind, and takes a folder away again that it made and nobody used.
    """
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".import-") as name:
            scratch = Path(name)
            backend = ibis.duckdb.connect(
                scratch / "import.duckdb", memory_limit=_MEMORY, temp_directory=str(scratch / "spill")
            )
            backend.raw_sql("SET enable_progress_bar = false")
            try:
                yield Workbench(scratch, backend, schema)
            finally:
                backend.disconnect()
    except OSError as fault:
        raise JipingError(
            f"无法在 {folder} 里工作：{reason(fault)}。",
            why="没有留下导入了一半的数据。",
            remedy="请检查文件夹是否有写权限、磁盘是否已满。",
        ) from fault
    finally:
        if made and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
