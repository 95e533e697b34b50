"""What the facts of an event are called on the page."""

from collections.abc import Mapping
from dataclasses import dataclass

_NAMES = {
    "actual": "实际完成值",
    "amount": "金额",
    "answer": "答复",
    "asked": "申请角色",
    "audit_admin": "审计管理员",
    "class": "偏差类别",
    "cost": "费用",
    "digest": "校验值",
    "drawn": "抽中",
    "events": "条数",
    "fault": "原因",
    "file": "文件",
    "findings": "意见",
    "frame": "名单校验值",
    "from": "自第",
    "grade": "等级",
    "job": "办理事项",
    "list": "名单",
    "name": "名称",
    "number": "序号",
    "opinion": "意见",
    "parent": "上级单位",
    "parts": "公开内容",
    "population": "总数",
    "programme": "业务",
    "rate": "执行率",
    "reason": "理由",
    "role": "角色",
    "rows": "行数",
    "said": "说明",
    "score": "得分",
    "security_admin": "安全管理员",
    "seed": "随机种子",
    "sha256": "SHA-256",
    "shown": "平时显示",
    "state": "状态",
    "system_admin": "系统管理员",
    "target": "年度指标值",
    "text": "内容",
    "title": "名称",
    "to": "至第",
    "unit": "单位",
    "verdict": "结论",
    "version": "版本",
    "weight": "分值",
    "where": "位置",
    "wish": "要求",
    "year": "年度",
}
Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """One fact before and after; None where it was not told."""

    name: str
    before: object
    after: object


def changes(before: Facts, after: Facts) -> tuple[Change, ...]:
    """Return every fact of an event, in the order it was told; what says nothing is left out."""
    names = dict.fromkeys((*before, *after))
    found = (Change(_NAMES.get(name, name), _told(before.get(name)), _told(after.get(name))) for name in names)
    return tuple(each for each in found if each.before is not None or each.after is not None)


def _told(fact: object) -> object:
    """Return a fact as a person reads it; an empty one as None."""
    if isinstance(fact, list):
        return "、".join(str(each) for each in fact) or None
    return None if fact == "" else fact
