"""Invent the facts of one filing, the same for the same seed: indicators in notations met on published forms."""

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random  # noqa: TID251 - seeded by every caller

from jiping.domain.filing import Filing, Form, FundLine, Indicator, Narrative, Section
from jiping.domain.money import Money

Tree = dict[str, list[str]]

NATIONAL: Tree = {
    "产出指标": ["数量指标", "质量指标", "时效指标", "成本指标"],
    "效益指标": ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"],
    "满意度指标": ["服务对象满意度指标"],
}
_NAMES = (
    "城区绿地养护面积",
    "路灯维修数量",
    "农村公路日常养护里程",
    "举办文化惠民演出场次",
    "重点人群疫苗接种率",
    "项目验收合格率",
    "按期完成投资",
    "财政供养人员控制率",
    "及时处理群众诉求",
    "单位养护成本",
    "带动就业人数",
    "减少扬尘污染",
    "持续改善人居环境",
    "受益群众满意度",
    "媒体曝光的重大安全事故次数",
    "培训基层业务骨干（含乡镇）人次",
)
_PLACES = ("示例市", "样本县", "测试区")
_PROJECTS = ("城市绿化养护项目", "农村公路养护补助资金", "公共图书馆免费开放经费", "“三支一扶”人员补助")
_UNITS = ("住房和城乡建设局", "交通运输局", "图书馆", "人力资源服务中心")


@dataclass(frozen=True)
class Notation:
    """A target as written in one cell or in three, and what was reached."""

    sign: str
    value: str
    measure: str
    actual: str

    @property
    def target(self) -> str:
        return f"{self.sign}{self.value}{self.measure}"


NOTATIONS = (
    Notation("≥", "50", "个", "52"),
    Notation("≥", "100", "百分比", "100"),
    Notation("=", "8", "个", "8个"),
    Notation("≤", "90", "万元", "88.5万元"),
    Notation("≧", "735", "人次", "735"),
    Notation("═", "100", "%", "100%"),
    Notation("≤", "0.9", "‰", "0.8‰"),
    Notation("≥", "98", "%", "96.5%"),
    Notation("", "98%以上", "", "98%"),
    Notation("", "不少于12种", "", "12种"),
    Notation("", "2022年12月底前", "", "2022年11月"),
    Notation("", "达成预期指标", "", "达成预期指标"),
    Notation("", "1,260盏", "", "1,260盏"),
    Notation("", "20-30天", "", "25天"),
    Notation("", "Ⅲ类", "", "Ⅱ类"),
    Notation("", "是", "", "是"),
    Notation("", "有效改善", "", "有效改善"),
    Notation("≥", "0.565", "公里", "0.6公里"),
)
_REASONS = (
    None,
    None,
    None,
    None,
    "受天气影响，进度滞后；下一年度加快实施。",
    "2022 年 12 月交货，余款按合同约定支付。",
)


@dataclass(frozen=True)
class Invented:
    """A filing, and the notation of each row's target."""

    filing: Filing
    notations: tuple[Notation, ...]


def invent(random: Random, tree: Tree) -> Invented:
    """Return one filing whose sums are right."""
    branches = [(level1, level2) for level1, below in tree.items() for level2 in below]
    kept = sorted(random.sample(range(len(branches)), random.randint(max(1, len(branches) // 2), len(branches))))
    rows, notations = [], []
    for number in kept:
        for _ in range(random.choice((1, 1, 2, 3))):
            notation = random.choice(NOTATIONS)
            notations.append(notation)
            rows.append(_row(random, *branches[number], notation))
    place = random.choice(_PLACES)
    filing = Filing(
        project=random.choice(_PROJECTS),
        unit=f"{place}{random.choice(_UNITS)}",
        year=random.randint(2018, 2024),
        form=Form.TABLE,
        department=f"{place}财政局",
        narrative=Narrative(
            overview=Section("", "完成年度养护任务，保障设施正常运行。"),
            performance=Section("", "全年任务已完成，设施运行正常。"),
        ),
        stated_grade=random.choice("优良中"),
        rows=tuple(rows),
        funds=_funds(random),
    )
    return Invented(_summed(filing), tuple(notations))


def _row(random: Random, level1: str, level2: str, notation: Notation) -> Indicator:
    weight = Decimal(random.choice(("1", "2", "4", "5", "8", "10", "12.5", "20")))
    score = weight if random.random() < 0.8 else weight - Decimal(random.choice(("0.5", "0.36", "1")))
    name = random.choice(_NAMES)
    return Indicator(level1, level2, name, notation.target, notation.actual, weight, score, random.choice(_REASONS))


def _funds(random: Random) -> tuple[FundLine, ...]:
    budget = Decimal(random.randint(1_00, 900_000_00)) / 100
    spent = budget if random.random() < 0.5 else (budget * random.randint(60, 99) / 100).quantize(Decimal("0.01"))
    rate = (spent * 100 / budget).quantize(Decimal("0.01"))
    score = (rate / 10).quantize(Decimal("0.01"))
    initial, full, executed = Money(budget), Money(budget), Money(spent)
    return (
        FundLine("年度资金总额", initial, full, executed, rate, Decimal(10), score),
        FundLine("其中：当年财政拨款", initial, full, executed),
        FundLine("上年结转资金"),
        FundLine("其他资金"),
    )


def _summed(filing: Filing) -> Filing:
    execution = filing.funds[0]
    weight = sum(filter(None, [execution.weight, *(row.weight for row in filing.rows)]), Decimal(0))
    score = sum(filter(None, [execution.score, *(row.score for row in filing.rows)]), Decimal(0))
    return replace(filing, total_weight=weight, total_score=score)
