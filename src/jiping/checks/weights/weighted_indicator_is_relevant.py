"""WT04."""

from collections.abc import Iterator
from functools import lru_cache

from jiping.checks.blanks import is_blank
from jiping.checks.check import Objection, check
from jiping.checks.prose import whole_text
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.domain.words import any_of
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import texts
from jiping.scoring.score import Evaluation


@check(code="WT04", severity=Severity.WARN, basis="target_measures_2015", rests_on=(Figure.WEIGHT,))
def weighted_indicator_is_relevant(evaluation: Evaluation) -> Iterator[Objection]:
    """与项目无关的指标不应占分值。

    为何：与项目无关的指标必得满分，等于送分。
    反例：印刷项目设“保障生态效益”5 分，年初指标值“是”。
    正例：造林项目设“新增造林面积”5 分，年初指标值“≥300 亩”。
    说明：有数字目标的，视为与项目有关。
    """
    for each in evaluation.rows:
        row = each.row
        if is_blank(row.level3) or is_blank(row.target):
            continue
        kind = None if each.target.is_measured else _in_doubt(evaluation.pack, row.level2, row.level3)
        if kind is None or row.weight is None or row.weight <= 0:
            continue
        if not _about(evaluation, kind):
            yield Objection(
                where=row.level3,
                message=f"“{row.level3}”占 {plain(row.weight)} 分，目标为“{row.target}”，项目内容与{kind}无关。",
                remedy="请去掉这一指标，把分值用于能反映本项目效果的指标；确有关系的，请写明影响并定出数值。",
                place=row.place,
            )


@lru_cache(maxsize=4096)
def _in_doubt(pack: RulePack, level2: str | None, level3: str) -> str | None:
    """Return the matter whose indicators count only for some projects, None for any other indicator."""
    name = f"{level2} {level3}"
    rows = pack.table("relevance_words")
    return next((str(row["matter"]) for row in rows if any_of(texts(row, "names")).search(name)), None)


def _about(evaluation: Evaluation, matter: str) -> bool:
    (row,) = (each for each in evaluation.pack.table("relevance_words") if each["matter"] == matter)
    return any_of(texts(row, "words")).search(f"{evaluation.filing.project}\n{whole_text(evaluation)}") is not None
