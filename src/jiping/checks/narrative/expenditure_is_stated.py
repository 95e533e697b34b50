"""NA16."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import figured, section, sections
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="NA16", severity=Severity.WARN, basis="self_evaluation_measures_2020")
def expenditure_is_stated(evaluation: Evaluation) -> Iterator[Objection]:
    """自评应写明项目支出金额。

    为何：绩效评价评的是花钱的效果；不写花了多少，就谈不上效益。
    反例：全文只说“项目资金及时结算”，没有金额。
    正例：2024 年项目支出 5 万元。
    """
    filing = evaluation.filing
    executed = any(line.executed is not None for line in filing.funds)
    if (
        filing.expenditure is not None
        or executed
        or not sections(evaluation)
        or any(each.money for each in figured(evaluation))
    ):
        return
    overview = section(evaluation, SectionName.OVERVIEW)
    yield Objection(
        where="项目支出" if overview is None else overview.heading,
        message="全文没有写项目支出金额。",
        remedy="请写明年初预算、全年预算和实际支出金额。",
        place=None if overview is None else overview.place,
    )
