"""FU17."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jiping.checks.check import Objection, check
from jiping.checks.prose import figured, whole_text
from jiping.checks.wordlist import any_word
from jiping.domain.finding import Severity
from jiping.domain.words import alternatives
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation

_ENDING = 4  # characters by which a payment's name is recognised elsewhere: 居转企参保补助 → 参保补助


@check(code="FU17", severity=Severity.WARN, basis="budget_law_57")
def paid_item_has_basis_and_indicator(evaluation: Evaluation) -> Iterator[Objection]:
    """发出的款项应有依据、目标和指标。

    为何：只在结果里出现的款项，看不出凭什么发、该发多少、发得对不对。
    反例：69 人领取延长缴费期生活费 20.17 万元，概况没有依据，评分表没有指标。
    正例：概况写明发放文件和标准，评分表设“生活费发放人数”。
    """
    pack = evaluation.pack
    for told in figured(evaluation):
        item = _paid_item(pack).search(told.text) if told.money else None
        if item is None or _known_elsewhere(evaluation, item["item"]):
            continue
        if any_word(pack, "payment_basis_words").search(told.text):
            continue
        figures = "、".join(mention.text for mention in (*told.people[:1], *told.money[:1]))
        yield Objection(
            where=told.section.heading,
            message=f"“{item['item']}”（{figures}）没有依据，没有目标，也没有指标。",
            remedy="请写明发放依据和标准，在评分表中设相应指标；不属本项目的，请剔除。",
            place=told.section.place,
        )


def _known_elsewhere(evaluation: Evaluation, item: str) -> bool:
    filing = evaluation.filing
    ending = item[-_ENDING:]
    if ending in (filing.project or "") or whole_text(evaluation).count(ending) > 1:
        return True
    return any(ending in f"{row.level3}{row.reason}" for row in filing.rows)


@lru_cache(maxsize=64)
def _paid_item(pack: RulePack) -> re.Pattern[str]:
    """Matches a payment verb with the name of what is paid: 领取延长缴费期生活费."""
    verbs, endings = alternatives(pack.words("payment_verbs")), alternatives(pack.words("payment_endings"))
    return re.compile(rf"(?:{verbs})(?:了)?(?P<item>[\u4e00-\u9fff]{{1,12}}(?:{endings}))(?![\u4e00-\u9fff]*标准)")
