"""概览: the first sheet, what a director looks at."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from jiping.domain.finding import Severity
from jiping.reports.batch.ledger import Ledgers, Marked, Value
from jiping.reports.batch.tone import tone_of, tone_of_band
from jiping.review.overview import Overview

NAME = "概览"
_WIDTHS = (30, 8, 8, 8, 8, 12, 2, 11, 11, 11, 11, 11)
_WORST = 15
_HUNDREDTH = Decimal("0.01")
Line = tuple[str, Sequence[Value]]
"""A look and the cells of one row."""


def add(ledgers: Ledgers, batch: Overview) -> None:
    sheet = ledgers.sheet(NAME, _WIDTHS)
    sheet.fit_to_pages(1, 1)
    sheet.set_row(0, 30)
    families = None
    for row, (look, cells) in enumerate(_lines(batch)):
        if look == "head" and cells[0] == "类别":
            families = row
        for column, cell in enumerate(cells):
            ledgers.write(sheet, row, column, cell, "text" if look == "number" and column == 0 else look)
    if families is not None and batch.families:
        _chart(ledgers, sheet, families, len(batch.families))


def _lines(batch: Overview) -> Iterator[Line]:
    severities = [Marked(each.value, tone_of(each)) for each in Severity]
    yield "title", ("绩效自评校核概览",)
    yield "note", (_summary(batch),)
    yield "note", ()
    yield "caption", ("风险档次",)
    yield "head", ("档次", "份数")
    for band in batch.weights.risk_bands:
        yield "number", (Marked(band, tone_of_band(band, batch.weights.risk_bands)), batch.bands[band])
    yield "note", ()
    yield "caption", ("意见类别（重的在前）",)
    yield "head", ("类别", *severities, "合计")
    for name, counts in batch.families:
        yield "number", (name, *(counts[each] for each in Severity), counts.total())
    yield "number", ("合计", *(batch.severities[each] for each in Severity), batch.severities.total())
    yield "note", ()
    yield "caption", (f"风险分之和最高的单位（列前 {min(_WORST, len(batch.heaviest))} 个）",)
    yield "head", ("单位", "份数", *severities, "风险分之和")
    for line in batch.heaviest[:_WORST]:
        counted = (line.findings[each] for each in Severity)
        yield "number", (line.unit, len(line.filings), *counted, line.total.quantize(_HUNDREDTH, ROUND_HALF_UP))


def _summary(batch: Overview) -> str:
    pack = batch.weights.pack
    return (
        f"自评 {batch.filings} 份，没有读出的文件 {batch.unread} 个，单位 {batch.named_units} 个，支出合计 {batch.expenditure}；"
        f"意见 {batch.severities.total()} 条，另有说明免改 {batch.waived} 条、规则未能运行 {len(batch.not_run)} 次。"
        f"规则包：{'、'.join(batch.packs) or pack.label}；风险按 {pack.label}（{pack.as_of} 有效）计。"
    )


def _chart(ledgers: Ledgers, sheet: Any, heading: int, families: int) -> None:
    chart = ledgers.book.add_chart({"type": "bar", "subtype": "stacked"})
    for at, severity in enumerate(Severity, start=1):
        chart.add_series(
            {
                "name": severity.value,
                "categories": [NAME, heading + 1, 0, heading + families, 0],
                "values": [NAME, heading + 1, at, heading + families, at],
                "fill": {"color": tone_of(severity).bar},
                "gap": 40,
            }
        )
    chart.set_title({"name": "各类意见条数", "name_font": {"size": 11, "color": "#12305A"}})
    chart.set_y_axis({"reverse": True, "line": {"color": "#D5DCE5"}})
    chart.set_x_axis({"major_gridlines": {"visible": True, "line": {"color": "#E6EBF1"}}, "label_position": "low"})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 420, "height": 430})
    sheet.insert_chart(3, 7, chart)
