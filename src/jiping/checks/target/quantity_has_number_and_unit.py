"""TG06."""

from collections.abc import Iterator

from jiping.checks.category import Category, categories
from jiping.checks.check import Objection, check
from jiping.checks.prose import people, section
from jiping.checks.quotation import quote, quoted
from jiping.checks.wordlist import found
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.scoring.score import Evaluation, RowScore

_NOT_A_COUNT = (ValueKind.PERCENT, ValueKind.YES_NO, ValueKind.PHRASE, ValueKind.TIER)


@check(code="TG06", severity=Severity.WARN, basis="target_measures_2015")
def quantity_has_number_and_unit(evaluation: Evaluation) -> Iterator[Objection]:
    """数量指标应写明数量和计量单位。

    为何：只写 100%，不知道做了多少，也算不出单位成本。
    反例：数量指标“目标任务实际完成率”，目标值 100%。
    正例：数量指标“印制手册册数”，目标值 50000 册。
    说明：覆盖率、参保率一类本来就以比率计量的不报；完成率、达标率说不出做了多少，要报。
    """
    for category, each in zip(categories(evaluation), evaluation.rows, strict=True):
        if category is Category.QUANTITY and _lacks_a_count(evaluation, each):
            told = section(evaluation, SectionName.PERFORMANCE)
            counts = people(told.text) if told else ()
            hint = (
                f"正文已写{quoted(mention.text for mention in counts)}，可据此设定"
                if counts
                else "如人数、件数、册数、次数"
            )
            yield Objection(
                where=each.row.level3,
                message=f"数量指标只写{quote(each.target.text)}，没有数量和计量单位。",
                remedy=f"请写明数量和计量单位（{hint}）。",
                place=each.row.place,
            )


def _lacks_a_count(evaluation: Evaluation, each: RowScore) -> bool:
    kind = each.target.kind
    name = each.row.level3
    if kind is ValueKind.PERCENT and not found(evaluation.pack, "completion_rates", name):
        return found(evaluation.pack, "quantity_rates", name) is None
    return kind in _NOT_A_COUNT and each.target.extra == 0
