"""NA17."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import occurrences
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FRAMES = re.compile(
    r"(?P<year>20\d\d)\s*(?:年初设定|年度目标|年度绩效|年[^，。；：\n]{0,30}?自评价?(?:得分|等级|等次|结论))"
)


@check(code="NA17", severity=Severity.WARN)
def year_is_the_filings_own(evaluation: Evaluation) -> Iterator[Objection]:
    """标题和结论中的年份应是自评年度。

    为何：年份不对，多半是沿用上年文稿未改，内容也可能是上年的。
    反例：2024 年度自评的结论写“2023 年项目自评价得分为 99 分”。
    正例：标题、结论和目标都写 2024 年。
    """
    filing = evaluation.filing
    if filing.year is None:
        return
    year = str(filing.year)
    titled = _YEAR.findall(filing.title or "")
    if titled and year not in titled:
        yield Objection(
            where="标题",
            message=f"标题中的年份是 {titled[0]}，自评年度是 {year}。",
            remedy="请核对年份，并检查正文是否为上年文稿。",
        )
    for section, match in occurrences(_FRAMES, evaluation):
        if match["year"] != year:
            yield Objection(
                where=section.heading,
                message=f"“{match.group()}”中的年份是 {match['year']}，自评年度是 {year}。",
                remedy="请核对年份，并检查内容是否为上年文稿。",
                place=section.place,
            )
