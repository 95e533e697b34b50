"""TY02."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import sections, whole_text
from jiping.checks.quotation import around, quoted
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_MARK = re.compile(r",|;|:|\?|!|\([^()\n]*\)")
_CHINESE_BEFORE = re.compile(r"[一-鿿”》）]\s?$")
_CHINESE_AFTER = re.compile(r"\s?[一-鿿“《（]")
_CHINESE = re.compile(r"[一-鿿]")


@check(code="TY02", severity=Severity.HINT, basis="punctuation_standard")
def half_width_punctuation(evaluation: Evaluation) -> Iterator[Objection]:
    """中文里应使用全角标点。

    为何：半角逗号、括号、分号夹在汉字中间，字距不齐，也不合标点用法。
    反例：提升社会保障水平,加快推动城镇化建设进程。
    正例：提升社会保障水平，加快推动城镇化建设进程。
    说明：数字和外文之间的半角标点不报告。
    """
    if not _MARK.search(whole_text(evaluation)):
        return
    for _, section in sections(evaluation):
        found = [around(section.text, match) for match in _MARK.finditer(section.text) if _is_misused(match)]
        if found:
            yield Objection(
                where=section.heading,
                message=f"有 {len(found)} 处半角标点：{quoted(found)}。",
                remedy="请改为全角标点。",
                place=section.place,
            )


def _is_misused(mark: re.Match[str]) -> bool:
    """True when Chinese stands before, after or inside the mark."""
    text = mark.string
    beside = _CHINESE_BEFORE.search(text, max(0, mark.start() - 2), mark.start()) or _CHINESE_AFTER.match(
        text, mark.end()
    )
    return beside is not None or _CHINESE.search(mark.group()) is not None
