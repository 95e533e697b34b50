"""EV02."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jiping.checks.check import Objection, check
from jiping.checks.prose import section, sentences
from jiping.checks.quotation import quote
from jiping.checks.wordlist import any_word, found
from jiping.domain.filing import Section, SectionName
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation

_REACH = 8
_DOCUMENT = re.compile(r"《[^》]+》")
_BREAK = re.compile(r"[，。；《》]")


@check(code="EV02", severity=Severity.WARN, basis="self_evaluation_measures_2020")
def named_document_is_attached(evaluation: Evaluation) -> Iterator[Objection]:
    """正文说到的本单位文件和单据，应列入佐证材料。

    为何：说有而不附，复核人员无从核对；复核时没有佐证的不得分。
    反例：正文写“原始凭证符合要求”“制订《风险管理手册》”，佐证材料一件也没有。
    正例：佐证材料列出《风险管理手册》（2024 年 3 月印发）和凭证号。
    说明：只看评价情况和项目绩效两部分；作为政策依据引用的法规文件不算。
    """
    for part in (SectionName.EVALUATION, SectionName.PERFORMANCE):
        told = section(evaluation, part)
        for document in () if told is None else _named(evaluation.pack, told):
            if told is not None and document.strip("《》") not in _attached(evaluation):
                yield Objection(
                    where=told.heading,
                    message=f"正文说到{quote(document)}，佐证材料中没有。",
                    remedy="请把该文件或单据列入佐证材料，写明名称、文号或编号、日期；没有的，请改写正文。",
                    place=told.place,
                )


@lru_cache(maxsize=256)
def _attached(evaluation: Evaluation) -> str:
    """Return what the table gives as grounds: the last column and the evidence of every row."""
    return " ".join(
        text for each in evaluation.rows for text in (each.row.reason, *map(str, each.row.evidence)) if text
    )


def _named(pack: RulePack, told: Section) -> Iterator[str]:
    """Yield the unit's own documents with their 《》 and the records it claims to hold, each once."""
    documents = [each[0] for each in _DOCUMENT.finditer(told.text) if _is_own(pack, told.text, each.start())]
    if any_word(pack, "claimed_records").search(told.text):
        claims = any_word(pack, "record_claims")
        records = (found(pack, "claimed_records", each) for each in sentences(told.text) if claims.search(each))
        documents += [record for record in records if record is not None]
    yield from dict.fromkeys(documents)


def _is_own(pack: RulePack, text: str, start: int) -> bool:
    """True when a verb shortly before the document says that the unit made it."""
    clause = _BREAK.split(text[max(0, start - _REACH) : start])[-1]
    return found(pack, "issuing_words", clause) is not None
