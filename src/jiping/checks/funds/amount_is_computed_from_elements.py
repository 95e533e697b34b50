"""FU15."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jiping.checks.check import Objection, check
from jiping.checks.prose import section, whole_text
from jiping.checks.wordlist import alternatives, texts
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation


@check(code="FU15", severity=Severity.WARN, basis="target_measures_2015")
def amount_is_computed_from_elements(evaluation: Evaluation) -> Iterator[Objection]:
    """金额应写明由哪些数算出。

    为何：只有总数，看不出数量、单价是否合理，也无法与上年比较。
    反例：手册印刷费支出 5 万元，没有册数、单价、领取人数。
    正例：印制 20000 册，单价 2.5 元，共 5 万元，发给新参保人员 18600 人。
    """
    filing = evaluation.filing
    needed = [element for element in _elements(evaluation.pack) if element[0].search(filing.project or "")]
    if not needed:
        return
    cells = "\n".join(f"{row.level3}{row.target} {row.actual} {row.reason}" for row in filing.rows)
    text = f"{whole_text(filing)}\n{cells}"
    missing = [name for _, name, shown in needed if not shown.search(text)]
    if missing:
        told = section(filing, SectionName.OVERVIEW)
        yield Objection(
            where="项目资金" if told is None else told.heading,
            message=f"金额由哪些数算出没有写全，缺{'、'.join(missing)}。",
            remedy="请在项目概况或评分表中补写这些数。",
            place=None if told is None else told.place,
        )


@lru_cache(maxsize=64)
def _elements(pack: RulePack) -> tuple[tuple[re.Pattern[str], str, re.Pattern[str]], ...]:
    """Return for each row of the table: which projects it is for, the element, what in a text shows it."""
    return tuple(
        (
            re.compile(alternatives(texts(row, "projects"))),
            str(row["element"]),
            re.compile("|".join(_shown_by(texts(row, "words"), texts(row, "units")))),
        )
        for row in pack.table("amount_elements")
    )


def _shown_by(words: tuple[str, ...], units: tuple[str, ...]) -> Iterator[str]:
    if words:
        yield rf"(?:{alternatives(words)})[^\d，,。；;：:\n]{{0,8}}\d"
    if units:
        yield rf"\d\s*万?\s*(?:{alternatives(units)})"
