"""Read ruled tables: tell by its header what a table holds, and hand its rows on."""

from dataclasses import dataclass

from jiping.domain.filing import Section, SectionName
from jiping.layouts.fund_rows import FundRows
from jiping.layouts.header import fund_header, score_header
from jiping.layouts.lookup import Lookup
from jiping.layouts.score_rows import ScoreRows
from jiping.layouts.sheet import Sheet
from jiping.layouts.spacing import bare
from jiping.layouts.stream import Row


@dataclass
class SideTexts:
    """Sections set side by side: the row under their headings holds their texts."""

    sheet: Sheet
    headings: dict[int, tuple[SectionName, str]]

    def take(self, row: Row) -> bool:
        if not self.headings:
            return False
        for at, (name, heading) in self.headings.items():
            cell = row.cells[at] if at < len(row.cells) else None
            if cell is not None and cell.text.strip():
                self.sheet.sections.setdefault(name, Section(heading, cell.text.strip(), place=cell.place))
        self.headings = {}
        return True


@dataclass
class TableReader:
    """Reads the table rows of one sheet in order."""

    sheet: Sheet
    lookup: Lookup
    rows: ScoreRows | FundRows | SideTexts | None = None
    table: int | None = None
    after_header: bool = False

    def read(self, row: Row) -> bool:
        """Take the row if it belongs to one of the tables; False leaves it to be read as text."""
        if row.table != self.table:
            self.table = row.table
            if not (isinstance(self.rows, ScoreRows) and self.rows.fits(row)):
                self.rows = None
        found = self._take_scores_header(row) or self._take_funds_header(row) or self._take_side_headings(row)
        self.after_header = found
        if found:
            return True
        if self.rows is None or not self.rows.take(row):
            self.rows = None
            return False
        return True

    def _take_scores_header(self, row: Row) -> bool:
        header = score_header(row, self.lookup)
        if header is None:
            return False
        for cell in header.unknown:
            self.sheet.remark(f"不认识“{bare(cell.text)}”一栏，未读取。", cell.place)
        if not isinstance(self.rows, ScoreRows):
            self.rows = ScoreRows(self.sheet, self.lookup, header)
        else:
            self.rows.header = self.rows.header + header if self.after_header else header
        return True

    def _take_funds_header(self, row: Row) -> bool:
        header = fund_header(row, self.lookup)
        if header is not None:
            self.rows = FundRows(self.sheet, self.lookup, header)
        return header is not None

    def _take_side_headings(self, row: Row) -> bool:
        names = {at: self.lookup.side_headings.get(bare(cell.text)) for at, cell in enumerate(row.cells)}
        headings = {at: (name, bare(row.cells[at].text)) for at, name in names.items() if name is not None}
        if headings:
            self.rows = SideTexts(self.sheet, headings)
        return bool(headings)
