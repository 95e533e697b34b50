"""NA12."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import section
from jiping.checks.wordlist import any_word
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="NA12", severity=Severity.WARN)
def slogan_instead_of_measure(evaluation: Evaluation) -> Iterator[Objection]:
    """整改措施不能写成口号。

    为何：口号没有动作、对象和结果，既不能落实，也无法检查。
    反例：用制度管资金，杜绝一切腐败现象。
    正例：10 万元以上支出由财务科、业务科双人复核，每季度通报一次。
    """
    measures = section(evaluation, SectionName.MEASURES)
    if measures is None:
        return
    slogan = any_word(evaluation.pack, "slogans").search(measures.text)
    if slogan is not None:
        yield Objection(
            where=measures.heading,
            message=f"“{slogan.group()}”是口号，不是可以落实的措施。",
            remedy="请改写为具体做法，写明做什么、由谁做、怎样检查。",
            place=measures.place,
        )
