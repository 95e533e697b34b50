"""未能运行: the rules that could not decide, so that silence is never taken for a clean result."""

from collections.abc import Iterable, Sequence

from jiping.domain.finding import NotRun
from jiping.reports.batch.ledger import Column, Ledgers, Value

NAME = "未能运行"
_NOTE = "下列规则因材料缺项或计分不成而未能运行，不等于没有问题。"
_COLUMNS = (
    Column("编号", 10, "center"),
    Column("单位", 26),
    Column("项目", 30),
    Column("文件", 26),
    Column("原因", 80),
)


def add(ledgers: Ledgers, not_run: Iterable[NotRun]) -> None:
    ledgers.add(NAME, _NOTE, _COLUMNS, map(_row, not_run))


def _row(each: NotRun) -> Sequence[Value]:
    return each.code, each.unit, each.project, each.file, each.reason
