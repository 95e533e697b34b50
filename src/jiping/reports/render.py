"""The formats findings can be handed over in, found by walking this folder."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from jiping.checks.run import Report
from jiping.domain.masking import masked

FORMATS = tuple(sorted(p.stem for p in Path(__file__).parent.glob("*.py") if p.stem not in ("__init__", "render")))


def renderer(name: str) -> Callable[[Report], bytes]:
    """Return the function that turns a report into bytes of format `name`, one of FORMATS; identity numbers are masked."""
    render: Callable[[Report], bytes] = import_module(f"jiping.reports.{name}").render
    return lambda report: render(masked(report))
