"""SC09."""

from dataclasses import replace

from jiping.checks.score.execution_score_follows_rate import is_right
from jiping.domain.filing import Filing
from jiping.repairs.repair import repair
from jiping.scoring.score import Evaluation
from jiping.scoring.spending import spending_lines


@repair("SC09")
def execution_score_follows_rate(evaluation: Evaluation) -> Filing:
    """预算执行率的得分改为由执行率算出的得分。

    没有填得分、缺预算数或执行数的行不动。
    """
    filing = evaluation.filing
    counted = zip(spending_lines(filing, evaluation.pack), evaluation.funds, strict=True)
    points = {id(line): scored.points for line, scored in counted if not is_right(scored, evaluation.pack)}
    return replace(filing, funds=tuple(replace(line, score=points.get(id(line), line.score)) for line in filing.funds))
