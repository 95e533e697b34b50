"""What is told about a spot of the page: the fact it holds and how that fact was understood."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from decimal import Decimal

from jiping.domain.filing import Filing, SignOff
from jiping.domain.lexicon import Lexicon
from jiping.domain.money import plain
from jiping.domain.place import Place
from jiping.domain.value.parse import parse_value
from jiping.layouts.read.recognition import Recognition, Trace, Traced
from jiping.reports.reading.meaning import meaning
from jiping.reports.reading.role import Role, role_of

FACTS = {
    "project": "项目名称",
    "unit": "填报单位",
    "year": "年度",
    "department": "主管部门",
    "started": "开始时间",
    "finished": "完成时间",
    "expenditure": "支出金额",
    "stated_score": "自评得分",
    "stated_grade": "自评等次",
    "stated_satisfaction": "满意度",
    "head": "单位负责人",
    "preparer": "填表人",
    "phone": "联系电话",
    "dated": "填报日期",
}
SECTIONS = {
    "overview": "项目概况",
    "evaluation": "评价情况",
    "performance": "项目绩效",
    "problems": "存在问题",
    "measures": "整改措施",
}
COLUMNS = {
    "level1": "一级指标",
    "level2": "二级指标",
    "level3": "三级指标",
    "operator": "目标值的符号",
    "target": "目标值",
    "measure": "目标值的单位",
    "actual": "完成值",
    "level1_weight": "一级指标分值",
    "level2_weight": "二级指标分值",
    "weight": "分值",
    "score": "得分",
    "reason": "依据、原因",
    "name": "资金名称",
    "initial": "年初预算数",
    "full_year": "全年预算数",
    "executed": "全年执行数",
    "rate": "执行率",
    "grade": "等次",
    "label": "行名",
}
_SIGN_OFF = {each.name for each in fields(SignOff)}


@dataclass(frozen=True, slots=True)
class Told:
    """A recognised spot: `text` as it stands at `place`, `name` of the fact, and what was `understood`."""

    role: Role
    text: str
    place: Place
    name: str
    understood: str

    def __str__(self) -> str:
        return f"{self.name}：{self.understood}" if self.understood else self.name


def tell(recognition: Recognition, lexicon: Lexicon) -> Iterator[Told]:
    """Yield every recognised spot of every filing, in the order they were read."""
    for filing, traces in zip(recognition.filings, recognition.traces, strict=True):
        for trace in traces:
            name, understood = _TELL[trace.of](trace, filing, lexicon)
            yield Told(role_of(trace), trace.text, trace.place, name, understood)


def fact(filing: Filing, name: str) -> str:
    """Return a fact of the filing or of its foot as text, empty when it has none."""
    value = getattr(filing.sign_off if name in _SIGN_OFF else filing, name)
    return _plain(value)


def _plain(value: object) -> str:
    if value is None:
        return ""
    return plain(value) if isinstance(value, Decimal) else str(value)


def _row(trace: Trace, filing: Filing, lexicon: Lexicon) -> tuple[str, str]:
    number = trace.number or 0
    row = filing.rows[number]
    name = f"第 {number + 1} 项 {row.level3} {COLUMNS[trace.field]}"
    if trace.field in {"target", "actual"}:
        return name, meaning(parse_value(getattr(row, trace.field), lexicon))
    if trace.field in {"weight", "score"}:
        return name, _plain(getattr(row, trace.field)) or "没有数"
    return (COLUMNS[trace.field], "") if trace.field.startswith("level") else (name, "")


def _fund(trace: Trace, filing: Filing, _: Lexicon) -> tuple[str, str]:
    line = filing.funds[trace.number or 0]
    return f"{line.name} {COLUMNS[trace.field]}", _plain(getattr(line, trace.field)) or "没有数"


def _total(trace: Trace, filing: Filing, _: Lexicon) -> tuple[str, str]:
    value = {"weight": filing.total_weight, "score": filing.total_score, "grade": filing.stated_grade}
    return f"总计 {COLUMNS[trace.field]}", _plain(value.get(trace.field))


def _fact(trace: Trace, filing: Filing, _: Lexicon) -> tuple[str, str]:
    return FACTS.get(trace.field, trace.field), fact(filing, trace.field)


def _section(trace: Trace, _: Filing, __: Lexicon) -> tuple[str, str]:
    return SECTIONS[trace.field], ""


def _title(trace: Trace, filing: Filing, _: Lexicon) -> tuple[str, str]:
    return "标题", filing.form.value if trace.text == filing.title else ""


def _label(trace: Trace, _: Filing, __: Lexicon) -> tuple[str, str]:
    return {**FACTS, **SECTIONS, **COLUMNS}[trace.field], ""


_TELL: dict[Traced, Callable[[Trace, Filing, Lexicon], tuple[str, str]]] = {
    Traced.TITLE: _title,
    Traced.FACT: _fact,
    Traced.SECTION: _section,
    Traced.ROW: _row,
    Traced.FUND: _fund,
    Traced.TOTAL: _total,
    Traced.HEADING: _label,
    Traced.LABEL: _label,
}
