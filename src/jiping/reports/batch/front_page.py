"""总览: the page a director looks at — three charts, the filings to open first, the units."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from html import escape

from jiping.domain.finding import Severity
from jiping.reports.batch.chart import Bar, bars, histogram
from jiping.reports.batch.markup import amount, band_chip, chip, counts, page, score, table
from jiping.reports.batch.not_run_table import not_run_table
from jiping.reports.batch.tone import Tone, tone_of, tone_of_band
from jiping.review.overview import Overview
from jiping.review.ranking import Ranked

TITLE = "绩效自评校核总览"
_WORST_UNITS = 10
_FIRST_FILINGS = 100
_FIRST_NOT_RUN = 200
Address = Callable[[Ranked], str]
"""Where the section of a filing stands, seen from the front page."""


def front_page(batch: Overview, address: Address) -> bytes:
    pack = batch.weights.pack
    judged_by = "、".join(batch.packs) or pack.label
    under = f"规则包：{escape(judged_by)}；风险按 {escape(pack.label)} {pack.as_of} 有效的规定计"
    return page(TITLE, under, _body(batch, address))


def _body(batch: Overview, address: Address) -> Iterator[str]:
    yield f"<section>{_facts(batch)}</section>"
    left, right = f"{_spread(batch)}{_worst_units(batch, address)}", _families(batch)
    yield f'<div class="charts"><section>{left}</section><section>{right}</section></div>'
    yield f"<section>{_ranking(batch, address)}</section>"
    yield f"<section>{_units(batch, address)}</section>"
    if batch.not_run:
        yield f"<section>{_not_run(batch)}</section>"


def _facts(batch: Overview) -> str:
    facts = [
        ("自评", f"{batch.filings} 份"),
        *([("没有读出", f"{batch.unread} 个文件")] if batch.unread else []),
        ("单位", f"{batch.named_units} 个"),
        ("支出合计", f"{amount(batch.expenditure)} 万元"),
        *((f"{severity}意见", f"{batch.severities[severity]} 条") for severity in Severity),
        ("说明免改", f"{batch.waived} 条"),
        ("规则未能运行", f"{len(batch.not_run)} 次"),
    ]
    return f'<dl class="facts">{"".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in facts)}</dl>'


def _spread(batch: Overview) -> str:
    bands = batch.weights.risk_bands
    known = [(each.risk.band, each.risk.score) for each in batch.ranked if each.risk.score is not None]
    drawn = histogram("风险分分布（份数）", ((tone_of_band(band, bands), value) for band, value in reversed(known)))
    legend = "　".join(f"{chip(band, tone_of_band(band, bands))} {batch.bands[band]} 份" for band in bands)
    return f"{drawn}<p class=note>{legend}</p>"


def _families(batch: Overview) -> str:
    rows = [
        Bar(name, tuple((tone_of(each), Decimal(numbers[each])) for each in Severity))
        for name, numbers in batch.families
    ]
    legend = "　".join(chip(each.value, tone_of(each)) for each in Severity)
    return f"{bars('各类意见（条数，重的在前）', rows)}<p class=note>{legend}</p>"


def _worst_units(batch: Overview, address: Address) -> str:
    rows = [
        Bar(line.unit, ((Tone.PLAIN, line.total),), address(line.filings[0]).partition("#")[0])
        for line in batch.heaviest[:_WORST_UNITS]
    ]
    return bars(f"风险分之和最高的单位（列前 {len(rows)} 个）", rows) if rows else ""


def _ranking(batch: Overview, address: Address) -> str:
    first = batch.ranked[:_FIRST_FILINGS]
    shown = "全部列出" if len(first) == len(batch.ranked) else f"列前 {len(first)} 份，其余见各单位页"
    heads = (">序", "风险", ">风险分", "项目", "单位", ">支出（万元）", *(f">{each}" for each in Severity), ">免改")
    bands = batch.weights.risk_bands
    rows = (
        (
            str(each.position),
            band_chip(each, bands),
            score(each),
            f'<a href="{escape(address(each))}">{escape(each.dossier.subject.project)}</a>{_why_unchecked(each)}',
            escape(each.dossier.subject.unit),
            amount(each.dossier.subject.expenditure),
            *counts((severity, each.dossier.count(severity)) for severity in Severity),
            str(len(each.dossier.waived)),
        )
        for each in first
    )
    return f"<h2>先看哪几份（{shown}）</h2>{table(heads, rows)}"


def _why_unchecked(each: Ranked) -> str:
    """Return the first sentence of why a filing could not be checked, as a line of its own."""
    why = each.dossier.subject.unchecked
    return "" if why is None else f'<span class="basis">{escape(why.partition("。")[0])}</span>'


def _units(batch: Overview, address: Address) -> str:
    heads = ("单位", ">份数", ">未能校核", ">支出（万元）", *(f">{each}" for each in Severity), ">风险分之和")
    rows = (
        (
            f'<a href="{escape(address(line.filings[0]).partition("#")[0])}">{escape(line.unit)}</a>',
            str(len(line.filings)),
            str(line.unchecked),
            amount(line.expenditure),
            *counts((severity, line.findings[severity]) for severity in Severity),
            f"{line.total:,.2f}",
        )
        for line in batch.units
    )
    return f"<h2>各单位（有未能校核材料的在前）</h2>{table(heads, rows)}"


def _not_run(batch: Overview) -> str:
    first = batch.not_run[:_FIRST_NOT_RUN]
    rest = len(batch.not_run) - len(first)
    more = f"<p class=note>另有 {rest} 次，见工作簿“未能运行”。</p>" if rest else ""
    note = "<p class=note>未能运行不等于没有问题。</p>"
    return f"<h2>未能运行的规则</h2>{note}{not_run_table(first)}{more}"
