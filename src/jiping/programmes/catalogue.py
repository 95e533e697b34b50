"""Find the programmes and their indicators by walking the folders."""

from functools import cache
from importlib import import_module
from pathlib import Path

from jiping.datasets.programme import Programme, ProgrammeIndicator

_HERE = Path(__file__).parent


@cache
def programmes() -> tuple[Programme, ...]:
    """Return every programme, ordered by name. A folder is a programme and declares itself in `programme.py`."""
    found = [import_module(f"jiping.programmes.{path.parent.name}.programme") for path in _HERE.glob("*/programme.py")]
    return tuple(sorted((module.PROGRAMME for module in found), key=lambda each: str(each.name)))


@cache
def indicators(programme: str) -> tuple[ProgrammeIndicator, ...]:
    """Return what `programme` can prove, ordered by code."""
    module = import_module(f"jiping.programmes.{programme}.indicators")
    declared = [each.declared for each in vars(module).values() if hasattr(each, "declared")]
    return tuple(sorted(declared, key=lambda each: str(each.code)))
