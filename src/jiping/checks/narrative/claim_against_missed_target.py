"""NA06."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import occurrences
from jiping.checks.shortfall import missed, told
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(
    code="NA06", severity=Severity.WARN, basis="self_evaluation_measures_2020", rests_on=(Figure.TARGET, Figure.ACTUAL)
)
def claim_against_missed_target(evaluation: Evaluation) -> Iterator[Objection]:
    """有指标未完成的，不能写“达到了预期效果”。

    为何：预期就是年初指标值；没有达到而写达到，正文与评分表矛盾。
    反例：满意度指标值 98%，实际 97%，正文写“达到了预期效果”。
    正例：除满意度 97% 略低于指标值 98% 外，其他指标均已完成。
    """
    rows = missed(evaluation)
    if not rows:
        return
    claims = occurrences(any_word(evaluation.pack, "goal_reached_claims"), evaluation)
    first = next(claims, None)
    if first is not None:
        section, match = first
        yield Objection(
            where=section.heading,
            message=f"写有“{match.group()}”，但{'；'.join(map(told, rows))}，没有达到。",
            remedy="请如实写明哪些指标完成、哪些未完成。",
            place=section.place,
        )
