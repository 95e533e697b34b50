"""The five stages a filing passes, as the bar over the sheet shows them."""

from dataclasses import dataclass
from enum import StrEnum

from jiping.domain.workflow import State

STAGES = (
    ("填报", frozenset({State.DRAFT, State.RETURNED})),
    ("单位领导审定", frozenset({State.APPROVAL})),
    ("主管部门审核", frozenset({State.DEPARTMENT})),
    ("财政复核", frozenset({State.BUREAU})),
    ("归档公开", frozenset({State.PASSED, State.PUBLISHED})),
)


class Progress(StrEnum):
    """How far a stage is."""

    DONE = "已办"
    NOW = "正在办"
    AHEAD = "未到"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage as drawn."""

    number: int
    title: str
    progress: Progress


def stages(state: State) -> tuple[Stage, ...]:
    """Return the five stages of a filing that stands at `state`."""
    now = next(number for number, (_, states) in enumerate(STAGES) if state in states)
    return tuple(Stage(number + 1, title, _progress(number - now)) for number, (title, _) in enumerate(STAGES))


def _progress(distance: int) -> Progress:
    if distance == 0:
        return Progress.NOW
    return Progress.DONE if distance < 0 else Progress.AHEAD
