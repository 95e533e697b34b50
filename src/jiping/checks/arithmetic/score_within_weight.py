"""AR03."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import lines_in_total
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(
    code="AR03", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.SCORE, Figure.WEIGHT)
)
def score_within_weight(evaluation: Evaluation) -> Iterator[Objection]:
    """每行得分应在零分与分值之间。

    为何：得分超过分值或为负数，会让总得分失去满分的限度。
    反例：分值 10 分的指标得 12 分。
    正例：分值 10 分的指标得 9 分。
    说明：表上印明加分办法的行（如“加分项”）不在此列。
    """
    bonus = any_word(evaluation.pack, "bonus_words")
    for line in lines_in_total(evaluation):
        if line.score is None or line.weight is None or 0 <= line.score <= line.weight:
            continue
        if any(bonus.search(text or "") for text in (line.level1, line.level2, line.level3, line.reason)):
            continue
        limit = "低于 0 分" if line.score < 0 else f"超过分值 {plain(line.weight)} 分"
        yield Objection(
            where=line.level3,
            message=f"得分 {plain(line.score)} 分，{limit}。",
            remedy="请核对这一行的得分和分值；确有加分办法的，请在评分依据中写明。",
            place=line.place,
        )
