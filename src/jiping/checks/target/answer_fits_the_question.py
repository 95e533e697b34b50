"""TG04."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from jiping.checks.category import Category, category_of
from jiping.checks.check import Objection, Scope, check
from jiping.checks.quotation import quote
from jiping.checks.wordlist import found
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import texts
from jiping.scoring.score import RowScore


@check(code="TG04", severity=Severity.WARN, basis="target_measures_2015", scope=Scope.ROW)
def answer_fits_the_question(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """目标值应答得上指标的名称。

    为何：问的是做了什么，答的是及时，做没做成仍然不知道。
    反例：指标“提供个人权益记录服务”，目标值“及时完成”；指标“确保及时领到手册”，目标值“100%”。
    正例：指标“邮寄对账单份数”，目标值“20 万份”；指标“手册发放时限”，目标值“参保后 30 日内”。
    """
    if scored.target.kind is ValueKind.BLANK:
        return
    misfit = _timely_answer(scored, pack) or _wrong_type(scored, pack)
    if misfit is not None:
        what, advice = misfit
        yield Objection(message=f"目标值{quote(scored.target.text)}答非所问：{what}。", remedy=advice)


def _timely_answer(scored: RowScore, pack: RulePack) -> tuple[str, str] | None:
    """A row that does not ask about time is answered by 及时 and the like."""
    if (
        scored.target.is_measured
        or not found(pack, "timely_words", scored.target.text)
        or found(pack, "timely_names", scored.row.level3)
        or category_of(pack, scored.row) is Category.TIMELINESS
        or scored.target.text in scored.row.level3
    ):
        return None
    return "指标问的不是时间", "请按指标的内容写明数量、比率或结果；只说及时的，请改列时效指标并写明日期。"


def _wrong_type(scored: RowScore, pack: RulePack) -> tuple[str, str] | None:
    """Return what the name asks for and what to write, when the target is of a kind that cannot answer it."""
    question = _question(pack, category_of(pack, scored.row), scored.row.level3)
    unit_elsewhere = scored.target.kind is ValueKind.NUMBER and scored.target.unit is None
    if question is None or unit_elsewhere or scored.target.kind in texts(question, "kinds"):
        return None
    return f"名称问的是{question['asks']}", str(question["advice"])


@lru_cache(maxsize=1 << 14)
def _question(pack: RulePack, category: Category | None, name: str) -> Mapping[str, object] | None:
    """Return the table's row for what the name asks, None when the table does not know."""
    for row in pack.table("answer_types"):
        is_named = any(word in name for word in texts(row, "named"))
        if is_named and not any(word in name for word in texts(row, "unless")):
            return None if category is not None and category == row.get("elsewhere") else row
    return None
