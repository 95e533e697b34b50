"""PR04."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import section, sentences
from jiping.checks.quotation import quote
from jiping.checks.wordlist import any_word
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_DIGIT = re.compile(r"\d")


@check(code="PR04", severity=Severity.WARN)
def problem_without_substance(evaluation: Evaluation) -> Iterator[Objection]:
    """存在问题应当写具体。

    为何：只说难度大、困难多，看不出难在哪里、差多少、为什么，措施也就无从谈起。
    反例：实际工作过程中，难度较大，遇到的困难很多。
    正例：由于银行要求面签，37 名申请人中有 12 名因行动不便未能办理。
    """
    problems = section(evaluation, SectionName.PROBLEMS)
    if problems is None:
        return
    pack = evaluation.pack
    hollow, concrete = any_word(pack, "hollow_problem_words"), any_word(pack, "cause_words")
    for sentence in sentences(problems.text):
        if hollow.search(sentence) and not concrete.search(sentence) and not _DIGIT.search(sentence):
            yield Objection(
                where=problems.heading,
                message=f"{quote(sentence)}没有写明难在哪里、差多少、为什么。",
                remedy="请写出具体事项、涉及的数量和原因。",
                place=problems.place,
            )
