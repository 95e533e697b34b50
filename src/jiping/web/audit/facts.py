"""What the facts of an event are called on the page."""

from collections.abc import Mapping
from dataclasses import dataclass

_NAMES = {
    "actual": "实际完成值",
    "answer": "答复",
    "asked": "申请角色",
    "digest": "校验值",
    "events": "条数",
    "grade": "等级",
    "name": "名称",
    "number": "序号",
    "parent": "上级单位",
    "reason": "理由",
    "role": "角色",
    "said": "说明",
    "score": "得分",
    "shown": "平时显示",
    "state": "状态",
    "target": "年度指标值",
    "text": "内容",
    "title": "名称",
    "unit": "单位",
    "weight": "分值",
    "where": "位置",
}
Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """One fact before and after; None where it was not told."""

    name: str
    before: object
    after: object


def changes(before: Facts, after: Facts) -> tuple[Change, ...]:
    """Return every fact of an event, in the order it was told."""
    names = dict.fromkeys((*before, *after))
    return tuple(Change(_NAMES.get(name, name), before.get(name), after.get(name)) for name in names)
