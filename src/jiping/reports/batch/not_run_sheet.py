"""未能运行: the rules that could not decide, so that silence is never taken for a clean result."""

from collections.abc import Iterable

from jiping.domain.finding import NotRun
from jiping.reports.batch.ledger import Column, Ledgers

NAME = "未能运行"
_NOTE = "下列规则因材料缺项或计分不成而未能运行，不等于没有问题。"
_COLUMNS = (Column("编号", 10, "center"), Column("项目", 40), Column("原因", 100))


def add(ledgers: Ledgers, not_run: Iterable[NotRun]) -> None:
    ledgers.add(NAME, _NOTE, _COLUMNS, ((each.code, each.project, each.reason) for each in not_run))
