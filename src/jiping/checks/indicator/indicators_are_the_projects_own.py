"""IN04."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jiping.checks.category import category_of
from jiping.checks.check import Objection, Scope, check
from jiping.checks.notion import is_generic
from jiping.checks.quotation import quoted
from jiping.domain.finding import Severity
from jiping.domain.place import Place
from jiping.scoring.score import Evaluation

_FEWEST = 3
Row = tuple[str, str, str | None]


@check(code="IN04", severity=Severity.WARN, basis="target_measures_2015", scope=Scope.UNIT_YEAR)
def indicators_are_the_projects_own(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """项目特有的指标不应整组照抄另一项目。

    为何：照抄来的指标说的是别的项目，不能证明本项目的产出和效益。
    反例：补助项目的产出、社会效益指标与运营经费项目逐字相同，没有一项说到补助。
    正例：补助项目以补助人数、发放准确率、按期发放率为指标。
    说明：规定名称和全单位通用的指标不算；名称和目标值都相同的特有指标达到三项才报。
    """
    specific = [_specific_rows(each) for each in evaluations]
    users: defaultdict[Row, list[int]] = defaultdict(list)
    for at, rows in enumerate(specific):
        for row in rows:
            users[row].append(at)
    for at, rows in enumerate(specific):
        shared: defaultdict[int, list[str]] = defaultdict(list)
        for row in rows:
            if _is_rare(len(users[row]), len(evaluations)):
                for earlier in users[row][: users[row].index(at)]:
                    shared[earlier].append(row[1])
        model = max(shared, key=lambda earlier: len(shared[earlier]), default=None)
        if model is not None and len(shared[model]) >= _FEWEST:
            yield Objection(
                where=shared[model][0],
                message=f"与“{evaluations[model].filing.project}”有 {len(shared[model])} 项指标逐字相同：{quoted(shared[model])}。",
                remedy="请按本项目的内容另设指标，如服务或补助的人数、数量、准确率、完成日期。",
                place=rows[next(row for row in rows if row[1] == shared[model][0])],
                about=evaluations[at],
            )


def _specific_rows(evaluation: Evaluation) -> dict[Row, Place | None]:
    """Return the output and benefit rows that do not bear a name every project may use, with their places."""
    found: dict[Row, Place | None] = {}
    for each in evaluation.rows:
        category = category_of(evaluation.pack, each.row)
        if category is not None and not is_generic(evaluation.pack, each.row):
            found[category, each.row.level3, each.row.target] = each.row.place
    return found


def _is_rare(users: int, filings: int) -> bool:
    """True when a row is shared, but not by the unit at large: by two filings, or by at most half of them."""
    return users > 1 and (filings == 2 or 2 * users <= filings)
