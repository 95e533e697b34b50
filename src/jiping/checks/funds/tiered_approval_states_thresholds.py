"""FU16."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import amounts, occurrences
from jiping.checks.wordlist import any_word
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="FU16", severity=Severity.WARN)
def tiered_approval_states_thresholds(evaluation: Evaluation) -> Iterator[Objection]:
    """写了分级审批的，应写明各级的金额界限。

    为何：没有界限，分级审批就无法检查是否执行。
    反例：根据资金支出的规模进行分类审批。
    正例：5000 元以下由科室负责人审批，5000 元至 2 万元由分管领导审批。
    """
    tiered = any_word(evaluation.pack, "tiered_approval_words")
    for section, found in occurrences(tiered, evaluation):
        start = section.text.rfind("。", 0, found.start()) + 1
        end = section.text.find("。", found.end())
        sentence = section.text[start : end if end >= 0 else None]
        if not amounts(sentence):
            yield Objection(
                where=section.heading,
                message=f"写到“{found.group()}”，没有写各级的金额界限。",
                remedy="请写明各级审批的金额和审批人，或注明制度名称和条款。",
                place=section.place,
            )
            return
