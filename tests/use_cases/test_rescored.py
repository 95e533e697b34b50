"""What writing says of the scores it replaces or leaves blank."""

from typing import Any

import pytest

from builders import YEAR_END, build_filing
from jiping.rulepack.load import load_pack
from jiping.scoring.score import evaluate
from jiping.use_cases.rescored import rescored

TOTALLESS = "示例项目：有得分算不出，总分和等次留空。"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"actual": "98%", "score": 10}, []),
        ({"actual": "98%"}, []),
        (
            {"actual": "96%", "score": 10},
            ["示例项目：“满意度”填报 10 分，已改为算出的 9 分：96 % ÷ 98 % × 10 = 9.7959… → 向下取整 9。"],
        ),
        (
            {"actual": "98%", "score": 99, "weight": -1},
            ["示例项目：“满意度”分值 -1 不是正数，无法计分，得分留空（填报 99 分）。", TOTALLESS],
        ),
        (
            {"actual": "98%", "weight": None},
            ["示例项目：“满意度”没有填分值，无法计分，得分留空。", TOTALLESS],
        ),
    ],
)
def test_every_replaced_or_blank_score_is_told(row: dict[str, Any], said: list[str]) -> None:
    filing = build_filing({"rows": [{"level3": "满意度", "target": "98%", "weight": 10, **row}]})
    assert list(rescored(evaluate(filing, load_pack("rugao-2024", YEAR_END)))) == said


def test_rows_alike_are_told_once() -> None:
    filing = build_filing({"rows": [{"level3": "", "weight": 10}] * 8})
    first, *rest = rescored(evaluate(filing, load_pack("rugao-2024", YEAR_END)))
    assert first.startswith("示例项目：“（未写三级指标）”")
    assert first.endswith("（共 8 行）")
    assert rest == [TOTALLESS]


def test_a_total_that_changes_is_told() -> None:
    row = {"level3": "满意度", "target": "98%", "actual": "98%", "weight": 10}
    filing = build_filing({"rows": [row], "total_score": 99})
    said = list(rescored(evaluate(filing, load_pack("rugao-2024", YEAR_END))))
    assert said == ["示例项目：总分填报 99，已改为各行得分之和 10。"]
