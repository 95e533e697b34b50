"""EV04."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.receipts import receipts
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="EV04", severity=Severity.BLOCK, basis="practice")
def receipt_is_of_the_year(evaluation: Evaluation) -> Iterator[Objection]:
    """计量凭据的年度应与自评年度相同。

    为何：上年的凭据证明不了今年的数字，多半是照抄上年材料留下的。
    反例：2024 年度自评表的预算执行率，凭据编号为 PF02-2023-0a1b2c3d4e5f。
    正例：凭据编号为 PF02-2024-0a1b2c3d4e5f。
    """
    year = evaluation.filing.year
    for row in evaluation.filing.rows if year is not None else ():
        for each in receipts(row):
            if int(each["year"]) != year:
                yield Objection(
                    where=row.level3,
                    message=f"计量凭据 {each.group()} 是 {each['year']} 年的，本材料自评的是 {year} 年。",
                    remedy=f"请用 {year} 年的业务记录重新计量（jiping evaluate）。",
                    place=row.place,
                )
