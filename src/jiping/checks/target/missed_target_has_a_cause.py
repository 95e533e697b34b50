"""TG01."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import section, sentences
from jiping.checks.silence import says_something
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.scoring.ground import own_words
from jiping.scoring.score import Evaluation


@check(
    code="TG01", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.TARGET, Figure.ACTUAL)
)
def missed_target_has_a_cause(evaluation: Evaluation) -> Iterator[Objection]:
    """未完成的指标应说明原因。

    为何：未达目标而不说明原因，评价就只剩扣分，问题无从整改。
    反例：满意度目标 98%，实际 97%，评分依据空白，存在问题写“无”。
    正例：同一指标在偏差原因中写明：窗口搬迁期间排队时间较长，影响满意度，已于 9 月恢复。
    说明：原因写在该行最后一栏，或在存在问题、整改措施中说到这项指标，都算说明。
    """
    for each in evaluation.rows:
        if each.met is False and not says_something(evaluation.pack, own_words(each)):
            name = each.row.level3
            if not _explained(evaluation, name):
                yield Objection(
                    where=name,
                    message=f"目标值 {each.target.text}，实际完成值 {each.actual.text}，未达到目标，全篇没有说明原因。",
                    remedy="请在本行最后一栏写明未完成的原因和改进措施，并在存在问题中如实反映。",
                    place=each.row.place,
                )


def _explained(evaluation: Evaluation, name: str) -> bool:
    pack = evaluation.pack
    for part in (SectionName.PROBLEMS, SectionName.MEASURES):
        told = section(evaluation, part)
        if told is not None:
            if any_word(pack, "general_shortfalls").search(told.text):
                return True
            shortfall = any_word(pack, "shortfall_words")
            if any(_speaks_of(pack, name, each) and shortfall.search(each) for each in sentences(told.text)):
                return True
    return False


def _speaks_of(pack: RulePack, name: str, sentence: str) -> bool:
    """True when the sentence names the indicator, or half of its name, or satisfaction for a satisfaction row."""
    satisfaction = any_word(pack, "satisfaction_words")
    if name in sentence or (satisfaction.search(name) and satisfaction.search(sentence)):
        return True
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    return 2 * sum(pair in sentence for pair in pairs) >= len(pairs) > 0
