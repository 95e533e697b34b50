"""TY02."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import sections, whole_text
from jiping.checks.punctuation import misused_marks
from jiping.checks.quotation import around, quoted
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="TY02", severity=Severity.HINT, basis="punctuation_standard")
def half_width_punctuation(evaluation: Evaluation) -> Iterator[Objection]:
    """中文里应使用全角标点。

    为何：半角逗号、括号、分号夹在汉字中间，字距不齐，也不合标点用法。
    反例：提升社会保障水平,加快推动城镇化建设进程。
    正例：提升社会保障水平，加快推动城镇化建设进程。
    说明：数字和外文之间的半角标点不报告。
    """
    if next(misused_marks(whole_text(evaluation)), None) is None:
        return
    for _, section in sections(evaluation):
        found = [around(section.text, match) for match in misused_marks(section.text)]
        if found:
            yield Objection(
                where=section.heading,
                message=f"有 {len(found)} 处半角标点：{quoted(found)}。",
                remedy="请改为全角标点。",
                place=section.place,
            )
