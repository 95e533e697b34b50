"""Draw the filings a bureau reviews, and hand over record and worksheet."""

from collections.abc import Iterable
from pathlib import Path

from jiping.formats.registry import writer_for
from jiping.reports.batch import drawing
from jiping.review.overview import Overview
from jiping.review.sample import Sample, draw
from jiping.review.subject import subject_of
from jiping.review.worksheet import worksheet
from jiping.scoring.score import Evaluation
from jiping.use_cases.output import put

SHEET = "复核底稿.xlsx"


def sample(batch: Overview, seed: str, total: int | None) -> Sample:
    """Return the filings drawn from the batch."""
    return draw(batch.ranked, batch.weights.pack, seed, total)


def write_sample(drawn: Sample, batch: Overview, evaluations: Iterable[Evaluation], out: Path) -> tuple[Path, ...]:
    """Write the record of the draw, as data and to read, and the sheet in which those drawn are reviewed."""
    wanted = {each.filing.dossier.subject.key for each in drawn.drawn}
    sheet = worksheet([each for each in evaluations if subject_of(each.filing).key in wanted])
    xlsx = writer_for("xlsx")
    return (
        put(out / "抽样记录.json", drawing.record(drawn, batch.weights.pack)),
        put(out / "抽样记录.xlsx", xlsx(drawing.document(drawn))),
        put(out / SHEET, xlsx(sheet)),
    )
