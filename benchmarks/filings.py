"""Synthetic filings for measuring: seeded, of any number, with the spread of real ones."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from benchmarks.narratives import narrative
from jiping.domain.filing import Filing, Indicator, Narrative, Section
from jiping.domain.money import Money

_BLOCKS = (
    ("决策指标", "项目立项", (("立项依据充分性", "充分", 2), ("立项程序规范性", "规范", 2))),
    ("决策指标", "绩效目标", (("绩效目标合理性", "合理", 2), ("绩效指标明确性", "明确", 2))),
    ("决策指标", "资金投入", (("预算编制科学性", "科学", 2), ("资金分配合理性", "合理", 2))),
    ("过程指标", "资金管理", (("资金到位率", "100%", 3), ("预算执行率", "100%", 3), ("资金使用合规性", "合规", 4))),
    ("过程指标", "组织实施", (("管理制度健全性", "健全", 2), ("制度执行有效性", "有效", 6))),
)


def filings(count: int, seed: int = 2024) -> Iterator[Filing]:
    """Yield `count` filings of 20 rows; six projects a unit, about one row in ten below target."""
    random = Random(seed)
    for number in range(count):
        yield _filing(number, random)


def _filing(number: int, random: Random) -> Filing:
    amount = Decimal(random.randint(50, 900_000)) / 100
    copies, done = random.randint(20, 90_000), random.randint(85, 100)
    satisfied = random.randint(82, 100)
    rows = [_row(level1, level2, (*each, each[1])) for level1, level2, group in _BLOCKS for each in group]
    rows += [
        _row("产出指标", "数量指标", (f"办理业务{number % 40}笔数", f"≥{copies}笔", 10, f"{copies * done // 100}笔")),
        _row("产出指标", "质量指标", ("业务差错率", "≤1%", 10, f"{random.randint(0, 12) / 10}%")),
        _row("产出指标", "时效指标", ("办结时限", "≤20个工作日", 5, f"{random.randint(8, 22)}个工作日")),
        _row("产出指标", "成本指标", ("项目总成本", f"≤{amount}万元", 5, f"{amount}万元")),
        _row("效益指标", "经济效益指标", ("减少群众跑腿成本", "≥30元", 10, f"{random.randint(24, 44)}元")),
        _row("效益指标", "社会效益指标", ("业务知晓率", "≥85%", 10, f"{random.randint(80, 99)}%")),
        _row("效益指标", "生态效益指标", ("无纸化办理比例", "≥60%", 5, f"{random.randint(55, 90)}%")),
        _row("效益指标", "可持续影响指标", ("长效机制", "健全", 5, "健全")),
        _row("满意度指标", "服务对象满意度指标", ("服务对象满意度", "≥90%", 10, f"{satisfied}%")),
    ]
    project = f"第{number % 6 + 1}项业务经费（{number}）"
    total = sum((row.score for row in rows if row.score is not None), Decimal(0))
    told = narrative(random, copies * done // 100, Decimal(random.randint(30, 99)) / 10)
    text = {
        "overview": f"根据有关文件要求，单位承担{project}，2024 年项目支出 {amount} 万元，服务 {copies} 人。",
        "evaluation": f"经自评，服务对象满意度达 {satisfied}%。自评价得分为 {total} 分，等级为优。项目按计划实施，资金及时结算。",
        "performance": told.performance,
        "problems": told.problems,
        "measures": told.measures,
    }
    headings = ("一、项目概况", "二、评价情况", "三、项目绩效", "四、存在问题", "五、整改措施")
    sections = {name: Section(heading, text[name]) for name, heading in zip(text, headings, strict=True)}
    return Filing(
        project=project,
        unit=f"第{number // 6}号单位",
        year=2024,
        expenditure=Money.from_wan(amount),
        narrative=Narrative(**sections),
        stated_score=total,
        stated_grade="优",
        stated_satisfaction=f"{satisfied}%",
        rows=tuple(rows),
        total_weight=Decimal(100),
        total_score=total,
    )


def _row(level1: str, level2: str, values: tuple[str, str, int, str]) -> Indicator:
    level3, target, weight, actual = values
    return Indicator(level1, level2, level3, target, actual, Decimal(weight), Decimal(weight), "见佐证材料")
