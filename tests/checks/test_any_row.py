"""Whatever stands in the cells of a table, the checks of rows neither raise nor waver."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import YEAR_END, build_filing
from jiping.checks.catalogue import catalogue
from jiping.checks.run import run
from jiping.domain.filing import Indicator
from jiping.rulepack.load import load_pack
from jiping.scoring.score import evaluate

PACK = load_pack("national", YEAR_END)
CHECKS = [each for each in catalogue() if each.family in ("target", "indicator", "evidence", "timeliness")]
CELLS = st.one_of(
    st.none(),
    st.text(alphabet="≥≤=<>约0123456789.%‰万元人次年月日前率性及时完成是否无《》“”…-— \n", max_size=12),
    st.sampled_from(
        ["98%", "≥0人", "0起", "2023年12月底前", "及时完成", "是", "好坏", "指标2：……", "NaN", "100%,1000件"]
    ),
)
NAMES = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["服务对象满意度", "资金执行率", "及时发放贷款", "业务差错率", "零事故", "社保费应收尽收", "指标1："]
    ),
)
LEVELS = st.sampled_from(
    [None, "数量指标", "质量指标", "时效指标", "成本指标", "经济效益指标", "满意度指标(10分)", "组织实施"]
)
ROWS = st.lists(st.builds(Indicator, st.none(), LEVELS, NAMES, CELLS, CELLS, reason=CELLS), max_size=5)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=3))
def test_checks_of_rows_neither_raise_nor_waver_on_any_cells(tables: list[list[Indicator]]) -> None:
    filings = [replace(build_filing({"project": f"项目{n}"}), rows=tuple(rows)) for n, rows in enumerate(tables)]
    evaluations = [evaluate(each, PACK) for each in filings]
    report = run(evaluations, CHECKS)
    assert report == run(evaluations, CHECKS)
    assert all(each.message.endswith("。") and each.remedy.endswith("。") for each in report.findings)


def test_the_families_are_there() -> None:
    assert {each.family for each in CHECKS} == {"target", "indicator", "evidence", "timeliness"}
