"""计分办法: every number that makes a risk score, with its basis and how sure it is."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import cast

from jiping.domain.money import plain
from jiping.reports.batch.ledger import Column, Ledgers, Value
from jiping.review.overview import Overview
from jiping.review.weights import ENTRIES
from jiping.rulepack.pack import RulePack

NAME = "计分办法"
_NOTE = "风险分 = 意见分 × 金额系数 × 单位系数；意见分 = Σ 计入条数 × 每条分 × 类别系数。数值均可在规则包中改定。"
_COLUMNS = (
    Column("项目", 24),
    Column("档次或类别", 38),
    Column("数值", 34),
    Column("依据", 26),
    Column("确信程度", 10, "center"),
    Column("规则包", 14, "center"),
    Column("自何日起", 12, "center"),
)
_TITLES = ("每条意见的分", "类别系数", "同一规则最多计入条数", "金额系数", "单位系数", "风险档次")
_WORDS = {"points": "每条", "factor": "系数", "at_least": "不低于"}


def add(ledgers: Ledgers, batch: Overview) -> None:
    ledgers.add(NAME, _NOTE, _COLUMNS, _rows(batch.weights.pack))


def _rows(pack: RulePack) -> Iterator[Sequence[Value]]:
    for title, entry in zip(_TITLES, ENTRIES, strict=True):
        edition = pack.dated(entry)
        source = (pack.basis(edition.basis), edition.confidence.value, edition.pack, edition.start.isoformat())
        if isinstance(edition.value, Decimal):
            yield (title, "", plain(edition.value), *source)
            continue
        for row in cast("Sequence[Mapping[str, object]]", edition.value):
            yield (title, *_told(row), *source)


def _told(row: Mapping[str, object]) -> tuple[str, str]:
    words = "　".join(str(cell) for cell in row.values() if isinstance(cell, str))
    numbers = [f"{_WORDS[name]} {plain(cell)}" for name, cell in row.items() if isinstance(cell, Decimal)]
    return words, "，".join(numbers)
