"""EV01."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.silence import says_something
from jiping.domain.filing import Form
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="EV01", severity=Severity.WARN, basis="self_evaluation_measures_2020")
def score_has_its_grounds(evaluation: Evaluation) -> Iterator[Objection]:
    """每行得分应写明评分依据。

    为何：没有依据的得分无法复核，复核时通常按零分处理。
    反例：20 行指标都有得分，评分依据一栏全部空白。
    正例：评分依据写“发放清单 4542 人，2024 年 12 月 20 日银行回单”，或附上佐证材料。
    说明：国家统一自评表的最后一栏是偏差原因，完成目标的行可以不填，不在此列。
    """
    if evaluation.filing.form is Form.TABLE:
        return
    scored = [each.row for each in evaluation.rows if each.row.score is not None]
    empty = [row for row in scored if not row.evidence and not says_something(evaluation.pack, row.reason)]
    if empty:
        every = "全部" if len(empty) == len(scored) else f"有 {len(empty)} 行"
        yield Objection(
            where="评分依据",
            message=f"{len(scored)} 行指标有得分，评分依据{every}空白。",
            remedy="请逐行写明得分的依据（文件、数据、单据的名称和日期）及扣分的算法，并附佐证材料。",
            place=empty[0].place,
        )
