"""FU11."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jiping.checks.check import Objection, check
from jiping.checks.prose import occurrences
from jiping.domain.finding import Severity
from jiping.domain.words import alternatives
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation


@check(code="FU11", severity=Severity.WARN)
def prepaid_and_settled_amounts_are_stated(evaluation: Evaluation) -> Iterator[Objection]:
    """写到预付和清算的，应写明预付数和清算数。

    为何：执行率应按清算数计算；只写规则不写数，看不出多退少补的结果。
    反例：贴息资金每年预付一次，年末审核清算。
    正例：年初预付 0.50 万元，年末清算应付 0.39 万元，退回 0.11 万元。
    """
    pack = evaluation.pack
    prepaid = next(occurrences(_said(pack, "prepaid_words"), evaluation), None)
    settled = next(occurrences(_said(pack, "settled_words"), evaluation), None) if prepaid else None
    if prepaid is None or settled is None:
        return
    parts = (("预付数", "prepaid_words"), ("清算数", "settled_words"))
    missing = [name for name, entry in parts if next(occurrences(_with_amount(pack, entry), evaluation), None) is None]
    if missing:
        told, _ = prepaid
        yield Objection(
            where=told.heading,
            message=f"写到“{prepaid[1].group()}”“{settled[1].group()}”，没有写{'和'.join(missing)}。",
            remedy="请写明预付、清算、补付或退回的金额，并按清算数计算执行率。",
            place=told.place,
        )


@lru_cache(maxsize=64)
def _said(pack: RulePack, entry: str) -> re.Pattern[str]:
    return re.compile(alternatives(pack.words(entry)))


@lru_cache(maxsize=64)
def _with_amount(pack: RulePack, entry: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(pack.words(entry))})[^\d，,。；;\n]{{0,10}}\d[\d,.]*\s*[万亿]?元")
