"""The county that does not exist, laid out once where it is first needed."""

from collections.abc import Callable
from pathlib import Path

from jiping.synthetic.county import County
from jiping.use_cases import generate

COUNTY = Path("out/county")


def data_folder(data: Path | None, tell: Callable[[str], None]) -> Path:
    """Return `data`, or the demo county's folder, which is generated when it is not there yet."""
    if data is not None:
        return data
    if not (COUNTY / generate.CARD).exists():
        generate.generate(County(), COUNTY, tell)
    return COUNTY
