"""Scored filings built by hand, so that drafting is tested apart from scoring."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from jiping.domain.filing import Filing, Form, FundLine, Indicator
from jiping.domain.money import Money
from jiping.domain.value.kinds import Value, ValueKind
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import Evaluation, RowScore


def pack() -> RulePack:
    return load_pack("rugao-2024", date(2024, 12, 31))


def scored(
    level3: str, target: str, actual: str | None, *, met: bool | None, kind: IndicatorKind = IndicatorKind.POSITIVE
) -> RowScore:
    """Return a row judged as told; percentages are measured, everything else is a word."""
    row = Indicator("产出指标", "数量指标", level3, target, actual, Decimal(10))
    points = None if met is None else Decimal(10 if met else 9)
    exact = None if points is None else Fraction(points)
    return RowScore(row, kind, _value(target), _value(actual), exact, points, met, None, "ratio", "")


@dataclass(frozen=True)
class Situation:
    """A filing of 示例单位 and what its rows came to."""

    rows: tuple[RowScore, ...] = ()
    funds: tuple[FundLine, ...] = ()
    expenditure: str | None = "6"
    form: Form = Form.STATEMENT

    def evaluated(self, total: str | None = "99", grade: str | None = "优") -> Evaluation:
        filing = Filing(
            "示例项目",
            "示例单位",
            2024,
            self.form,
            started="2024年1月",
            finished="2024年12月",
            expenditure=None if self.expenditure is None else Money.from_wan(Decimal(self.expenditure)),
            rows=tuple(row.row for row in self.rows),
            funds=self.funds,
        )
        return Evaluation(filing, pack(), self.rows, None if total is None else Decimal(total), grade)


def _value(text: str | None) -> Value:
    if text is None:
        return Value("", ValueKind.BLANK)
    if text.endswith("%"):
        return Value(text, ValueKind.PERCENT, number=Decimal(text[:-1]), unit="%")
    return Value(text, ValueKind.PHRASE)
