"""Find the checks by walking the folders.

`check.py` lies below the rules and this file above them, so finding by folder hides no circle.
"""

from functools import cache
from importlib import import_module
from pathlib import Path

from jiping.checks.check import Check

_HERE = Path(__file__).parent


@cache
def catalogue() -> tuple[Check, ...]:
    """Return every check, ordered by code. A folder is a family, a file holds exactly one check."""
    found = [_load(path) for path in sorted(_HERE.glob("*/*.py")) if path.stem != "__init__"]
    codes = [each.code for each in found]
    doubled = {code for code in codes if codes.count(code) > 1}
    if doubled:
        raise ValueError(f"check codes used twice: {sorted(doubled)}")
    return tuple(sorted(found, key=lambda each: each.code))


def _load(path: Path) -> Check:
    module = import_module(f"jiping.checks.{path.parent.name}.{path.stem}")
    declared = [item for item in vars(module).values() if hasattr(item, "declared")]
    if len(declared) != 1:
        raise ValueError(f"{path}: a check file holds exactly one check, found {len(declared)}")
    (examine,) = declared
    code, severity, basis, scope, marks, rests_on = examine.declared
    title, _, page = (examine.__doc__ or "").strip().partition("\n")
    return Check(
        code,
        severity,
        basis,
        scope,
        title.strip(),
        _dedent(page),
        path.parent.name,
        path.stem,
        examine,
        marks,
        rests_on,
    )


def _dedent(page: str) -> str:
    return "\n".join(line.strip() for line in page.strip().splitlines())
