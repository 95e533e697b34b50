"""CP08."""

from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.quotation import listing
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="CP08", severity=Severity.WARN, scope=Scope.COPIES)
def filing_is_handed_in_once(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同一单位、同一年度、同一项目的自评只报一份。

    为何：几份并存，不知道以哪一份为准；改了一份忘了另一份，上下就不一致。
    反例：同一份自评的 docx、xlsx、pdf 都放在报送文件夹里。
    正例：每个项目只报一份。
    说明：项目之间的对照只用第一份，其余各份仍逐份校核。
    """
    spots = [str(each.filing.place) for each in evaluations if each.filing.place is not None]
    found = f"：{listing(spots)}" if spots else ""
    yield Objection(
        where="项目名称",
        message=f"同一项目的自评有 {len(evaluations)} 份{found}。",
        remedy="请只保留定稿的一份；确是不同项目的，请用不同的名称。",
        place=evaluations[0].filing.place,
        about=evaluations[0],
    )
