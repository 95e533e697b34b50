"""What completing fills in, brings up to date and leaves blank."""

from typing import Any

from builders import YEAR_END, build_filing
from jiping.domain.filing import Filing
from jiping.rulepack.load import load_pack
from jiping.scoring.complete import complete
from jiping.scoring.score import evaluate


def completed(*rows: dict[str, Any], **facts: Any) -> Filing:
    filing = build_filing(
        {"rows": [{"level3": "满意度", "target": "98%", "weight": 10, **row} for row in rows], **facts}
    )
    return complete(evaluate(filing, load_pack("rugao-2024", YEAR_END)))


STALE = "96 % ÷ 98 % × 10 = 9.7959… → 向下取整 9；佐证：问卷；窗口搬迁"


def test_a_row_nobody_can_score_has_no_score_and_the_filing_no_total_nor_grade() -> None:
    for unscorable in ({"actual": None}, {"target": None, "actual": "96%"}, {"actual": "96%", "weight": -1}):
        filing = completed({"actual": "96%"}, {"score": 99, **unscorable}, total_score=99, stated_grade="优")
        assert [row.score for row in filing.rows] == [9, None]
        assert (filing.total_score, filing.stated_grade) == (None, None)


def test_a_stale_derivation_is_brought_up_to_date_and_the_filers_words_stay() -> None:
    (row,) = completed({"actual": "97%", "reason": STALE}).rows
    assert row.reason == "97 % ÷ 98 % × 10 = 9.8979… → 向下取整 9；佐证：问卷；窗口搬迁"


def test_a_derivation_goes_with_the_figure_it_rested_on() -> None:
    (row,) = completed({"actual": None, "reason": STALE}).rows
    assert row.reason == "窗口搬迁"


def test_completing_twice_changes_nothing() -> None:
    once = completed({"actual": "96%", "evidence": ["问卷；二十份"]}, {"actual": "98%", "reason": "台账"})
    assert complete(evaluate(once, load_pack("rugao-2024", YEAR_END))) == once


def test_a_budget_line_shows_the_points_that_enter_the_total() -> None:
    parts = [
        {"name": "年度资金总额", "full_year": 100, "executed": 90, "weight": 10, "score": 10},
        {"name": "其中：其他资金", "full_year": 50, "executed": 40, "weight": 5, "score": 5},
    ]
    filing = completed({"actual": "98%"}, funds=parts)
    assert [line.score for line in filing.funds] == [9, 5]
    assert filing.total_score == 19
