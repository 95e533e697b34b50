"""Where the facts of a filing were read, over all its sheets."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jiping.layouts.read.facts.title import title_facts
from jiping.layouts.read.recognition import Trace, Traced
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.words.lookup import Lookup
from jiping.layouts.spacing import half_width
from jiping.layouts.template import pattern


def traces(sheets: Sequence[Sheet], lookup: Lookup) -> Iterator[Trace]:
    """Yield the traces of the sheets that make one filing, rows and lines of funds counted through."""
    stated = {name for sheet in sheets for name in sheet.facts}
    head = sheets[0]
    if head.place is not None:
        for name, value in title_facts(head).items():
            if name not in stated:
                yield Trace(Traced.FACT, name, value, head.place)
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
    """Yield where the prose states a fact, one trace for each line it runs over."""
    text = half_width("\n".join(each.text for each in sections))
    for name, templates in lookup.facts.items():
        match = next((found for template in templates if (found := pattern(template).search(text))), None)
        if match is not None:
            yield from _lines_of(name, match.span(), sections)


def _lines_of(name: str, span: tuple[int, int], sections: Sequence[Trace]) -> Iterator[Trace]:
    start = 0
    for each in sections:
        words = each.text[max(0, span[0] - start) : max(0, span[1] - start)]
        if words.strip():
            yield Trace(Traced.FACT, name, words, each.place)
        start += len(each.text) + 1
