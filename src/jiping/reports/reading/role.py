"""What a recognised spot of a page is to its filing: one colour a role, the same in legend, page and list."""

from enum import Enum

from jiping.layouts.read.recognition import Trace, Traced


class Role(Enum):
    """The roles a spot may play, named as the legend names them."""

    TITLE = "标题"
    IDENTITY = "单位、项目、年度等"
    SECTION = "文字部分"
    LEVEL1 = "一级指标"
    LEVEL2 = "二级指标"
    LEVEL3 = "三级指标"
    TARGET = "目标值"
    ACTUAL = "完成值"
    WEIGHT = "分值"
    SCORE = "得分"
    REASON = "依据、原因"
    FUND = "预算资金"
    TOTAL = "总计"
    LABEL = "栏名、标签"

    @property
    def css(self) -> str:
        """The name of its colour in the style sheet."""
        return f"r-{self.name.lower()}"


_OF = {
    Traced.TITLE: Role.TITLE,
    Traced.FACT: Role.IDENTITY,
    Traced.SECTION: Role.SECTION,
    Traced.FUND: Role.FUND,
    Traced.TOTAL: Role.TOTAL,
    Traced.HEADING: Role.LABEL,
    Traced.LABEL: Role.LABEL,
}
_OF_COLUMN = {
    "level1": Role.LEVEL1,
    "level2": Role.LEVEL2,
    "level3": Role.LEVEL3,
    "operator": Role.TARGET,
    "target": Role.TARGET,
    "measure": Role.TARGET,
    "actual": Role.ACTUAL,
    "weight": Role.WEIGHT,
    "level1_weight": Role.WEIGHT,
    "level2_weight": Role.WEIGHT,
    "score": Role.SCORE,
    "reason": Role.REASON,
}


def role_of(trace: Trace) -> Role:
    return _OF_COLUMN[trace.field] if trace.of is Traced.ROW else _OF[trace.of]
