"""Which sheets are one filing: a narrative and the score table that belongs to it."""

from collections.abc import Iterable, Sequence

from jiping.domain.filing import Form
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.spacing import bare


def group(sheets: Iterable[Sheet]) -> list[list[Sheet]]:
    """Return the sheets of each filing, in the order of the file."""
    filings: list[list[Sheet]] = []
    for sheet in sheets:
        partner = _partner(sheet, filings)
        if partner is None:
            filings.append([sheet])
        else:
            partner.append(sheet)
    return filings


def _partner(sheet: Sheet, filings: Sequence[list[Sheet]]) -> list[Sheet] | None:
    """Return the filing whose missing part this sheet is: the one of the same project, else the one right before."""
    begins = sheet.title is not None and sheet.title.form is not None
    if begins and not _completes(sheet, filings):
        return None
    waiting = [parts for parts in filings if not any(part.rows or part.has_total for part in parts)]
    project = bare(sheet.facts.get("project", ""))
    same = [parts for parts in waiting if project and bare(parts[0].facts.get("project", "")) == project]
    if same:
        return same[0]
    return waiting[-1] if waiting and waiting[-1] is filings[-1] else None


def _completes(sheet: Sheet, filings: Sequence[list[Sheet]]) -> bool:
    """Tell whether a table under a title of its own is the table of the report right before it."""
    if not filings or not sheet.rows or sheet.title is None or sheet.title.form is not Form.TABLE:
        return False
    before = filings[-1][0]
    projects = [bare(each.facts.get("project", "")) for each in (before, sheet)]
    return before.title is not None and before.title.form is not Form.TABLE and len({*filter(None, projects)}) < 2
