"""IN05."""

from collections.abc import Iterator

from jiping.checks.category import BENEFIT, OUTPUT, Category, categories
from jiping.checks.check import Objection, check
from jiping.checks.notion import bare
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation, RowScore

_WHAT_WAS_DONE = OUTPUT | BENEFIT


@check(code="IN05", severity=Severity.WARN, basis="target_measures_2015")
def matter_is_counted_once(evaluation: Evaluation) -> Iterator[Objection]:
    """同一件事在一份自评中只应评一次。

    为何：一件事分列两项，得分重复计算；复核时一项计分，另一项按零分处理。
    反例：社会效益“社保业务正常开展”与可持续影响“社保工作正常开展”。
    正例：社会效益写参保人数变化，可持续影响写后续管护或制度安排。
    说明：去掉“工作、业务、的、及”等字后相同，即认作同一件事；名称完全相同的由另一项检查指出。
    """
    seen: dict[str, tuple[Category, RowScore]] = {}
    for category, each in zip(categories(evaluation), evaluation.rows, strict=True):
        matter = bare(evaluation.pack, each.row.level3) if category in _WHAT_WAS_DONE else ""
        if matter and category is not None:
            if matter not in seen:
                seen[matter] = category, each
            elif seen[matter][1].row.level3 != each.row.level3:
                before, first = seen[matter]
                yield Objection(
                    where=each.row.level3,
                    message=f"与{before}中的“{first.row.level3}”说的是同一件事，却作为{category}又评一次。",
                    remedy="请保留一项，另一项换成能反映本类效果的指标。",
                    place=each.row.place,
                )
