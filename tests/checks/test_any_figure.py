"""Whatever figures a filing holds, the checks of money, points and satisfaction neither raise nor waver."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import YEAR_END
from jiping.checks.catalogue import catalogue
from jiping.checks.run import run
from jiping.domain.filing import Filing, FundLine, Indicator, Narrative, Section
from jiping.domain.money import Money
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import evaluate

FAMILIES = {"arithmetic", "weights", "score", "grade", "funds", "satisfaction"}
CHECKS = [each for each in catalogue() if each.family in FAMILIES]
PACKS = [load_pack(name, YEAR_END) for name in ("national", "rugao-2024")]

NUMBERS = st.none() | st.sampled_from(
    [Decimal(each) for each in ("0", "-1", "5", "9.8", "10", "100", "1E+40", "1E-40")]
)
MONEY = NUMBERS.map(lambda number: None if number is None else Money.from_wan(number))
CELLS = st.sampled_from([None, "", "是", "否", "97%", "≥95%", "100%", "充分", "-", "0%", "９７%", "零投诉", "约95%"])
PIECES = [
    *("2023年", "2024年", "共有", "4542人", "69 人", "０人", "①②人", "发放", "领取", "生活费", "补助", "每人", "人均"),
    *(
        "20.17万元",
        "454.2 万元",
        "1000元",
        "0元",
        "５０００元",
        "9" * 40 + ".99万元",
        "0." + "0" * 40 + "1元",
        "1,2,3元",
    ),
    *(
        "，",
        "。",
        "；",
        "（",
        "）",
        "\n",
        "其中",
        "、",
        "满意度",
        "群众",
        "对",
        "问卷",
        "360份",
        "邮寄",
        "预付",
        "清算",
    ),
    *("年初预算", "执行率", "拨付", "分类审批", "〔2022〕", "2021年1月至2025年12月", "2022年新增", "各类表格"),
]
SECTIONS = st.none() | st.lists(st.sampled_from(PIECES), max_size=30).map(lambda words: Section("一、", "".join(words)))
ROWS = st.builds(
    Indicator,
    level1=st.sampled_from([None, "产出指标", "效益指标（30分）", "满意度", "预算执行率"]),
    level2=st.sampled_from([None, "质量指标", "满意度指标", "生态效益指标"]),
    level3=st.sampled_from(["服务对象满意度", "预算执行率", "保障生态效益", ""]),
    target=CELLS,
    actual=CELLS,
    weight=NUMBERS,
    score=NUMBERS,
    reason=st.sampled_from([None, "无", "加分 1 分"]),
)
FUNDS = st.builds(
    FundLine,
    name=st.sampled_from(["年度资金总额", "其中：财政拨款", "中央资金", "上年结转资金"]),
    initial=MONEY,
    full_year=MONEY,
    executed=MONEY,
    rate=NUMBERS,
    weight=NUMBERS,
    score=NUMBERS,
)
FILINGS = st.builds(
    Filing,
    project=st.sampled_from([None, "打印纸及个人账户打印纸", "助保贷款贴息", "社保业务运营经费", "手册印刷费"]),
    unit=st.just("示例单位"),
    year=st.sampled_from([None, 2024]),
    expenditure=MONEY,
    narrative=st.builds(Narrative, SECTIONS, SECTIONS, SECTIONS, SECTIONS, SECTIONS),
    stated_score=NUMBERS,
    stated_grade=st.sampled_from([None, "优", "好"]),
    rows=st.lists(ROWS, max_size=6).map(tuple),
    funds=st.lists(FUNDS, max_size=3).map(tuple),
    total_score=NUMBERS,
)


@settings(max_examples=120, deadline=None)
@given(filings=st.lists(FILINGS, min_size=1, max_size=4), pack=st.sampled_from(PACKS))
def test_checks_of_figures_neither_raise_nor_waver(filings: list[Filing], pack: RulePack) -> None:
    evaluations = [evaluate(each, pack) for each in filings]
    report = run(evaluations, CHECKS)
    assert report == run(evaluations, CHECKS)
    assert all(each.message.endswith("。") and each.remedy.endswith("。") for each in report.findings)


def test_the_families_are_there() -> None:
    assert {each.family for each in CHECKS} == FAMILIES
