"""FU26."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.domain.doubt import Figure
from jiping.domain.filing import Filing, FundLine
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.domain.place import Place
from jiping.scoring.score import Evaluation

_COLUMNS = {"initial": "年初预算数", "full_year": "全年预算数", "executed": "全年执行数"}


@check(
    code="FU26", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.MONEY, Figure.RATE)
)
def funds_are_not_negative(evaluation: Evaluation) -> Iterator[Objection]:
    """预算数、执行数、支出和执行率不应是负数。

    为何：负数是录入错误，由它算出的执行率和得分都不成立。
    反例：项目支出 -5 万元；执行率 -88%。
    正例：项目支出 5 万元；没有支出的填 0。
    """
    filing = evaluation.filing
    for where, figures, place in _negative(filing):
        yield Objection(
            where=where,
            message=f"{'，'.join(figures)}，是负数。",
            remedy="请核对并改正；退回的资金请在正文中说明，不要填负数。",
            place=place,
        )


def _negative(filing: Filing) -> Iterator[tuple[str, list[str], Place | None]]:
    """Yield where negative figures stand, and which."""
    if filing.expenditure is not None and filing.expenditure.yuan < 0:
        yield "项目支出", [f"项目支出 {filing.expenditure}"], filing.place
    for line in filing.funds:
        figures = _figures(line)
        if figures:
            yield line.name, figures, line.place


def _figures(line: FundLine) -> list[str]:
    amounts = [(name, getattr(line, column)) for column, name in _COLUMNS.items()]
    figures = [f"{name} {amount}" for name, amount in amounts if amount is not None and amount.yuan < 0]
    if line.rate is not None and line.rate < 0:
        figures.append(f"执行率 {plain(line.rate)}%")
    return figures
