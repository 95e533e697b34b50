"""风险排序: one line a filing, worst first, with the factors of its score."""

from collections.abc import Sequence
from itertools import accumulate, chain

from jiping.domain.finding import Severity
from jiping.reports.batch import findings_sheet
from jiping.reports.batch.ledger import FIRST_ROW, MOST_ROWS, Column, Ledgers, Link, Marked, Value
from jiping.reports.batch.tone import tone_of_band
from jiping.review.overview import Overview
from jiping.review.ranking import Ranked
from jiping.review.risk import Risk

NAME = "风险排序"
_NOTE = "一行一份自评，未能校核的在前，其余按风险分从高到低；点“意见”到该份的第一条意见，点“文件”打开原件。风险分 = 意见分 × 金额系数 × 单位系数，意见分的来历见“计分过程”。"
_COLUMNS = (
    Column("序", 5, "center"),
    Column("风险", 9, "center"),
    Column("风险分", 9, "score"),
    Column("意见分", 9, "number"),
    Column("金额系数", 6, "number"),
    Column("单位系数", 6, "number"),
    Column("单位", 22),
    Column("项目", 26),
    Column("年度", 6, "center"),
    Column("支出（万元）", 10, "number"),
    Column("自评得分", 7, "number"),
    *(Column(severity.value, 5, "number") for severity in Severity),
    Column("免改", 5, "number"),
    Column("意见", 8),
    Column("文件", 30),
)
_REASON = Column("未能校核的原因", 50)


def add(ledgers: Ledgers, batch: Overview) -> None:
    told = (len(each.dossier.standing) + len(each.dossier.waived) for each in batch.ranked)
    before = accumulate(chain((0,), told))
    rows = (_row(each, earlier, batch) for each, earlier in zip(batch.ranked, before, strict=False))
    reasons = [each.dossier.subject.unchecked for each in batch.ranked]
    if any(reasons):
        rows = ((*row, reason or "") for row, reason in zip(rows, reasons, strict=True))
        ledgers.add(NAME, _NOTE, (*_COLUMNS, _REASON), rows)
    else:
        ledgers.add(NAME, _NOTE, _COLUMNS, rows)


def _row(each: Ranked, earlier: int, batch: Overview) -> Sequence[Value]:
    dossier, risk, subject = each.dossier, each.risk, each.dossier.subject
    project = subject.project if dossier.copies == 1 else f"{subject.project}（同名 {dossier.copies} 份）"
    return (
        each.position,
        Marked(risk.band, tone_of_band(risk.band, batch.weights.risk_bands)),
        risk.score,
        *_factors(risk),
        subject.unit,
        project,
        subject.year,
        None if subject.expenditure is None else subject.expenditure.wan,
        subject.score,
        *(dossier.count(severity) for severity in Severity),
        len(dossier.waived),
        _findings_link(len(dossier.standing) + len(dossier.waived), earlier),
        subject.file if subject.link is None else Link(subject.file, f"external:{subject.link}"),
    )


def _factors(risk: Risk) -> Sequence[Value]:
    return (None, None, None) if risk.score is None else (risk.points, risk.amount.value, risk.unit.value)


def _findings_link(told: int, earlier: int) -> Value:
    """Return a link to the first of a filing's findings, `earlier` findings into their sheets."""
    if not told:
        return "无"
    sheet, row = divmod(earlier, MOST_ROWS)
    name = findings_sheet.NAME if sheet == 0 else f"{findings_sheet.NAME}{sheet + 1}"
    return Link(f"{told} 条", f"internal:'{name}'!A{FIRST_ROW + row}")
