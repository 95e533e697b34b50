"""Re-score filings with a reviewer's values (复核)."""

from collections.abc import Sequence
from pathlib import Path

from jiping.domain.reviewed import Reviewed
from jiping.domain.utf8 import decoded
from jiping.exchange import reviewed as yaml
from jiping.formats.guard import bounded_bytes
from jiping.formats.registry import read_file, writer_for
from jiping.reports.batch.rescored import document
from jiping.review.rescoring import Rescored, rescore
from jiping.review.worksheet import read_worksheet, worksheet
from jiping.scoring.score import Evaluation
from jiping.use_cases.output import put
from jiping.use_cases.sample import SHEET

RESULTS = ("复核结果.docx", "复核结果.xlsx")
_YAML = (".yaml", ".yml")


def read_values(path: Path) -> tuple[Reviewed, ...]:
    """Return the reviewer's values in a YAML file or in a filled-in worksheet."""
    if path.suffix.lower() in _YAML:
        return yaml.read(decoded(bounded_bytes(path), path.name), path.name)
    return read_worksheet(read_file(path))


def review(evaluations: Sequence[Evaluation], values: Sequence[Reviewed]) -> tuple[Rescored, ...]:
    """Return the filings re-scored."""
    return rescore(evaluations, values)


def write_review(rescored: Sequence[Rescored], evaluations: Sequence[Evaluation], out: Path) -> tuple[Path, ...]:
    """Write the result as a document and as a workbook."""
    page = document(rescored, evaluations[0].pack)
    ready = [(out / name, writer_for(Path(name).suffix[1:])(page)) for name in RESULTS]
    return tuple(put(path, content) for path, content in ready)


def write_worksheet(evaluations: Sequence[Evaluation], out: Path) -> Path:
    """Write the sheet a reviewer fills in."""
    return put(out / SHEET, writer_for("xlsx")(worksheet(evaluations)))
