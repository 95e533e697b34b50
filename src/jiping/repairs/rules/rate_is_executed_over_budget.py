"""FU04, FU18."""

from dataclasses import replace
from decimal import Decimal

from jiping.checks.execution_rate import Reading, read_rate, shown
from jiping.checks.fund_block import computed_rate
from jiping.domain.filing import Filing, FundLine
from jiping.repairs.repair import repair
from jiping.scoring.score import Evaluation


@repair("FU04", "FU18")
def rate_is_executed_over_budget(evaluation: Evaluation) -> Filing:
    """执行率改为全年执行数除以全年预算数。

    金额一律不动；没有填执行率、缺预算数或执行数的行也不动。
    """
    filing, tolerance = evaluation.filing, evaluation.pack.thresholds["rate_tolerance"]
    return replace(filing, funds=tuple(_mended(line, tolerance) for line in filing.funds))


def _mended(line: FundLine, tolerance: Decimal) -> FundLine:
    rate = computed_rate(line)
    if rate is None or line.rate is None or read_rate(line.rate, rate, tolerance) is Reading.RIGHT:
        return line
    return replace(line, rate=Decimal(shown(rate)))
