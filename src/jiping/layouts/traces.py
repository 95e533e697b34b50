"""Where the facts of a filing were read, over all its sheets."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jiping.layouts.lookup import Lookup
from jiping.layouts.recognition import Trace, Traced
from jiping.layouts.sheet import Sheet
from jiping.layouts.spacing import half_width
from jiping.layouts.template import pattern


def traces(sheets: Sequence[Sheet], lookup: Lookup) -> Iterator[Trace]:
    """Yield the traces of the sheets that make one filing, rows and lines of funds counted through."""
    rows = funds = 0
    for sheet in sheets:
        if sheet.place is not None and sheet.title_text:
            yield Trace(Traced.TITLE, "title", sheet.title_text, sheet.place)
        first = {Traced.ROW: rows, Traced.FUND: funds}
        for each in sheet.traces:
            yield each if each.number is None else replace(each, number=each.number + first[each.of])
        rows, funds = rows + len(sheet.rows), funds + len(sheet.funds)
    yield from _in_prose([each for sheet in sheets for each in sheet.traces if each.of is Traced.SECTION], lookup)


def _in_prose(sections: Sequence[Trace], lookup: Lookup) -> Iterator[Trace]:
    """Yield where the prose states a fact; one that a line's end cuts in two leaves no trace."""
    for name, templates in lookup.facts.items():
        looks = [pattern(template) for template in templates]
        found = ((each, look.search(half_width(each.text))) for look in looks for each in sections)
        match = next(((each, match) for each, match in found if match), None)
        if match is not None:
            each, where = match
            yield Trace(Traced.FACT, name, each.text[where.start() : where.end()], each.place)
