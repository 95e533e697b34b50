"""Filings and evaluations as terminal tables."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rich.console import Group
from rich.table import Table
from rich.text import Text

from jiping.cli.screen import amount, severity_counts, table
from jiping.domain.filing import Filing
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation, RowScore
from jiping.use_cases.demo import BESIDE, PACK, Demo


def filing_sheet(filing: Filing) -> Group:
    """Return a filing as it was read: what its text says, what it states, its score table, its doubts."""
    told = [Text.assemble((section.heading, "bold"), "\n", section.text) for _, section in filing.narrative.sections()]
    score = None if filing.stated_score is None else plain(filing.stated_score)
    stated = (("自评得分", score), ("等级", filing.stated_grade), ("满意度", filing.stated_satisfaction))
    return Group(
        Text(_title(filing), style="bold"),
        *told,
        Text("文中所写：" + "　".join(f"{label} {value or '（未写）'}" for label, value in stated)),
        *([_funds(filing)] if filing.funds else []),
        _rows(filing),
        *(Text(f"存疑：{each}。{each.why}", style="yellow") for each in filing.doubts),
    )


def _funds(filing: Filing) -> Table:
    """Return the budget block; an absent amount stays blank."""
    sheet = table("项目资金（万元）", ">年初预算数", ">全年预算数", ">全年执行数", ">执行率（%）", ">分值", ">得分")
    for line in filing.funds:
        amounts = ("" if each is None else plain(each.wan) for each in (line.initial, line.full_year, line.executed))
        sheet.add_row(line.name, *amounts, *map(_number, (line.rate, line.weight, line.score)))
    return sheet


def _rows(filing: Filing) -> Table:
    """Return the score table; an absent value stays blank."""
    sheet = table("一级指标", "二级指标", "三级指标", "指标值", "完成值", ">分值", ">得分", "依据或偏差原因")
    above: tuple[str | None, str | None] = (None, None)
    for row in filing.rows:
        level1 = row.level1 if row.level1 != above[0] else ""
        level2 = row.level2 if (row.level1, row.level2) != above else ""
        above = (row.level1, row.level2)
        texts = (level1, level2, row.level3, row.target, row.actual)
        sheet.add_row(*(text or "" for text in texts), _number(row.weight), _number(row.score), row.reason or "")
    sheet.add_section()
    sheet.add_row("总计", "", "", "", "", _number(filing.total_weight), _number(filing.total_score), "")
    return sheet


def score_sheet(evaluations: Sequence[Evaluation], *, explain: bool) -> Table:
    """Return one filing's scores, a column for each pack; a computed score that differs from the stated is marked."""
    first = evaluations[0]
    names = [each.pack.name for each in evaluations]
    ways = [f"计算过程（{name}）" for name in names] if explain else []
    sheet = table(
        "三级指标",
        "指标值",
        "完成值",
        ">分值",
        ">自评得分",
        *(f">{name}" for name in names),
        *ways,
        title=_title(first.filing),
    )
    for scored in _side_by_side(evaluations):
        row = scored[0].row
        cells = [_computed(each) for each in scored]
        arithmetic = [each.arithmetic for each in scored] if explain else []
        sheet.add_row(
            row.level3, row.target or "", row.actual or "", _number(row.weight), _number(row.score), *cells, *arithmetic
        )
    sheet.add_section()
    totals = [_total(each) for each in evaluations]
    blanks = [""] * len(ways)
    sheet.add_row(
        "总计", "", "", _number(first.filing.total_weight), _number(first.filing.total_score), *totals, *blanks
    )
    sheet.add_row(
        "等次", "", "", "", first.filing.stated_grade or "", *(each.grade or "—" for each in evaluations), *blanks
    )
    return sheet


def _side_by_side(evaluations: Sequence[Evaluation]) -> Iterator[Sequence[RowScore]]:
    """Yield what each pack makes of every line that enters the total: those of the budget first, as on the form."""
    yield from zip(*(each.funds for each in evaluations), strict=False)
    yield from zip(*(each.rows for each in evaluations), strict=True)


def demo_sheet(done: Demo) -> Table:
    """Return the demo's table: what each project cost, scored here and under the national rules, and its findings."""
    unit = done.lines[0].filing.unit
    sheet = table(
        "项目",
        ">支出（万元）",
        ">得分",
        "等次",
        ">全国口径",
        *(f">{severity}" for severity in Severity),
        title=f"{unit} 2024 年项目支出绩效自评价",
        caption=f"得分按规则包 {PACK}（向下取整到整分），全国口径按 {BESIDE}（两位小数）",
    )
    for line in done.lines:
        filing, counts = line.filing, severity_counts(line.findings)
        scores = (str(line.score), line.grade, str(line.beside))
        sheet.add_row(filing.project, amount(filing.expenditure), *scores, *counts)
    return sheet


def _title(filing: Filing) -> str:
    year = "" if filing.year is None else f"{filing.year} 年"
    return f"{filing.unit or ''} {year}　{filing.label}　支出 {amount(filing.expenditure)} 万元"


def _computed(scored: RowScore) -> Text:
    if scored.points is None:
        return Text("—", style="yellow")
    differs = scored.row.score is not None and scored.row.score != scored.points
    return Text(str(scored.points), style="bold yellow" if differs else "")


def _total(evaluation: Evaluation) -> Text:
    if evaluation.total is None:
        return Text("—", style="yellow")
    return Text(str(evaluation.total), style="bold")


def _number(value: Decimal | None) -> str:
    return "" if value is None else plain(value)
