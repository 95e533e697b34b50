"""Filings of an invented unit at every stage, so that the board of the demo has something to show."""

from datetime import datetime
from decimal import Decimal

from jiping.domain.evidence import Evidence
from jiping.domain.filing import Filing, Indicator, Narrative, Section
from jiping.domain.money import Money
from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.services import account_create, unit_create
from jiping.web.filings.selectors import filing_judged
from jiping.web.filings.services.answering import finding_waive
from jiping.web.filings.services.creating import filing_create
from jiping.web.filings.services.workflow import filing_advance
from jiping.web.review.services.deciding import filing_pass, filing_return
from jiping.web.review.services.drawing import draw_make

_YEAR = 2024
UNIT = "公共就业服务中心（演示单位）"
_BLOCKS = (
    ("决策指标", "项目立项", "立项依据充分性", "充分", "充分", 10),
    ("过程指标", "资金管理", "预算执行率", "100%", "100%", 10),
    ("产出指标", "数量指标", "服务人次", "≥{plan}人次", "{done}人次", 30),
    ("产出指标", "时效指标", "办结时限", "≤20个工作日", "15个工作日", 20),
    ("效益指标", "社会效益指标", "政策知晓率", "≥85%", "91%", 20),
    ("满意度指标", "服务对象满意度指标", "服务对象满意度", "≥90%", "{satisfied}%", 10),
)
_PROJECTS = (  # project, 万元, planned, done, satisfied, how far it has gone
    ("公共就业服务专项", "88.00", 4000, 4120, 95, "department"),
    ("基层平台信息化运维", "132.80", 600, 561, 92, "department"),
    ("技能提升行动补贴", "310.00", 1500, 1506, 96, "returned"),
    ("招聘会场地租用", "21.60", 24, 24, 93, "bureau"),
    ("就业失业登记", "46.50", 9000, 9213, 97, "passed"),
)


def fill_review(at: datetime, password: str) -> None:
    """Add one unit below the department with filings that wait for review, were returned or went on, and draw a sample."""
    reviewer, bureau = (AccountRecord.objects.get(role=role) for role in (Role.DEPARTMENT, Role.BUREAU))
    unit = unit_create(name=UNIT, parent=reviewer.unit)
    clerk, leader = (
        account_create(
            username=username, name=name, unit=unit, role=role, password=password, on=at.date(), must_change=False
        )
        for username, name, role in (("wangfang", "王芳", Role.CLERK), ("chenjie", "陈洁", Role.LEADER))
    )
    for project, wan, plan, done, satisfied, stage in _PROJECTS:
        filing = _filing(project, Decimal(wan), {"plan": plan, "done": done, "satisfied": satisfied})
        record = filing_create(filing=filing, unit=unit, actor=clerk, at=at)
        for each in filing_judged(record).must_fix:
            told = {"code": each.code, "where": each.where, "reason": "演示：已附书面说明。"}
            finding_waive(record=record, actor=clerk, at=at, **told)
        record = filing_advance(record=record, act="送单位审定", reason="", actor=clerk, at=at)
        record = filing_advance(record=record, act="审定报送", reason="", actor=leader, at=at)
        if stage == "returned":
            filing_return(record=record, text="请补充补贴发放名册的抽查记录。", actor=reviewer, at=at)
        if stage in ("bureau", "passed"):
            record = filing_pass(record=record, actor=reviewer, at=at)
        if stage == "passed":
            filing_pass(record=record, actor=bureau, at=at)
    draw_make(year=_YEAR, seed=f"{at:%Y%m%d}", total=None, actor=bureau, at=at)


def _filing(project: str, wan: Decimal, numbers: dict[str, int]) -> Filing:
    rows = tuple(
        Indicator(
            level1,
            level2,
            level3,
            target.format(**numbers),
            actual.format(**numbers),
            Decimal(weight),
            Decimal(weight),
            "见佐证材料",
            evidence=(Evidence(f"{level3}统计表"),) if number % 3 else (),
        )
        for number, (level1, level2, level3, target, actual, weight) in enumerate(_BLOCKS)
    )
    told = (
        f"根据年度工作安排，{project}支出 {wan} 万元，计划服务 {numbers['plan']} 人次。",
        f"经自评，服务对象满意度 {numbers['satisfied']}%，自评价得分为 100 分，等级为优。",
        f"全年服务 {numbers['done']} 人次，办结时限平均 15 个工作日。",
        "下半年报名集中，窗口等候时间较长。",
        "高峰日增设两个窗口，由业务科每月通报等候时间。",
    )
    headings = ("一、项目概况", "二、评价情况", "三、项目绩效", "四、存在问题", "五、整改措施")
    return Filing(
        project=project,
        unit=UNIT,
        year=_YEAR,
        expenditure=Money.from_wan(wan),
        narrative=Narrative(*(Section(*pair) for pair in zip(headings, told, strict=True))),
        stated_score=Decimal(100),
        stated_grade="优",
        rows=rows,
        total_weight=Decimal(100),
        total_score=Decimal(100),
    )
