"""What a dated record says besides its dates: one small reader for each kind of entry."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from jiping.domain.filing import Form, SectionName
from jiping.domain.finding import Severity
from jiping.rulepack.node import Node
from jiping.rulepack.pack import (
    CheckSetting,
    GradeBand,
    Grades,
    IndicatorKind,
    Method,
    Rounding,
    RoundingMode,
    Sections,
    Weights,
    WeightScheme,
)

Fields = Mapping[str, Node]


@dataclass(frozen=True, slots=True)
class Payload:
    """The fields a kind of entry may have, and how they become its value."""

    required: tuple[str, ...]
    optional: tuple[str, ...]
    read: Callable[[Fields], object]


def _grades(fields: Fields) -> Grades:
    bands = tuple(_band(node) for node in fields["bands"].list())
    floors = [band.at_least for band in bands]
    if not floors or floors[-1] != 0 or any(low >= high for high, low in pairwise(floors)):
        raise fields["bands"].fault("的分数线应从高到低排列，最低一档为 0。", "请按 90、80、60、0 这样的次序书写。")
    names = {band.grade for band in bands}
    synonyms = fields.get("synonyms")
    for node in (each for _, each in synonyms.items()) if synonyms else ():
        if node.text() not in names:
            raise node.fault(f"写的“{node.text()}”不是任何一档的等次。", f"可选：{'、'.join(sorted(names))}。")
    return Grades(bands, _texts_by_name(synonyms))


def _band(node: Node) -> GradeBand:
    fields = node.mapping(required=("at_least", "grade"))
    return GradeBand(fields["at_least"].decimal(), fields["grade"].text())


def _weights(fields: Fields) -> Weights:
    full_mark = fields["full_mark"].decimal()
    schemes = tuple(_scheme(node, full_mark) for node in fields["schemes"].list())
    if not schemes:
        raise fields["schemes"].fault("至少要有一种权重方案。", "请补写一种方案。")
    return Weights(full_mark, schemes)


def _scheme(node: Node, full_mark: Decimal) -> WeightScheme:
    fields = node.mapping(required=("name", "points"))
    points = {name: each.decimal() for name, each in fields["points"].items()}
    total = sum(points.values(), Decimal(0))
    if total != full_mark:
        raise fields["points"].fault(f"各项相加为 {total}，不等于满分 {full_mark}。", "请核对各项分值。")
    return WeightScheme(fields["name"].text(), points)


def _scoring(fields: Fields) -> Mapping[IndicatorKind, Method]:
    rounding = _rounding(fields["rounding"])
    by_kind = fields["by_kind"].mapping(required=[kind.value for kind in IndicatorKind])
    return {kind: _method(by_kind[kind.value], rounding) for kind in IndicatorKind}


def _method(node: Node, default: Rounding) -> Method:
    fields = dict(node.items())
    if "rule" not in fields:
        raise node.fault("缺少“rule”。", "请写明评分规则的名称，如 rule: ratio。")
    rule = fields.pop("rule").text()
    own = fields.pop("rounding", None)
    parameters = {name: each.plain() for name, each in fields.items()}
    return Method(rule, parameters, default if own is None else _rounding(own))


def _rounding(node: Node) -> Rounding:
    fields = node.mapping(required=("step", "mode"))
    step = fields["step"].decimal()
    if step <= 0:
        raise fields["step"].fault("应大于 0。", "请写 0.01、0.1、0.5 或 1。")
    return Rounding(step, fields["mode"].choice(RoundingMode))


def _sections(fields: Fields) -> Sections:
    required = fields["required"].mapping(optional=[form.value for form in Form])
    headings = fields["headings"].mapping(required=[name.value for name in SectionName])
    return Sections(
        {form: tuple(each.choice(SectionName).value for each in node.list()) for form, node in required.items()},
        {name: node.texts() for name, node in headings.items()},
    )


def _checks(fields: Fields) -> Mapping[str, CheckSetting]:
    return {code: _check_setting(node) for code, node in fields["settings"].items()}


def _check_setting(node: Node) -> CheckSetting:
    fields = node.mapping(optional=("severity", "enabled"))
    severity, enabled = fields.get("severity"), fields.get("enabled")
    return CheckSetting(
        severity=None if severity is None else severity.choice(Severity),
        enabled=True if enabled is None else enabled.flag(),
    )


def _drafts(fields: Fields) -> Mapping[str, str]:
    return _texts_by_name(fields["texts"])


def _texts_by_name(node: Node | None) -> Mapping[str, str]:
    return {} if node is None else {name: each.text() for name, each in node.items()}


def _words(fields: Fields) -> tuple[str, ...]:
    _refuse_repeats(fields["words"].list())
    return fields["words"].texts()


def _refuse_repeats(nodes: Iterable[Node]) -> None:
    seen: set[str] = set()
    for node in nodes:
        word = node.text()
        if word in seen:
            raise node.fault(f"写的“{word}”与前面重复。", "请删去一处。")
        seen.add(word)


def _rows(fields: Fields) -> tuple[Mapping[str, object], ...]:
    return tuple({name: _cell(each) for name, each in row.items()} for row in fields["rows"].list())


def _cell(node: Node) -> object:
    if isinstance(node.value, tuple):
        return node.texts()
    node.written()  # refuses a nested mapping
    return node.value


def _number(fields: Fields) -> Decimal:
    return fields["value"].decimal()


NAMED = {
    "grades": Payload(("bands",), ("synonyms",), _grades),
    "weights": Payload(("full_mark", "schemes"), (), _weights),
    "scoring": Payload(("by_kind", "rounding"), (), _scoring),
    "sections": Payload(("required", "headings"), (), _sections),
    "checks": Payload(("settings",), (), _checks),
    "drafts": Payload(("texts",), (), _drafts),
}
FREE = {
    "words": Payload(("words",), (), _words),
    "rows": Payload(("rows",), (), _rows),
    "value": Payload(("value",), (), _number),
}
