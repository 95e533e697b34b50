"""Words of runs: the colour of a state, a span of time, whole numbers with commas."""

from datetime import timedelta

from django import template

from jiping.web.runs.states import RunState

register = template.Library()

_TONES = {
    RunState.QUEUED: "",
    RunState.RUNNING: "blue",
    RunState.WAITING: "amber",
    RunState.PAUSED: "amber",
    RunState.FAILED: "red",
    RunState.STOPPED: "",
    RunState.DONE: "green",
}


@register.filter
def run_tone(state: str) -> str:
    return _TONES[RunState(state)]


@register.filter
def span(time: timedelta | None) -> str:
    """Show 674 s as 11 分 14 秒."""
    if time is None:
        return "—"
    minutes, seconds = divmod(int(time.total_seconds()), 60)
    return f"{minutes} 分 {seconds} 秒" if minutes else f"{seconds} 秒"


@register.filter
def whole(number: int | None) -> str:
    return "—" if number is None else f"{number:,}"
