"""A check never raises and always repeats itself, whatever a clerk has typed."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import YEAR_END, build_filing
from jiping.checks.catalogue import catalogue
from jiping.checks.run import run
from jiping.rulepack.load import load_pack
from jiping.scoring.score import evaluate

FAMILIES = {"narrative", "problems", "copying", "typesetting"}
CHECKS = [each for each in catalogue() if each.family in FAMILIES]
PACK = load_pack("rugao-2024", YEAR_END)
PIECES = ["无", "一", "十", "二一十", "\n二一十、甲", "\n（十四三）乙", "（十）", "、", "1、", "99、", "。", "，", "：次年", "“", "”", "《", "》", "(", ")", ",", ";", "\n", " ",
          "　", "2024", "年", "月", "12", "〔2011〕", "令", "号", "第", "0", "９７", "%", "万元", "人", "满意度", "指标1：", "……", "范围内", "南通市",
          "南通市委", "在对", "调查", "自评", "自评价得分", "支出", "达到了预期效果", "成效明显", "帐户", "原工商局", "难度较大", "建议政府",
          "降低要求", "项目", "的的", "\U00020000", "\x00"]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)
narratives = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("overview", "evaluation", "performance", "problems", "measures"), texts)
)
filings = st.fixed_dictionaries(
    {
        "project": st.none() | texts,
        "unit": st.sampled_from([None, "示例单位"]),
        "year": st.sampled_from([None, 2024]),
        "title": st.none() | texts,
        "started": st.none() | texts,
        "stated_satisfaction": st.none() | texts,
        "narrative": narratives,
        "rows": st.lists(
            st.fixed_dictionaries({"level3": texts, "target": texts, "actual": texts, "reason": texts}), max_size=3
        ),
    }
)


@settings(max_examples=150, deadline=None)
@given(st.lists(filings, min_size=1, max_size=4))
def test_checks_of_prose_neither_raise_nor_waver_on_any_text(given_filings: list[dict[str, object]]) -> None:
    evaluations = [evaluate(build_filing(each), PACK) for each in given_filings]
    first = run(evaluations, CHECKS)
    assert run(evaluations, CHECKS) == first
    assert all(finding.remedy.endswith("。") and finding.message for finding in first.findings)


def test_word_lists_hold_on_the_first_day_of_the_national_pack() -> None:
    pack = load_pack("national", date(2020, 2, 25))
    filing = build_filing({"year": 2020, "narrative": {"overview": "根据规定。", "measures": "加强管理。"}})
    assert run([evaluate(filing, pack)], CHECKS).not_run == ()
