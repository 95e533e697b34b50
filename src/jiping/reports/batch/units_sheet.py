"""按单位: one line a unit, worst first."""

from collections.abc import Sequence

from jiping.domain.finding import Severity
from jiping.reports.batch.ledger import Column, Ledgers, Value
from jiping.review.overview import Overview, UnitLine

NAME = "按单位"
_NOTE = "有未能校核材料的单位在前，其余按各份风险分之和从高到低。"
_COLUMNS = (
    Column("单位", 34),
    Column("自评份数", 10, "number"),
    Column("未能校核", 10, "number"),
    Column("支出合计（万元）", 14, "number"),
    *(Column(severity.value, 8, "number") for severity in Severity),
    Column("风险分之和", 12, "score"),
    Column("最高一份", 10, "score"),
    Column("最高一份的项目", 44),
)


def add(ledgers: Ledgers, batch: Overview) -> None:
    ledgers.add(NAME, _NOTE, _COLUMNS, map(_row, batch.units))


def _row(line: UnitLine) -> Sequence[Value]:
    worst = next((each for each in line.filings if each.risk.score is not None), None)
    return (
        line.unit,
        len(line.filings),
        line.unchecked,
        line.expenditure.wan,
        *(line.findings[severity] for severity in Severity),
        line.total,
        line.worst,
        "" if worst is None else worst.dossier.subject.project,
    )
