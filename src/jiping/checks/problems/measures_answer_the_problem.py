"""PR03."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.phrasebook import phrasebook
from jiping.checks.prose import section
from jiping.checks.silence import says_none
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import Evaluation


@check(code="PR03", severity=Severity.WARN, rests_on=(Figure.TARGET, Figure.ACTUAL))
def measures_answer_the_problem(evaluation: Evaluation) -> Iterator[Objection]:
    """整改措施应当针对所写的问题。

    为何：措施与问题说的不是一回事，问题就没有人去解决。
    反例：问题是“扩面空间越来越小”，措施是“加强项目资金管理”；预算执行率已达 100%，措施却是加强预算执行。
    正例：问题是“扩面空间越来越小”，措施是“上门走访未参保单位，逐户宣传政策”。
    说明：只在问题和措施的主题都能认出、又完全不同的时候提出；认不出主题的不判断。
    """
    problems = section(evaluation, SectionName.PROBLEMS)
    measures = section(evaluation, SectionName.MEASURES)
    if problems is None or measures is None:
        return
    answered = _topics(measures.text, evaluation.pack)
    if says_none(problems.text, evaluation.pack):
        raised = set()
        fault = "而预算执行率已达到指标值" if answered == {"预算执行"} and _fully_executed(evaluation) else ""
    else:
        raised = _topics(problems.text, evaluation.pack)
        fault = f"而问题说的是{'、'.join(sorted(raised))}" if raised and answered.isdisjoint(raised) else ""
    if answered and fault:
        yield Objection(
            where=measures.heading,
            message=f"措施说的是{'、'.join(sorted(answered))}，{fault}。",
            remedy="请改写为能解决问题、补上差距的措施。",
            place=measures.place,
        )


def _topics(text: str, pack: RulePack) -> set[str]:
    return {str(row["topic"]) for _, row in phrasebook(pack, "problem_topics").hits(text)}


def _fully_executed(evaluation: Evaluation) -> bool:
    return any(each.kind is IndicatorKind.EXECUTION and each.met for each in evaluation.rows)
