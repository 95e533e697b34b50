"""PR06."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import section
from jiping.checks.shortfall import missed, told
from jiping.checks.silence import says_none
from jiping.checks.telling import telling_pairs
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation, RowScore


@check(
    code="PR06", severity=Severity.WARN, basis="self_evaluation_measures_2020", rests_on=(Figure.TARGET, Figure.ACTUAL)
)
def missed_target_without_measure(evaluation: Evaluation) -> Iterator[Objection]:
    """每个未完成的指标都应有改进措施。

    为何：自评的用处在于改进；差距没有措施，来年还会再差。
    反例：满意度 97%，低于指标值 98%，整改措施只写加强资金管理。
    正例：措施写明“设立对账单查询窗口，6 月底前回访不满意的参保人员，使满意度达到 98%”。
    说明：措施写在整改措施、评分依据或偏差原因栏都可以。
    """
    rows = missed(evaluation)
    if not rows:
        return
    measures = section(evaluation, SectionName.MEASURES)
    said = "" if measures is None else measures.text
    where = "整改措施" if measures is None else measures.heading
    for each in rows:
        if not _answered(each, said, evaluation):
            yield Objection(
                where=each.row.level3,
                message=f"{told(each)}，{where}中没有针对它的措施。",
                remedy="请写明怎样补上这一差距、由谁做、何时完成。",
                place=each.row.place,
            )


def _answered(score: RowScore, measures: str, evaluation: Evaluation) -> bool:
    pack, reason = evaluation.pack, score.row.reason or ""
    if any_word(pack, "improvement_words").search(reason) or _speaks_of_next_year(reason, evaluation.filing.year):
        return True
    pairs = telling_pairs(score.row.level3, pack)
    # a name of general words alone (完成率) cannot be recognised in a measure: any measure counts
    return any(pair in measures for pair in pairs) if pairs else bool(measures) and not says_none(measures, pack)


def _speaks_of_next_year(reason: str, year: int | None) -> bool:
    """True for what is to be done (2025年一季度组织培训): causes lie in the filing's own year."""
    return year is not None and f"{year + 1}年" in reason
