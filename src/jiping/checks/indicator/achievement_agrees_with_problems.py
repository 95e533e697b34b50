"""IN10."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jiping.checks.blanks import is_blank
from jiping.checks.check import Objection, check
from jiping.checks.prose import section, sentences
from jiping.checks.quotation import quote
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.words import any_of
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import texts
from jiping.scoring.score import Evaluation, RowScore


@check(
    code="IN10", severity=Severity.WARN, basis="self_evaluation_measures_2020", rests_on=(Figure.TARGET, Figure.ACTUAL)
)
def achievement_agrees_with_problems(evaluation: Evaluation) -> Iterator[Objection]:
    """评分表的结论不应与存在问题相矛盾。

    为何：表上说做到了，文中说做不到，两者必有一处不实。
    反例：指标“实现全民参保”答“是”，存在问题却说“扩面任务不断加大，扩面空间越来越小”。
    正例：指标改为“参保率”，目标值 ≥98%，实际 97.6%，存在问题说明差距在哪些人群。
    """
    told = section(evaluation, SectionName.PROBLEMS)
    if told is None or not _contraries(evaluation.pack).search(told.text):
        return
    for claim in evaluation.pack.table("contradictions"):
        contrary = next((word for word in texts(claim, "contrary") if word in told.text), None)
        if contrary is not None:
            sentence = next(each for each in sentences(told.text) if contrary in each)
            for each in evaluation.rows:
                if each.met is not False and _claims(each, texts(claim, "claims")):
                    yield Objection(
                        where=each.row.level3,
                        message=f"实际完成值“{each.actual.text}”，{told.heading}却写：{quote(sentence.rstrip('。；;'))}。",
                        remedy="请核实：确已做到的，修改存在问题；尚未做到的，按实际填写完成值并相应扣分。",
                        place=each.row.place,
                    )


@lru_cache(maxsize=64)
def _contraries(pack: RulePack) -> re.Pattern[str]:
    """Matches what contradicts any claim of the table."""
    return any_of(tuple(word for claim in pack.table("contradictions") for word in texts(claim, "contrary")))


def _claims(each: RowScore, words: tuple[str, ...]) -> bool:
    return not is_blank(each.row.actual) and any(word in each.row.level3 for word in words)
