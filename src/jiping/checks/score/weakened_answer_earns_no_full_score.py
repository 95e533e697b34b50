"""SC12."""

from collections.abc import Iterator

from jiping.checks.check import CannotRun, Objection, check
from jiping.checks.quotation import quote
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation, RowScore


@check(
    code="SC12",
    severity=Severity.WARN,
    basis="self_evaluation_measures_2020",
    rests_on=(Figure.TARGET, Figure.ACTUAL, Figure.SCORE),
)
def weakened_answer_earns_no_full_score(evaluation: Evaluation) -> Iterator[Objection]:
    """完成情况打了折扣的定性指标，不应填满分。

    为何：目标是“健全”，完成“基本健全”，就没有完全达到；满分没有依据。
    反例：目标值“健全”，实际完成值“基本健全”，分值 15 分，得 15 分。
    正例：目标值“健全”，实际完成值“基本健全”，得 12 分，并写明还缺哪项制度。
    说明：文字不同、程序又看不出是否打了折扣的，不下结论，只提请人核对。
    """
    unclear = [each for each in evaluation.rows if _is_full_for_words(each)]
    weakened = [each for each in unclear if _is_weakened(each, evaluation.pack)]
    for each in weakened:
        yield Objection(
            where=each.row.level3,
            message=f"目标值{quote(each.target.text)}，实际完成值{quote(each.actual.text)}，没有完全达到而填满分，程序无法计分。",
            remedy="请按达到的程度计分，并在最后一栏写明差在哪里；确已达到的，请照目标值的说法填写。",
            place=each.row.place,
        )
    others = len(unclear) - len(weakened)
    if others:
        name = next(each.row.level3 for each in unclear if each not in weakened)
        raise CannotRun(f"“{name}”等 {others} 行的目标值和实际完成值是不同的文字，填了满分，是否达到须由人判断。")


def _is_full_for_words(each: RowScore) -> bool:
    """Tell whether the row claims its full weight with words the rules cannot compare."""
    if each.met is not None or each.points is not None or each.row.score is None or each.row.score != each.row.weight:
        return False
    return not any(value.is_measured or value.kind is ValueKind.BLANK for value in (each.target, each.actual))


def _is_weakened(each: RowScore, pack: RulePack) -> bool:
    """Tell whether the actual holds back where the target does not: 健全 → 基本健全."""
    holds_back = any_word(pack, "weakening_words")
    return holds_back.search(each.actual.text) is not None and holds_back.search(each.target.text) is None
