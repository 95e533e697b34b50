"""计分过程: how the score of every filing comes about, in the order of the ranking."""

from collections.abc import Sequence

from jiping.reports.batch.ledger import Column, Ledgers, Value
from jiping.review.overview import Overview
from jiping.review.ranking import Ranked

NAME = "计分过程"
_NOTE = "次序与风险排序相同；每一项为：计入条数 × 每条分 × 类别系数。"
_COLUMNS = (
    Column("序", 5, "center"),
    Column("单位", 22),
    Column("项目", 26),
    Column("风险分", 9, "score"),
    Column("怎样算出", 110),
)


def add(ledgers: Ledgers, batch: Overview) -> None:
    ledgers.add(NAME, _NOTE, _COLUMNS, map(_row, batch.ranked))


def _row(each: Ranked) -> Sequence[Value]:
    subject = each.dossier.subject
    return each.position, subject.unit, subject.project, each.risk.score, each.risk.arithmetic
