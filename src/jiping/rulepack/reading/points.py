"""Readers of what decides points: grades, weights, scoring methods."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from jiping.domain.place import Place
from jiping.rulepack.reading.words import Fields, texts_by_name
from jiping.rulepack.rules import (
    GradeBand,
    Grades,
    IndicatorKind,
    Method,
    Rounding,
    RoundingMode,
    Weights,
    WeightScheme,
)
from jiping.rulepack.strict.node import Node


def read_grades(fields: Fields) -> Grades:
    bands = tuple(_band(node) for node in fields["bands"].list())
    floors = [band.at_least for band in bands]
    if not floors or floors[-1] != 0 or any(low >= high for high, low in pairwise(floors)):
        raise fields["bands"].fault("的分数线应从高到低排列，最低一档为 0。", "请按 90、80、60、0 这样的次序书写。")
    names = {band.grade for band in bands}
    synonyms = fields.get("synonyms")
    for node in (each for _, each in synonyms.items()) if synonyms else ():
        if node.text() not in names:
            raise node.fault(f"写的“{node.text()}”不是任何一档的等次。", f"可选：{'、'.join(sorted(names))}。")
    return Grades(bands, texts_by_name(synonyms))


def _band(node: Node) -> GradeBand:
    fields = node.mapping(required=("at_least", "grade"))
    return GradeBand(fields["at_least"].decimal(), fields["grade"].text())


def read_weights(fields: Fields) -> Weights:
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


def read_scoring(fields: Fields) -> Mapping[IndicatorKind, Method]:
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
    rounding = default if own is None else _rounding(own)
    return Method(rule, parameters, rounding, Place(node.file, line=node.line))


def _rounding(node: Node) -> Rounding:
    fields = node.mapping(required=("step", "mode"))
    step = fields["step"].decimal()
    if step <= 0:
        raise fields["step"].fault("应大于 0。", "请写 0.01、0.1、0.5 或 1。")
    return Rounding(step, fields["mode"].choice(RoundingMode))
