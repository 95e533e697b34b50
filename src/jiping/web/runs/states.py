"""How a run stands, and how a step of it."""

from enum import StrEnum


class RunState(StrEnum):
    """A run is worked on only while RUNNING; WAITING means that a person has to act first."""

    QUEUED = "排队"
    RUNNING = "办理中"
    WAITING = "待处理"
    PAUSED = "已暂停"
    FAILED = "中断"
    STOPPED = "已终止"
    DONE = "已办结"


class StepState(StrEnum):
    """How far a step is."""

    AHEAD = "未到"
    NOW = "正在办"
    DONE = "已办"


class Wish(StrEnum):
    """What a person asked of a run at work; it is granted between two batches."""

    NONE = ""
    PAUSE = "暂停"
    STOP = "终止"


OVER = frozenset({RunState.STOPPED, RunState.DONE})
IN_HAND = frozenset({RunState.QUEUED, RunState.RUNNING})
