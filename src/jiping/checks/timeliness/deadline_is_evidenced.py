"""TM01."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jiping.checks.blanks import is_blank
from jiping.checks.category import Category, category_of
from jiping.checks.check import Objection, check
from jiping.checks.prose import sections
from jiping.checks.quotation import quote
from jiping.domain.filing import Section
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.domain.words import alternatives
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation

_SPAN = r"[^，。；]{0,2}?\s*[\d一二三四五六七八九十两]+\s*个?\s*(?:工作日|月|日|天|年)\s*之?\s*内"
_TIMED = (ValueKind.DATE, ValueKind.PERIOD, ValueKind.DURATION)


@check(code="TM01", severity=Severity.WARN, basis="self_evaluation_measures_2020")
def deadline_is_evidenced(evaluation: Evaluation) -> Iterator[Objection]:
    """正文写明期限的，评分表应有完成日期。

    为何：只答“及时”，看不出是否在规定期限内办完。
    反例：正文写“业务年度结束后 3 个月内送达”，时效指标只写“及时”。
    正例：时效指标“对账单送达日期”，目标值 3 月 31 日前，实际 3 月 20 日。
    """
    told = _deadline(evaluation)
    if told is not None and not any(
        value.kind in _TIMED for each in evaluation.rows for value in (each.target, each.actual)
    ):
        section, deadline = told
        timely = next((e for e in evaluation.rows if category_of(evaluation.pack, e.row) is Category.TIMELINESS), None)
        if timely is not None and (is_blank(timely.row.level3) or is_blank(timely.row.actual)):
            return
        answer = (
            "评分表没有时效指标" if timely is None else f"时效指标“{timely.row.level3}”只写{quote(timely.actual.text)}"
        )
        yield Objection(
            where=section.heading if timely is None else timely.row.level3,
            message=f"正文写明“{deadline}”，{answer}，没有完成日期。",
            remedy="请以期限为目标值、实际完成日期为完成值，并附能证明日期的材料。",
            place=section.place if timely is None else timely.row.place,
        )


def _deadline(evaluation: Evaluation) -> tuple[Section, str] | None:
    """Return the first deadline told in the narrative, with its section."""
    pattern = _pattern(evaluation.pack)
    for _, told in sections(evaluation):
        if "内" in told.text:
            match = pattern.search(told.text)
            if match is not None:
                return told, "".join(match[0].split())
    return None


@lru_cache(maxsize=64)
def _pattern(pack: RulePack) -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(pack.words('deadline_starts'))}){_SPAN}")
