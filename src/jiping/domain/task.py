"""A task of rectification (整改): where it comes from and where it stands."""

from enum import StrEnum


class TaskState(StrEnum):
    """A reviewer proposes it, the act on the filing makes it due, the unit answers, the reviewer accepts or asks again."""

    PROPOSED = "拟列入"
    OPEN = "待整改"
    ANSWERED = "待验收"
    ACCEPTED = "已验收"


UNDONE = frozenset({TaskState.OPEN, TaskState.ANSWERED})


class TaskSource(StrEnum):
    """What a task comes from; each has its own time to answer (rectification_terms of the pack)."""

    RETURNED = "退回意见"
    PASSED = "附带意见"
    PROBLEM = "存在问题"
