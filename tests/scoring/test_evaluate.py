"""A whole filing: rows, budget lines, total, grade, and the arithmetic a reader checks by hand."""

from decimal import Decimal
from typing import Any

import pytest

from builders import YEAR_END, build_filing
from jiping.domain.errors import PackFault
from jiping.rulepack.load import load_pack
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import Evaluation, evaluate


def scored(pack: str = "national", **facts: Any) -> Evaluation:
    return evaluate(build_filing(facts), load_pack(pack, YEAR_END))


def row(**facts: Any) -> dict[str, Any]:
    return {"level3": "服务对象满意度", "target": "98%", "actual": "96%", "weight": 10, **facts}


def test_arithmetic_tells_the_whole_way() -> None:
    (each,) = scored("rugao-2024", rows=[row()]).rows
    assert each.arithmetic == "96 % ÷ 98 % × 10 = 9.7959… → 向下取整 9"
    assert (each.points, each.rule, each.met) == (Decimal(9), "ratio", False)


def test_packs_round_differently() -> None:
    assert scored("national", rows=[row()]).rows[0].arithmetic == "96 % ÷ 98 % × 10 = 9.7959… → 四舍五入 9.80"


def test_nothing_is_said_of_rounding_where_nothing_was_rounded() -> None:
    assert (
        scored("rugao-2024", rows=[row(target="100%", actual="100%")]).rows[0].arithmetic
        == "100 % 达到 100 %，得满分 10"
    )


def test_total_is_the_sum_of_rounded_points() -> None:
    rows = [row(), row(actual="97%"), row(actual="98%")]
    assert scored("rugao-2024", rows=rows).total == Decimal(28)
    assert str(scored("national", rows=rows).total) == "29.70"


def test_grade_follows_from_the_total() -> None:
    assert scored(rows=[row(weight=100, target="100%", actual="90%")]).grade == "优"
    assert scored(rows=[row(weight=100, target="100%", actual="89.99%")]).grade == "良"


@pytest.mark.parametrize(
    ("weight", "why"),
    [
        (None, "没有填分值，无法计分"),
        ("0", "分值 0 不是正数，无法计分"),
        ("-1", "分值 -1 不是正数，无法计分"),
        ("NaN", "分值不是数字，无法计分"),
        ("sNaN", "分值不是数字，无法计分"),
        ("Infinity", "分值不是数字，无法计分"),
        ("1E+400", "分值 1e+400 不合常理，无法计分"),
    ],
)
def test_a_weight_that_is_none_leaves_no_total(weight: str | None, why: str) -> None:
    evaluation = scored(rows=[row(), row(weight=weight)])
    assert evaluation.rows[1].arithmetic == why
    assert evaluation.rows[1].met is False
    assert (evaluation.total, evaluation.grade) == (None, None)


def test_a_row_nobody_can_score_leaves_no_total() -> None:
    evaluation = scored(rows=[row(), row(actual="满意")])
    assert evaluation.rows[1].points is None
    assert evaluation.total is None


def test_a_filing_without_rows_has_no_total() -> None:
    assert scored().total is None


def test_more_than_an_exact_target_is_met_where_the_rule_grants_it_all() -> None:
    (each,) = scored(rows=[row(level3="点位", target="=8个", actual="9个")]).rows
    assert (each.kind, each.points, each.met) == (IndicatorKind.EXACT, Decimal(10), True)


def test_budget_line_earns_by_its_execution() -> None:
    evaluation = scored(funds=[{"full_year": 90, "executed": 85, "weight": 10, "score": 9}])
    (line,) = evaluation.funds
    assert line.arithmetic == "85 万元 ÷ 90 万元 × 10 = 9.4444… → 四舍五入 9.44"
    assert (line.kind, line.row.score, evaluation.total) == (IndicatorKind.EXECUTION, Decimal(9), Decimal("9.44"))


def test_budget_line_spent_in_full_earns_all() -> None:
    evaluation = scored(funds=[{"full_year": "474.37", "executed": "474.37", "weight": 10}])
    assert evaluation.funds[0].arithmetic == "474.37 万元 达到 474.37 万元，得满分 10"


def test_only_the_line_of_the_whole_budget_enters_the_total() -> None:
    parts = [
        {"name": "年度资金总额", "full_year": 100, "executed": 90, "weight": 10},
        {"name": "其中：当年财政拨款", "full_year": 100, "executed": 90, "weight": 10},
    ]
    evaluation = scored(funds=parts)
    assert [line.row.level3 for line in evaluation.funds] == ["年度资金总额"]
    assert evaluation.total == Decimal(9)


def test_lines_without_points_are_not_scored() -> None:
    assert scored(rows=[row()], funds=[{"full_year": 100, "executed": 50}]).funds == ()


@pytest.mark.parametrize(
    ("full_year", "why"), [(None, "没有全年预算数，无法计分"), (0, "全年预算数为 0，不能作除数，无法计分")]
)
def test_budget_line_without_budget_says_so(full_year: int | None, why: str) -> None:
    evaluation = scored(funds=[{"full_year": full_year, "executed": 50, "weight": 10}])
    assert evaluation.funds[0].arithmetic == why
    assert evaluation.total is None


def test_equal_rows_share_their_parsed_values_but_keep_their_own_row() -> None:
    first, second = scored(rows=[row(reason="甲"), row(reason="乙")]).rows
    assert first.target is second.target
    assert (first.row.reason, second.row.reason) == ("甲", "乙")


def test_a_rule_nobody_wrote_is_a_fault_of_the_pack(tmp_path: Any) -> None:
    source = load_pack("national", YEAR_END)
    method = source.methods[IndicatorKind.SATISFACTION]
    assert method.rule == "ratio"
    pack = type(source)(**{name: getattr(source, name) for name in source.__dataclass_fields__})
    pack.__dict__["methods"] = {
        **source.methods,
        IndicatorKind.SATISFACTION: type(method)("guess", {}, method.rounding),
    }
    with pytest.raises(PackFault, match="没有名为“guess”的评分规则"):
        evaluate(build_filing({"rows": [row()]}), pack)
