"""PR05."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import section
from jiping.checks.quotation import quoted
from jiping.checks.wordlist import any_word
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="PR05", severity=Severity.WARN)
def measures_are_requests(evaluation: Evaluation) -> Iterator[Objection]:
    """整改措施应是本单位自己要做的事，不能只向上级提要求。

    为何：请求政府、财政或上级出台政策，不是本单位的整改。
    反例：我们建议推动政府层面出台相关政策，给予参保缴费补贴。
    正例：我中心将在 6 月底前上门走访全部未参保单位；另建议上级延长补贴期限。
    """
    measures = section(evaluation, SectionName.MEASURES)
    if measures is None:
        return
    requests = [match.group() for match in any_word(evaluation.pack, "request_words").finditer(measures.text)]
    if requests and not any_word(evaluation.pack, "own_action_words").search(measures.text):
        yield Objection(
            where=measures.heading,
            message=f"这一部分只有建议（{quoted(requests)}），没有本单位自己的整改措施。",
            remedy="请补写本单位要采取的措施，建议可以另列。",
            place=measures.place,
        )
