"""FU19."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jiping.checks.check import Objection, check
from jiping.checks.prose import occurrences
from jiping.domain.finding import Severity
from jiping.domain.words import alternatives
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation

_WINDOW = re.compile(r"(20\d\d)\s*年\s*(\d{1,2})\s*月(?:\s*\d{1,2}\s*日)?\s*(?:至|到|-|—|－|～|~)+\s*20\d\d\s*年")


@check(code="FU19", severity=Severity.WARN)
def project_is_as_old_as_its_policy(evaluation: Evaluation) -> Iterator[Objection]:
    """项目设立年度与政策起算时间应衔接。

    为何：项目晚于政策起算时间设立，之前应付的钱由谁付、是否补付，须交代清楚。
    反例：2022 年新增项目，补助 2021 年 1 月至 2025 年 12 月参保的人员。
    正例：2022 年新增项目，补助 2022 年 1 月起参保的人员。
    """
    window = next(occurrences(_WINDOW, evaluation), None)
    opened = next(occurrences(_opened(evaluation.pack), evaluation), None) if window else None
    if window is None or opened is None:
        return
    section, project = opened
    start = window[1]
    if int(start[1]) < int(project[1]):
        yield Objection(
            where=section.heading,
            message=f"项目“{project.group()}”，政策自 {start[1]} 年 {start[2]} 月起算，早于设立年度。",
            remedy="请说明设立以前的人和钱怎样处理，有无补付。",
            place=section.place,
        )


@lru_cache(maxsize=64)
def _opened(pack: RulePack) -> re.Pattern[str]:
    return re.compile(rf"(20\d\d)\s*年\s*(?:{alternatives(pack.words('opening_words'))})")
