"""NA13."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import occurrences
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_FIGURE = r"内?[^。；;，\n\d]{0,12}+\d[\d,.]*+\s*+[万亿]?+\s*+(?![年月%])"
_WITHIN = re.compile("|".join(f"{word}{_FIGURE}" for word in ("范围", "全域", "全境", "境", "辖区")))
_AREA = re.compile(r"(?:全[国省]|[一-鿿]{2}[省市州盟])$")


@check(code="NA13", severity=Severity.WARN)
def figure_of_a_superior(evaluation: Evaluation) -> Iterator[Objection]:
    """本单位的自评要写本单位的数，不能只写上级地区的数。

    为何：全省、全市的任务数不是本单位的任务，不能用来说明本单位完成了多少。
    反例：县级单位写“将南通市范围内29.2万城乡居民转为企业职工养老保险”，没有写本县任务。
    正例：南通市范围内 29.2 万人，其中本市任务 3.1 万人，2024 年完成 4542 人。
    说明：只认部署任务的地区（某市委、某市政府）“范围内”“辖区”之后的数字；同一句另写“其中”的不报告。
    """
    unit = evaluation.filing.unit
    if unit is None:
        return
    for section, match in occurrences(_WITHIN, evaluation):
        area = _AREA.search(section.text, 0, match.start())
        rest = section.text[match.end() :].partition("。")[0]
        if area is not None and _is_superior(area.group(), unit, section.text) and "其中" not in rest:
            yield Objection(
                where=section.heading,
                message=f"“{area.group()}{match.group()}”是{area.group()}的数，不是{unit}的数。",
                remedy="请写明其中本单位的任务数和完成数。",
                place=section.place,
            )


def _is_superior(area: str, unit: str, text: str) -> bool:
    orders = area.startswith("全") or f"{area}委" in text or f"{area}政府" in text or f"{area}人民政府" in text
    return orders and area not in unit
