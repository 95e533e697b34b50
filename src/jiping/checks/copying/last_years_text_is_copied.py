"""CP03."""

from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.likeness import likeness, most_alike
from jiping.checks.prose import section
from jiping.checks.quotation import quote
from jiping.checks.years import successions
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_OF_THE_YEAR = (SectionName.EVALUATION, SectionName.PERFORMANCE, SectionName.MEASURES)


@check(code="CP03", severity=Severity.WARN, scope=Scope.UNIT)
def last_years_text_is_copied(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """今年的自评不应照搬往年的文字。

    为何：一年有一年的成效和做法；整段沿用往年的话，说明没有按本年情况评价。
    反例：2024 年的“项目绩效”与 2023 年只差一个年份。
    正例：写 2024 年做了什么、比上年好在哪里、差在哪里。
    说明：比较评价情况、项目绩效和整改措施；项目概况逐年相同是正常的，问题重复由 PR09 报告。
    """
    for pair in successions(tuple(evaluations)):
        limits = pair.now.pack.thresholds
        for name in _OF_THE_YEAR:
            old, new = section(pair.before, name), section(pair.now, name)
            if old is None or new is None or len(new.text) < limits["comparable_text_length"]:
                continue
            share = likeness(old.text, new.text)
            if share >= limits["alike_years"]:
                yield Objection(
                    where=new.heading,
                    message=f"这一部分与{pair.year_before}的自评有 {int(share * 100)}% 相同，"
                    f"如{quote(most_alike(new.text, old.text).one)}。",
                    remedy=f"请按 {pair.now.filing.year} 年的实际情况重写。",
                    place=new.place,
                    about=pair.now,
                )
