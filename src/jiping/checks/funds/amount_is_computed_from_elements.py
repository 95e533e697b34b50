"""FU15."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jiping.checks.check import Objection, check
from jiping.checks.prose import section, whole_text
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.words import alternatives, any_of
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import texts
from jiping.scoring.score import Evaluation


@check(code="FU15", severity=Severity.WARN, basis="target_measures_2015")
def amount_is_computed_from_elements(evaluation: Evaluation) -> Iterator[Objection]:
    """金额应写明由哪些数算出。

    为何：只有总数，看不出数量、单价是否合理，也无法与上年比较。
    反例：手册印刷费支出 5 万元，没有册数、单价、领取人数。
    正例：印制 20000 册，单价 2.5 元，共 5 万元，发给新参保人员 18600 人。
    """
    filing = evaluation.filing
    untold = [
        (name, shown)
        for name, shown in _needed(evaluation.pack, filing.project)
        if not shown.search(whole_text(evaluation))
    ]
    if not untold:
        return
    cells = "\n".join(f"{row.level3}{row.target} {row.actual} {row.reason}" for row in filing.rows)
    missing = [name for name, shown in untold if not shown.search(cells)]
    if missing:
        told = section(evaluation, SectionName.OVERVIEW)
        yield Objection(
            where="项目资金" if told is None else told.heading,
            message=f"金额由哪些数算出没有写全，缺{'、'.join(missing)}。",
            remedy="请在项目概况或评分表中补写这些数。",
            place=None if told is None else told.place,
        )


@lru_cache(maxsize=1024)
def _needed(pack: RulePack, project: str | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the elements a project of this name must tell, each with what in a text shows it."""
    return tuple(
        (str(row["element"]), re.compile("|".join(_shown_by(texts(row, "words"), texts(row, "units")))))
        for row in pack.table("amount_elements")
        if any_of(texts(row, "projects")).search(project or "")
    )


def _shown_by(words: tuple[str, ...], units: tuple[str, ...]) -> Iterator[str]:
    if words:
        yield rf"(?:{alternatives(words)})[^\d，,。；;：:\n]{{0,8}}\d"
    if units:
        yield rf"\d\s*万?\s*(?:{alternatives(units)})"
