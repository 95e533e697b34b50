"""按规则: one line a rule that spoke, the most frequent first."""

from collections.abc import Sequence

from jiping.reports.batch.ledger import Column, Ledgers, Marked, Value
from jiping.reports.batch.tone import tone_of
from jiping.review.overview import Overview, RuleLine

NAME = "按规则"
_NOTE = "有意见的规则，多的在前；“涉及份数”含已说明免改的。"
_COLUMNS = (
    Column("编号", 8, "center"),
    Column("程度", 8, "center"),
    Column("类别", 14),
    Column("规则", 64),
    Column("意见条数", 10, "number"),
    Column("免改条数", 10, "number"),
    Column("涉及份数", 10, "number"),
)


def add(ledgers: Ledgers, batch: Overview) -> None:
    ledgers.add(NAME, _NOTE, _COLUMNS, map(_row, batch.rules))


def _row(line: RuleLine) -> Sequence[Value]:
    severity = Marked(line.severity.value, tone_of(line.severity))
    return line.code, severity, line.family, line.title, line.standing, line.waived, line.filings
