"""NA11."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import has_figure, sections, sentences, whole_text
from jiping.checks.quotation import quoted
from jiping.checks.wordlist import any_word
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="NA11", severity=Severity.WARN)
def unproven_claim(evaluation: Evaluation) -> Iterator[Objection]:
    """成效和排名要有数据证明。

    为何：“成效明显”“第一方阵”没有数据和出处，复核时无法采信。
    反例：项目社会效益明显；排名处于第一方阵。
    正例：南通市考核通报（2025 年 1 月）中列 7 个县（市、区）第 2 位。
    说明：同一句中另有数据（满意度除外）的不报告。
    """
    claims = any_word(evaluation.pack, "vague_claims")
    if not claims.search(whole_text(evaluation)):
        return
    satisfaction = any_word(evaluation.pack, "satisfaction_sentence_words")
    for _, section in sections(evaluation):
        bare = [
            match.group()
            for sentence in sentences(section.text)
            for match in claims.finditer(sentence)
            if not has_figure(sentence) or satisfaction.search(sentence)
        ]
        if bare:
            yield Objection(
                where=section.heading,
                message=f"{quoted(bare)}没有数据或出处证明。",
                remedy="请写出数据、对比和出处；没有依据的删去。",
                place=section.place,
            )
