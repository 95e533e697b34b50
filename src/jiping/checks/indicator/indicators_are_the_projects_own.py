"""IN04."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from jiping.checks.blanks import is_blank
from jiping.checks.category import categories
from jiping.checks.check import Objection, Scope, check
from jiping.checks.notion import is_generic
from jiping.checks.quotation import quoted
from jiping.domain.filing import Indicator
from jiping.domain.finding import Severity
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
    tables = [_rows(each) for each in evaluations]
    users: defaultdict[Row, list[int]] = defaultdict(list)
    for at, rows in enumerate(tables):
        for row in rows:
            users[row].append(at)
    rare = {row for row, at in users.items() if _is_rare(len(at), len(evaluations))}
    for at, rows in enumerate(tables) if rare else ():
        shared: defaultdict[int, list[str]] = defaultdict(list)
        for row, indicator in rows.items():
            if row in rare and not is_generic(evaluations[at].pack, indicator):
                for earlier in users[row][: users[row].index(at)]:
                    shared[earlier].append(row[1])
        model = max(shared, key=lambda earlier: len(shared[earlier]), default=None)
        if model is not None and len(shared[model]) >= _FEWEST:
            yield Objection(
                where=shared[model][0],
                message=f"与“{evaluations[model].filing.project}”有 {len(shared[model])} 项指标逐字相同：{quoted(shared[model])}。",
                remedy="请按本项目的内容另设指标，如服务或补助的人数、数量、准确率、完成日期。",
                place=next(each.place for each in rows.values() if each.level3 == shared[model][0]),
                about=evaluations[at],
            )


def _rows(evaluation: Evaluation) -> Mapping[Row, Indicator]:
    """Return the output and benefit rows by what they say."""
    pairs = zip(categories(evaluation), evaluation.filing.rows, strict=True)
    return {
        (category, row.level3, row.target): row
        for category, row in pairs
        if category is not None and not is_blank(row.level3)
    }


def _is_rare(users: int, filings: int) -> bool:
    """True when a row is shared, but not by the unit at large: by two filings, or by at most half of them."""
    return users > 1 and (filings == 2 or 2 * users <= filings)
