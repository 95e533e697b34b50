"""NA22."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="NA22", severity=Severity.BLOCK)
def draft_is_finished(evaluation: Evaluation) -> Iterator[Objection]:
    """草稿应由人改定，不得留有草稿标记和待填空白。

    为何：草稿只把数据填进固定句式，原因、措施、责任人都要由了解情况的人写。
    反例：【草稿】1. 服务对象满意度完成 96%，低于年初指标值 98%。原因：〔待填：原因〕。
    正例：服务对象满意度完成 96%，低于年初指标值 98%，原因是邮寄地址未及时更新、退信较多。
    """
    templates = evaluation.pack.drafts
    mark = templates["mark"]
    opening, _, closing = templates["blank"].partition("{label}")
    for _, section in evaluation.filing.narrative.sections():
        left = [f"草稿标记“{mark}”"] if mark in section.text else []
        if opening in section.text:
            blanks = re.findall(f"{re.escape(opening)}(.*?){re.escape(closing)}", section.text)
            left.append(f"待填空白 {len(blanks)} 处（{'、'.join(dict.fromkeys(blanks))}）")
        if left:
            yield Objection(
                where=section.heading,
                message=f"留有{'和'.join(left)}。",
                remedy="请补写空白、核改文字，定稿后删去草稿标记。",
                place=section.place,
            )
