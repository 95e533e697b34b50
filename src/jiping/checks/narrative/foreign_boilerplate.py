"""NA04."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.phrasebook import phrasebook
from jiping.checks.quotation import quote
from jiping.domain.finding import Severity
from jiping.domain.words import any_of
from jiping.rulepack.table import texts
from jiping.scoring.score import Evaluation


@check(code="NA04", severity=Severity.WARN)
def foreign_boilerplate(evaluation: Evaluation) -> Iterator[Objection]:
    """正文不应有与本项目无关的套话。

    为何：从别的项目抄来的句子，说的不是本项目的钱和事。
    反例：打印纸项目写“确保按政策使用运行维护资金”。
    正例：写“确保打印纸经费专款专用”。
    说明：项目名称或指标中出现相关字样的不报告。
    """
    filing = evaluation.filing
    said: set[str] = set()
    for section, words, row in phrasebook(evaluation.pack, "foreign_phrases").occurrences(evaluation):
        subject = "，".join((filing.project or "", filing.unit or "", *(each.level3 for each in filing.rows)))
        if words not in said and not any_of(texts(row, "subjects")).search(subject):
            said.add(words)
            yield Objection(
                where=section.heading,
                message=f"“{words}”是{row['of']}项目的用语，与本项目{quote(filing.project or '')}不符。",
                remedy="请改写为本项目的资金和内容。",
                place=section.place,
            )
