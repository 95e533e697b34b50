"""TG03."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import has_figure, sections, sentences
from jiping.checks.quotation import quote
from jiping.checks.wordlist import found
from jiping.domain.finding import Severity
from jiping.domain.value import ValueKind
from jiping.scoring.score import Evaluation, RowScore


@check(code="TG03", severity=Severity.WARN, basis="target_measures_2015")
def target_can_be_measured(evaluation: Evaluation) -> Iterator[Objection]:
    """目标应细化量化，谁来量都是同一个结果。

    为何：量不出的目标怎么说都算完成，得分没有意义。
    反例：年度目标“全面完成上级交给的目标任务”；社会效益目标值“逐年提升”。
    正例：2024 年发放补助 4500 人，发放准确率 100%，12 月底前发完。
    说明：正文中只看说到目标、任务、考核指标的句子，整句没有数字才报，每份自评只报最先的一句。
    """
    for each in evaluation.rows:
        if _is_vague(evaluation, each):
            yield Objection(
                where=each.row.level3,
                message=f"目标值{quote(each.target.text)}没有数量、比率或日期，也没有比较的基数，无法衡量。",
                remedy="请写明数值和计量单位；写“提升”的，请写明从多少提升到多少。",
                place=each.row.place,
            )
    yield from _hollow_goal(evaluation)


def _is_vague(evaluation: Evaluation, each: RowScore) -> bool:
    target = each.target
    if target.is_measured or target.kind in (ValueKind.DATE, ValueKind.PERIOD, ValueKind.BLANK, ValueKind.TIER):
        return False
    if found(evaluation.pack, "satisfaction_words", each.row.level3) and target.text.strip() in evaluation.pack.words(
        "vague_satisfactions"
    ):
        return True
    return found(evaluation.pack, "vague_targets", target.text) is not None


def _hollow_goal(evaluation: Evaluation) -> Iterator[Objection]:
    pack = evaluation.pack
    for _, told in sections(evaluation):
        if found(pack, "goal_nouns", told.text) and found(pack, "goal_hollow_words", told.text):
            for sentence in sentences(told.text):
                if (
                    found(pack, "goal_hollow_words", sentence)
                    and found(pack, "goal_nouns", sentence)
                    and not has_figure(sentence)
                ):
                    yield Objection(
                        where=told.heading,
                        message=f"目标没有数字：{quote(sentence.rstrip('。；;'))}。",
                        remedy="请写明目标的数量、比率和完成时间，并与评分表的指标一一对应；上级下达的指标请列出名称和数值。",
                        place=told.place,
                    )
                    return
