"""The batch as linked pages: a front page and one page a unit, each complete in itself."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from jiping.reports.batch.drawn import Drawn
from jiping.reports.batch.front_page import front_page
from jiping.reports.batch.unit_page import anchor, unit_page
from jiping.review.overview import Overview

HOME = "总览.html"
_FOLDER = "单位"


def render(batch: Overview, drawn: Drawn) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield every page with its path: the front page first, then the units, one at a time."""
    files = {line.unit: f"{_FOLDER}/{number:04d}.html" for number, line in enumerate(batch.units, start=1)}
    yield PurePosixPath(HOME), front_page(batch, lambda each: f"{files[each.dossier.subject.unit]}#{anchor(each)}")
    for line in batch.units:
        yield PurePosixPath(files[line.unit]), unit_page(line, batch, f"../{HOME}", drawn)
