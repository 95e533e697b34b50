"""NA18."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.phrasebook import phrasebook
from jiping.checks.prose import sections, whole_text
from jiping.checks.quotation import quoted
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="NA18", severity=Severity.WARN)
def printed_prompt_left(evaluation: Evaluation) -> Iterator[Objection]:
    """表样中的填写提示应当删去。

    为何：提示语和空白占位留在正式文稿里，说明这一处没有认真填写。
    反例：（100字以内）；结合自评情况……；20XX 年 X 月。
    正例：写自己的内容，不留提示语。
    """
    pattern = phrasebook(evaluation.pack, "printed_prompts").pattern
    if not pattern.search(whole_text(evaluation)):
        return
    for _, section in sections(evaluation):
        left = [match.group() for match in pattern.finditer(section.text)]
        if left:
            yield Objection(
                where=section.heading,
                message=f"留有填写提示{quoted(left)}。",
                remedy="请删去提示语，填写实际内容。",
                place=section.place,
            )
