"""复核结果: the reviewer's scores beside the unit's, with deviation, class and reason, as a neutral document."""

from collections import Counter
from collections.abc import Iterator, Sequence

from jiping.domain.document import Block, Document, Para, Part, Style
from jiping.domain.money import plain
from jiping.reports.batch.plain_table import plain_table
from jiping.review.deviation import kinds, percent
from jiping.review.rescoring import Rescored, RescoredRow
from jiping.rulepack.pack import RulePack

_NO_REASON = "〔待填：理由〕"


def document(rescored: Sequence[Rescored], pack: RulePack) -> Document:
    """Return the result: classes and totals on the first part, one row an indicator on the second."""
    parts = Part("复核结果", tuple(_summary(rescored, pack))), Part("复核明细", tuple(_details(rescored)))
    return Document(parts, title="绩效自评复核结果")


def _summary(rescored: Sequence[Rescored], pack: RulePack) -> Iterator[Block]:
    yield Para(Style.TITLE, ("绩效自评复核结果",))
    yield Para(Style.BODY, (f"复核自评 {len(rescored)} 份。偏差率 =（自评得分−复核得分）÷自评得分，按绝对值分类。",))
    counts = Counter(each.total.kind for each in rescored)
    names = [name for name in kinds(pack) if name in counts or name != kinds(pack)[-1]]
    yield plain_table(("类别", ">份数"), [(name, str(counts[name])) for name in names], (60, 40))
    yield Para(Style.HEADING2, ("各项目",))
    heads = ("单位", "项目", ">自评得分", ">复核得分", ">偏差率", "类别", "计算")
    yield plain_table(heads, [_project(each) for each in rescored], (22, 24, 12, 12, 15, 16, 55))
    for each in rescored:
        if each.caution:
            yield Para(Style.BODY, (f"{each.evaluation.filing.label}：{each.caution}",))


def _project(each: Rescored) -> tuple[str, ...]:
    filing, total = each.evaluation.filing, each.total
    rate = "—" if total.rate is None else percent(total.rate)
    scores = plain(total.own), plain(total.reviewed)
    return filing.unit or "", filing.project or "", *scores, rate, total.kind, total.arithmetic


def _details(rescored: Sequence[Rescored]) -> Iterator[Block]:
    yield Para(Style.TITLE, ("复核明细",))
    heads = (
        "指标",
        "指标值",
        "自评完成值",
        "复核完成值",
        ">自评得分",
        ">复核得分",
        ">偏差率",
        "类别",
        "理由",
        "得分来源",
    )
    widths = (22, 16, 16, 16, 10, 10, 15, 15, 28, 36)
    for each in rescored:
        yield Para(Style.HEADING2, (each.evaluation.filing.label,))
        yield plain_table(heads, [_indicator(row) for row in each.rows], widths)


def _indicator(each: RescoredRow) -> tuple[str, ...]:
    row, reviewed, found = each.row.row, each.reviewed, each.deviation
    actual = reviewed.actual if reviewed.actual is not None else row.actual
    values = (row.level3, row.target or "", row.actual or "", actual or "")
    rate = "—" if found.rate is None else percent(found.rate)
    reason = reviewed.reason or ("" if found.own == found.reviewed else _NO_REASON)
    return (*values, plain(found.own), plain(found.reviewed), rate, found.kind, reason, each.grounds)
