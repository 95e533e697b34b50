"""NA08."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.phrasebook import phrasebook
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="NA08", severity=Severity.WARN)
def outdated_name(evaluation: Evaluation) -> Iterator[Objection]:
    """已经撤销、更名或废止的机构、制度和文件，不能再作为现行的写。

    为何：用旧名称说明依据来自旧文件，可能已经失效。
    反例：2024 年的自评写“劳动保障行政部门”。
    正例：人力资源社会保障行政部门。
    说明：只在更名以后的年度报告；写作“原某某局”的不报告。
    """
    filing = evaluation.filing
    year = evaluation.pack.as_of.year if filing.year is None else filing.year
    said: set[str] = set()
    for section, words, row in phrasebook(evaluation.pack, "outdated_names").occurrences(evaluation):
        quoted_as_former = f"原{words}" in section.text
        if words not in said and not quoted_as_former and year >= int(str(row["since"])):
            said.add(words)
            yield Objection(
                where=section.heading,
                message=f"“{words}”自 {row['since']} 年起已改为“{row['now']}”。",
                remedy=f"请核对现行规定后改写；引用旧文件原文的，请注明现为“{row['now']}”。",
                place=section.place,
            )
