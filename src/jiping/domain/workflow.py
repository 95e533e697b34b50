"""The way of a filing from draft to publication: which act leads where, whose it is, and what must hold first.

The steps are data of a pack (workflow_steps); here is only what a step is and how one is found.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role


class State(StrEnum):
    """Where a filing stands."""

    DRAFT = "填报中"
    APPROVAL = "待审定"
    DEPARTMENT = "待主管审核"
    BUREAU = "待财政复核"
    RETURNED = "已退回"
    PASSED = "已通过"
    PUBLISHED = "已公开"


EDITABLE = frozenset({State.DRAFT, State.RETURNED})


@dataclass(frozen=True, slots=True)
class Step:
    """One act: from where to where, by which role, under which guards; `reasoned` acts need a sentence."""

    act: str
    source: State
    target: State
    role: Role
    guards: tuple[str, ...]
    reasoned: bool


def steps_for(steps: Iterable[Step], state: State, role: Role) -> tuple[Step, ...]:
    """Return the acts open to `role` on a filing in `state`, in the order of the pack."""
    return tuple(each for each in steps if each.source is state and each.role is role)


def step_named(steps: Iterable[Step], act: str, state: State, role: Role) -> Step:
    """Return the step `act`. Raises JipingError naming what is open instead."""
    open_ = steps_for(steps, state, role)
    for each in open_:
        if each.act == act:
            return each
    possible = "、".join(each.act for each in open_) or "没有可办的事项"
    raise JipingError(f"材料现在“{state}”，{role.label}不能“{act}”。", remedy=f"现在可办：{possible}。")
