"""Sections set side by side: headings in one row (预期目标 | 实际完成情况), texts in the next."""

from collections.abc import Mapping
from dataclasses import dataclass

from jiping.domain.filing import Section, SectionName
from jiping.layouts.read.recognition import Traced
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.stream import Row
from jiping.layouts.read.words.lookup import Lookup
from jiping.layouts.spacing import bare

Headings = Mapping[int, tuple[SectionName, str]]


def side_headings(row: Row, lookup: Lookup) -> Headings:
    """Return section and heading by column, nothing when the row holds anything but headings.

    A label that is not read may stand beside two headings, which could be nothing else.
    """
    cells = [cell.text for cell in row.starts if cell.text.strip()]
    others = [text for text in cells if not lookup.side_heading(text) and not lookup.is_group(text)]
    headed = {lookup.side_heading(cell.text) for cell in row.starts if cell.rowspan == 1} - {None}
    if others and not (len(headed) > 1 and all(map(lookup.is_unread, others))):
        return {}
    names = {at: lookup.side_heading(cell.text) for at, cell in enumerate(row.cells) if cell.rowspan == 1}
    return {at: (name, bare(row.cells[at].text)) for at, name in names.items() if name is not None}


@dataclass
class SideTexts:
    """Takes the one row under the headings."""

    sheet: Sheet
    headings: Headings

    def fits(self, row: Row) -> bool:
        """Tell whether a new table may hold the texts, which a page end has parted from their headings."""
        return max(self.headings, default=len(row.cells)) < len(row.cells)

    def take(self, row: Row) -> bool:
        if not self.headings:
            return False
        for at, (name, heading) in self.headings.items():
            cell = row.cells[at] if at < len(row.cells) else None
            if cell is not None and cell.text.strip():
                self.sheet.trace(Traced.SECTION, name.value, cell.text, cell.place)
                self.sheet.tell_beside(name, Section(heading, cell.text.strip(), place=cell.place))
        self.headings = {}
        return True
