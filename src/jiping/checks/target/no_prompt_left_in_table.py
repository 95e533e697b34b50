"""TG12."""

from collections.abc import Iterator
from string import whitespace

from jiping.checks.check import Objection, Scope, check
from jiping.checks.quotation import quote
from jiping.checks.wordlist import any_word, is_one_of
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore

_AFTER_A_LABEL = f"：:.、…\u3000{whitespace}"


@check(code="TG12", severity=Severity.HINT, scope=Scope.ROW)
def no_prompt_left_in_table(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """评分表中不应留着表样印好的提示。

    为何：留着“指标2：……”一类的提示，看不出是没有内容还是漏填。
    反例：三级指标栏写“指标2：……”。
    正例：删去空行，或填写指标名称。
    """
    row = scored.row
    cells = (row.level3, row.target, row.actual, row.reason)
    prompt = next((text for text in cells if text and _is_prompt(pack, text)), None)
    if prompt is not None:
        yield Objection(
            message=f"留有表样的提示{quote(prompt)}。",
            remedy="请换成实际内容；用不着的行请删去。",
        )


def _is_prompt(pack: RulePack, text: str) -> bool:
    if any_word(pack, "table_prompts").search(text):
        return True
    return is_one_of(pack, "prompt_names", text.strip().rstrip(_AFTER_A_LABEL))
