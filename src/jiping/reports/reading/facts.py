"""What each filing of a document was understood to say, as a column beside the page, every fact linked to its place."""

from collections.abc import Callable, Iterator, Sequence

from jiping.domain.filing import Filing
from jiping.domain.lexicon import Lexicon
from jiping.domain.money import plain
from jiping.domain.place import Place
from jiping.domain.value.parse import parse_value
from jiping.layouts.read.recognition import Trace, Traced
from jiping.reports.batch.markup import table
from jiping.reports.reading.meaning import meaning
from jiping.reports.reading.told import COLUMNS, FACTS, SECTIONS, fact

Link = Callable[[Place | None, str], str]
"""Returns the markup of a text that leads to a place, or the bare text where the page has no such place."""
_MUST = ("project", "unit", "year")
_MISSING = '<span class="warn">未读到</span>'


def filing_facts(filing: Filing, traces: Sequence[Trace], lexicon: Lexicon, link: Link) -> Iterator[str]:
    """Yield the facts of one filing: who and when, sections, budget, rows, total."""
    where: dict[tuple[Traced, str, int | None], Place] = {}
    for each in traces:
        where.setdefault((each.of, each.field, each.number), each.place)

    def spot(of: Traced, name: str, text: str, number: int | None = None) -> str:
        return link(where.get((of, name, number)), text)

    told = [(word, name, fact(filing, name)) for name, word in FACTS.items()]
    yield f"<h2>{spot(Traced.TITLE, 'title', filing.label)}</h2>"
    yield from _pairs(
        (word, spot(Traced.FACT, name, text) if text else _MISSING)
        for word, name, text in told
        if text or name in _MUST
    )
    sections = [(name.value, section) for name, section in filing.narrative.sections()]
    yield from _pairs((SECTIONS[name], spot(Traced.SECTION, name, f"{len(each.text)} 字")) for name, each in sections)
    if filing.funds:
        money = ("initial", "full_year", "executed")
        lines = [
            (
                spot(Traced.FUND, "name", line.name, at),
                *(spot(Traced.FUND, name, str(getattr(line, name) or ""), at) for name in money),
            )
            for at, line in enumerate(filing.funds)
        ]
        yield table(("预算资金", *(f">{COLUMNS[name]}" for name in money)), lines, "facts")
    if filing.rows:
        yield table(("指标", "目标 / 完成", ">分值", ">得分"), _rows(filing, lexicon, spot), "facts")


def _pairs(pairs: Iterator[tuple[str, str]]) -> Iterator[str]:
    rows = "".join(f"<div><dt>{word}</dt><dd>{text}</dd></div>" for word, text in pairs)
    if rows:
        yield f'<dl class="told">{rows}</dl>'


def _rows(filing: Filing, lexicon: Lexicon, spot: Callable[..., str]) -> Iterator[tuple[str, ...]]:
    for at, row in enumerate(filing.rows):
        values = (
            spot(Traced.ROW, name, meaning(parse_value(text, lexicon)), at)
            for name, text in (("target", row.target), ("actual", row.actual))
        )
        points = ((name, getattr(row, name)) for name in ("weight", "score"))
        numbers = (spot(Traced.ROW, name, "" if number is None else plain(number), at) for name, number in points)
        yield spot(Traced.ROW, "level3", row.level3, at), "<br>".join(values), *numbers
    totals = (("weight", filing.total_weight), ("score", filing.total_score))
    yield "总计", "", *(spot(Traced.TOTAL, name, "" if sum_ is None else plain(sum_)) for name, sum_ in totals)
