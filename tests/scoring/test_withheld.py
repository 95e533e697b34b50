"""A row is not scored with a figure that was read with doubt, and the total is not summed without it."""

import pytest

from builders import YEAR_END, build_filing
from jiping.rulepack.load import load_pack
from jiping.scoring.score import Evaluation, evaluate

ROW = {"level3": "册数", "target": "100册", "actual": "9O册", "weight": 90}
FUND = {"name": "资金总额", "full_year": 10, "executed": 9, "weight": 10}


def scored(where: str, figure: str, confidence: str = "low") -> Evaluation:
    doubt = {"where": where, "text": "9O册", "figures": [figure], "confidence": confidence}
    filing = build_filing({"rows": [{**ROW, "actual": "90册"}], "funds": [FUND], "doubts": [doubt]})
    return evaluate(filing, load_pack("national", YEAR_END))


@pytest.mark.parametrize("figure", ["target", "actual", "weight"])
def test_a_row_with_a_doubtful_figure_earns_nothing_and_says_why(figure: str) -> None:
    (row,) = scored("册数", figure).rows
    assert (row.points, row.met, row.share) == (None, None, None)
    assert "“9O册”没有把握（扫描.pdf 第 1 页），无法计分" in row.arithmetic


def test_the_total_waits_for_the_doubtful_row_and_for_doubtful_money() -> None:
    assert scored("册数", "actual").total is None
    assert scored("资金总额", "money").total is None


def test_a_doubtful_stated_score_and_a_doubt_of_medium_size_do_not_hinder_scoring() -> None:
    assert scored("册数", "score").total is not None
    assert scored("册数", "actual", "medium").total is not None


def test_a_row_is_not_blamed_for_the_doubts_of_another() -> None:
    assert scored("本数", "actual").total is not None
