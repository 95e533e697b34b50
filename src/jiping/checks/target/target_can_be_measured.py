"""TG03."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import has_figure, sentences_with
from jiping.checks.quotation import quote
from jiping.checks.wordlist import any_word, found, is_one_of
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation, RowScore

_CLEAR = frozenset({ValueKind.DATE, ValueKind.PERIOD, ValueKind.BLANK, ValueKind.TIER})


@check(code="TG03", severity=Severity.WARN, basis="target_measures_2015")
def target_can_be_measured(evaluation: Evaluation) -> Iterator[Objection]:
    """目标应细化量化，谁来量都是同一个结果。

    为何：量不出的目标怎么说都算完成，得分没有意义。
    反例：年度目标“全面完成上级交给的目标任务”；社会效益目标值“逐年提升”。
    正例：2024 年发放补助 4500 人，发放准确率 100%，12 月底前发完。
    说明：正文中只看说到目标、任务、考核指标的句子，整句没有数字才报，每份自评只报最先的一句。
    """
    for each in evaluation.rows:
        if each.target.number is None and _is_vague(evaluation.pack, each):
            yield Objection(
                where=each.row.level3,
                message=f"目标值{quote(each.target.text)}没有数量、比率或日期，也没有比较的基数，无法衡量。",
                remedy="请写明数值和计量单位；写“提升”的，请写明从多少提升到多少。",
                place=each.row.place,
            )
    yield from _hollow_goal(evaluation)


def _is_vague(pack: RulePack, each: RowScore) -> bool:
    """True for a target in words that everyone may read differently; satisfaction has vague words of its own."""
    if each.target.kind in _CLEAR:
        return False
    if found(pack, "vague_targets", each.target.text) or is_one_of(pack, "bare_vague_targets", each.target.text):
        return True
    asks_satisfaction = found(pack, "satisfaction_words", each.row.level3) is not None
    return asks_satisfaction and is_one_of(pack, "vague_satisfactions", each.target.text)


def _hollow_goal(evaluation: Evaluation) -> Iterator[Objection]:
    hollow, goal = (any_word(evaluation.pack, name) for name in ("goal_hollow_words", "goal_nouns"))
    for told, sentence in sentences_with(hollow, evaluation):
        if goal.search(sentence) and not has_figure(sentence):
            yield Objection(
                where=told.heading,
                message=f"目标没有数字：{quote(sentence.rstrip('。；;'))}。",
                remedy="请写明目标的数量、比率和完成时间，并与评分表的指标一一对应；上级下达的指标请列出名称和数值。",
                place=told.place,
            )
            return
