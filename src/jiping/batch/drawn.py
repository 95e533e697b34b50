"""Draw the files of a finished batch as they were read, for a report to lead into."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from jiping.batch.run import Batch
from jiping.batch.sources import content
from jiping.domain.errors import JipingError
from jiping.use_cases.output import put
from jiping.use_cases.show import shown

_FOLDER = "页面"


def draw(work: Batch, files: Iterable[str], out: Path, tell: Callable[[str], None]) -> Mapping[str, str]:
    """Write a page for each of `files`, named as in the batch, into `out`; return their paths, seen from there.

    A file that cannot be drawn, as one of our own data files, is left out: whoever links falls back to the file.
    `tell` hears the file now being drawn.
    """
    sources = {each.name: each for each in work.sources}
    drawn: dict[str, str] = {}
    for name in dict.fromkeys(each for each in files if each in sources):
        tell(name)
        try:
            page = shown(content(sources[name]), name, work.terms.folders)
        except JipingError:
            continue
        path = f"{_FOLDER}/{len(drawn) + 1:04d}.html"
        put(out / path, page)
        drawn[name] = path
    return drawn
