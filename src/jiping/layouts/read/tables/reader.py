"""Read ruled tables: tell by its header what a table holds, and hand its rows on."""

from dataclasses import dataclass, field

from jiping.domain.doubt import Confidence, Doubt
from jiping.layouts.read.recognition import Traced
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.stream import Row
from jiping.layouts.read.tables.columns import settled, settled_funds
from jiping.layouts.read.tables.fund_pairs import take_fund_pairs
from jiping.layouts.read.tables.fund_rows import FundRows
from jiping.layouts.read.tables.header import Header, fund_header, score_header
from jiping.layouts.read.tables.score_rows import ScoreRows
from jiping.layouts.read.tables.side_texts import SideTexts, side_headings
from jiping.layouts.read.words.lookup import Lookup, Words
from jiping.layouts.spacing import bare


@dataclass
class TableReader:
    """Reads the table rows of one sheet in order; a header may have two rows."""

    sheet: Sheet
    lookup: Lookup
    rows: ScoreRows | FundRows | SideTexts | None = None
    table: int | None = None
    header: Header | None = None
    reported: set[str] = field(default_factory=set)

    def read(self, row: Row) -> bool:
        """Take the row if it belongs to one of the tables; False leaves it to be read as text."""
        if row.table != self.table:
            self.table = row.table
            if self.rows is None or not self.rows.fits(row):
                ended = isinstance(self.rows, ScoreRows) and self.rows.end_beyond(row)
                self.rows = None
                if ended:
                    return True
        if self._take_header(row):
            return True
        self.header = None
        if self.rows is not None and self.rows.take(row):
            return True
        if take_fund_pairs(row, self.sheet, self.lookup):
            return True
        if not isinstance(self.rows, ScoreRows):
            self.rows = None
        return False

    def _take_header(self, row: Row) -> bool:
        headings = side_headings(row, self.lookup)
        if headings:
            self.rows = SideTexts(self.sheet, headings)
            for at, (name, _) in headings.items():
                self.sheet.trace(Traced.HEADING, name.value, row.cells[at].text, row.cells[at].place)
        elif (scores := score_header(row, self.lookup)) is not None:
            self._begin_scores(scores)
        elif (funds := fund_header(row, self.lookup)) is not None:
            self._begin_funds(funds)
        else:
            return False
        return True

    def _begin_scores(self, header: Header) -> None:
        self._report(header, self.lookup.scores)
        whole = self.header + header if self.header and isinstance(self.rows, ScoreRows) else header
        self.header = whole
        if isinstance(self.rows, ScoreRows):
            self.rows.header = settled(whole)
        else:
            self.rows = ScoreRows(self.sheet, self.lookup, settled(whole))
        self._trace(self.rows.header)

    def _begin_funds(self, header: Header) -> None:
        self._report(header, self.lookup.funds)
        whole = self.header + header if self.header and isinstance(self.rows, FundRows) else header
        self.header = whole
        self.rows = FundRows(self.sheet, self.lookup, settled_funds(whole))
        self._trace(self.rows.header)

    def _trace(self, header: Header) -> None:
        for at, role in header.columns.items():
            if at < len(header.lowest):
                self.sheet.trace(Traced.HEADING, role.value, header.lowest[at].text, header.lowest[at].place)

    def _report(self, header: Header, words: Words) -> None:
        """Say what was made of headings that are not known."""
        for guess in header.guesses:
            heading = bare(guess.cell.text)
            if heading in self.reported:
                continue
            self.reported.add(heading)
            if guess.role is None:
                self.sheet.remark(f"不认识“{heading}”一栏，未读取。", guess.cell.place)
                continue
            usual = words.usual(guess.role)
            why = f"表样里没有“{heading}”一栏，按“{usual}”读取，请核对。"
            self.sheet.doubt(Doubt(heading, usual, why, Confidence.MEDIUM, guess.cell.place))
