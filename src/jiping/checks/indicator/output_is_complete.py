"""IN11."""

from collections.abc import Iterator

from jiping.checks.category import OUTPUT, categories
from jiping.checks.check import Objection, check
from jiping.checks.quotation import quoted
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="IN11", severity=Severity.HINT, basis="target_measures_2015")
def output_is_complete(evaluation: Evaluation) -> Iterator[Objection]:
    """产出指标应当数量、质量、时效齐备。

    为何：只有数量没有质量和时效，做得多不等于做得好、做得及时。
    反例：产出只设“培训人数”一项数量指标。
    正例：培训人数、培训合格率、培训完成时间。
    说明：必备的二级指标由规则包的 required_categories 决定；没有产出指标的表不报。
    """
    present = set(categories(evaluation))
    missing = [name for name in evaluation.pack.words("required_categories") if name not in present]
    if missing and present & OUTPUT:
        yield Objection(
            where="产出指标",
            message=f"产出指标缺少{quoted(missing)}。",
            remedy="请补设缺少的指标；确实不适用的，请在评分依据中说明。",
        )
